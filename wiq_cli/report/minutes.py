"""A Beschlussprotokoll as Markdown. The public form holds numbers only, nobody's name and nobody's kennung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anker import SHORT
from wiq_cli.domain.beschluss import WORDS
from wiq_cli.domain.public import KLEIN
from wiq_cli.domain.regeln import STUFEN
from wiq_cli.domain.verdict import WORD
from wiq_cli.report.decisions import OUTCOME, procedure_name, support_lines, task_text
from wiq_cli.report.safe import safe
from wiq_cli.usecases.decide_later import wording_at
from wiq_cli.usecases.decide_minutes import ELECTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wiq_cli.domain.beschluss import Bedenken, Beschluss, Stimme
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.usecases.decide_minutes import Item, Minutes

FORM = {"treffen": "Treffen", "umlauf": "Umlauf", "einzeln": "Entscheidung einer einzelnen Person"}
BIAS = {"stimmverbot": "darf nicht mitstimmen", "zurueckgezogen": "stimmt nicht mit", "hinweis": "vielleicht betroffen"}
OPEN = "…"
TOO_SMALL = "nicht genannt, denn so wenige Zahlen zeigen auf Personen"


def minutes_text(one: Minutes, begriffe: Mapping[str, Begriff], names: Mapping[str, str], *, public: bool) -> str:
    """Give the minutes. ``names`` is empty where nobody may be named."""
    lines = [*_head(one, names, public=public)]
    for number, item in enumerate(one.items, start=1):
        lines += ["", f"## {number}. {item.beschluss.titel}", "", *_item(item, begriffe, names, public=public)]
    lines += ["", *_foot(one, public=public)]
    return "\n".join(safe(line, keep_lines=True) for line in lines)


def _who(kennung: str | None, names: Mapping[str, str]) -> str:
    if kennung is None:
        return OPEN
    return f"{names[kennung]} ({kennung})" if names.get(kennung) else kennung


def _head(one: Minutes, names: Mapping[str, str], *, public: bool) -> Iterator[str]:
    yield f"# Beschlussprotokoll {one.name}, {one.day:%d.%m.%Y}"
    yield ""
    if not public:
        yield "Nur für den internen Gebrauch: Hier stehen Namen. Zum Weitergeben: --public"
        yield ""
    yield f"- Form: {', '.join(FORM[form] for form in one.forms) or OPEN}"
    if one.met:
        yield f"- Ort: {one.place or OPEN}"
        yield f"- Zeit: {one.begin or OPEN} bis {one.end or OPEN} Uhr"
        yield f"- Eingeladen: {f'am {one.invited:%d.%m.%Y}' if one.invited else OPEN}"
        yield f"- Beschlussfähig: {OPEN if one.quorate is None else 'ja' if one.quorate else 'nein'}"
    if not public:
        yield f"- Leitung: {_who(one.lead, names)}"
        yield f"- Protokoll: {_who(one.keeper, names)}"
    yield f"- Stimmberechtigt: {OPEN if one.entitled is None else one.entitled}"
    if not one.met:
        return
    yield f"- Anwesend: {OPEN if one.present_count is None else one.present_count}" + _people(
        one.present, names, public
    )
    if one.absent:
        yield f"- Abwesend: {len(one.absent)}" + _people(one.absent, names, public)


def _people(people: tuple[str, ...], names: Mapping[str, str], public: bool) -> str:  # a part of one line
    return "" if public or not people else f" ({', '.join(_who(person, names) for person in people)})"


def _item(item: Item, begriffe: Mapping[str, Begriff], names: Mapping[str, str], *, public: bool) -> Iterator[str]:
    one = item.beschluss
    yield f"- Beschluss: {one.id}" + (f", {one.nummer}" if one.nummer else "")
    if one.anlass:
        yield f"- Anlass: {one.anlass}"
    if one.betrifft.person and not public:
        yield f"- Person: {_who(one.betrifft.person, names)}"
    before = None
    for counted in item.attempts:
        if counted.wording != before:
            yield from _wording(one, counted)
        else:
            yield "- Danach über denselben Wortlaut:"
        before = counted.wording
        yield from _attempt(one, counted, begriffe, public=public)
    if not item.attempts:
        yield from _quoted(one.antrag.wortlaut)
    yield from (f"- {line}" for line in support_lines(one))
    yield from (f"- {_objection(each)}" for each in one.bedenken if _of_that_day(each, item))
    if one.befangen and not public:
        yield f"- Befangen: {', '.join(f'{_who(each.person, names)}, {BIAS[each.grad]}' for each in one.befangen)}"
    yield from _result(item, names, public=public)


def _objection(one: Bedenken) -> str:
    return f"{WORD[one.stufe] if one.stufe else 'Einwand'}: {one.text}"


def _of_that_day(one: Bedenken, item: Item) -> bool:
    """Whether an objection was raised in an attempt of that day: it says so, or somebody chose its level then."""
    if one.versuch is not None:
        return any(each.versuch.nr == one.versuch for each in item.attempts)
    return any(one.stufe is None or each.lage.stimmen.get(one.stufe) for each in item.attempts)


def _wording(one: Beschluss, counted: Recount) -> Iterator[str]:
    yield ""
    yield f"Antrag, Fassung {counted.versuch.fassung}:"
    wording = wording_at(one, counted.wording)
    yield from _quoted(wording or "(Dieser Wortlaut ist nicht mehr da, nur sein Fingerabdruck.)")


def _attempt(one: Beschluss, counted: Recount, begriffe: Mapping[str, Begriff], *, public: bool) -> Iterator[str]:
    secret = "geheim" if one.form.geheim else "offen"
    yield f"- Abstimmung: {procedure_name(counted.versuch.verfahren, begriffe)}, {secret}"
    cast = counted.lage.stimmen
    votes = ", ".join(f"{WORD[word]} {cast[word]}" for word in _in_order(counted) if word in cast)
    small = public and (counted.lage.voters or 0) < KLEIN
    yield f"- Stimmen: {TOO_SMALL if small else votes or OPEN}"
    if one.versuche and one.versuche[-1].nr != counted.versuch.nr:
        yield f"- Ergebnis des Versuchs: {OUTCOME.get(counted.recorded or '', 'noch offen')}"


def _in_order(counted: Recount) -> tuple[Stimme, ...]:
    """Give the words of a vote in the order in which people are asked."""
    return STUFEN if counted.consensus else WORDS


def _quoted(text: str) -> Iterator[str]:
    yield ""
    yield from (f"> {line}".rstrip() for line in text.strip().splitlines())
    yield ""


def _result(item: Item, names: Mapping[str, str], *, public: bool) -> Iterator[str]:
    one, result = item.beschluss, item.beschluss.ergebnis
    if one.wiedervorlage:
        question = f": {one.wiedervorlage.frage}" if one.wiedervorlage.frage else ""
        yield f"- Wiedervorlage am {one.wiedervorlage.am:%d.%m.%Y}{question}"
    for task in () if public else one.umsetzung:
        who = task.team or (_who(task.person, names) if task.person else OPEN)
        yield f"- Aufgabe: {task_text(task, who)}"
    if one.art == ELECTION and result and result.annahme is not None:
        yield f"- Wahl angenommen: {'ja' if result.annahme else 'nein'}"
    if result and result.grund:
        yield f"- Grund: {result.grund}"
    if result and result.weiter:
        yield f"- Wie es weitergeht: {result.weiter}"
    if one.siegel:
        yield f"- Siegel: {one.siegel.sha256[:SHORT]}"
    yield ""
    yield f"**Ergebnis: {OUTCOME[result.status] if item.decided and result else 'noch offen'}.**"


def _foot(one: Minutes, *, public: bool) -> Iterator[str]:
    if one.hidden:
        what = "Ein weiterer Beschluss ist" if one.hidden == 1 else f"{one.hidden} weitere Beschlüsse sind"
        yield f"{what} nicht öffentlich."
        yield ""
    if public:
        return
    yield "## Was noch fehlt"
    yield ""
    yield from (f"- [ ] {name}" for name in one.missing)
