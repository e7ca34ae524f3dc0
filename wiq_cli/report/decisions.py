"""Decisions for eyes and for pipes: one line each, or one in full."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.regeln import SELBST
from wiq_cli.domain.verdict import WORD
from wiq_cli.report.safe import safe
from wiq_cli.usecases.decide import another_result
from wiq_cli.usecases.decide_show import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiq_cli.domain.beschluss import Ablehnung, Aufgabe, Beschluss, Stimme
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.verdict import Verdict

OUTCOME = {
    "angenommen": "angenommen",
    "abgelehnt": "abgelehnt",
    "vertagt": "vertagt",
    "nicht_erreicht": "nicht erreicht",
    "erreicht": "erreicht",
    "nicht_feststellbar": "nicht feststellbar",
    "offen": "offen",
}


def columns(rows: Sequence[Sequence[str]], *, aligned: bool) -> str:
    """Give rows as lines: aligned for a person, separated by tabs with full values for a program."""
    clean = [[safe(cell) for cell in row] for row in rows]
    if not aligned:
        return "\n".join("\t".join(row) for row in clean)
    widths = [max(len(row[number]) for row in clean) for number in range(len(clean[0]))] if clean else []
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in clean)
    return "\n".join(line.rstrip() for line in padded)


def procedure_name(name: str, begriffe: Mapping[str, Begriff]) -> str:
    """Give a procedure as people call it."""
    if name == SELBST:
        return "nach eigenem Verfahren"
    known = begriffe.get(name)
    return (known and known.name) or name.replace("_", " ")


def full(
    beschluss: Beschluss,
    counted: Sequence[Recount],
    begriffe: Mapping[str, Begriff],
    said: str,
    *,
    side_by_side: bool = False,
) -> str:
    """Give one decision for reading, each attempt with its recount. ``said``: how it stands today, in words."""
    lines = [*_lines(beschluss, counted, begriffe, said)]
    if side_by_side:
        lines += [*_side_by_side(counted, begriffe)]
    return "\n".join(safe(line, keep_lines=True) for line in lines)


def _lines(one: Beschluss, counted: Sequence[Recount], begriffe: Mapping[str, Begriff], said: str) -> Iterator[str]:
    yield one.titel
    yield f"{one.id} · Team {one.team} · {one.art}"
    yield ""
    yield one.antrag.wortlaut
    yield ""
    if one.anlass:
        yield f"Anlass: {one.anlass}"
    if one.leistung:
        yield from support_lines(one)
    if one.wahlkoerper:
        yield f"Stimmberechtigt: {one.wahlkoerper.zahl} (am {one.wahlkoerper.stichtag:%d.%m.%Y})"
    for each in counted:
        yield from _attempt(each, begriffe)
    yield from _outcome(one, said, another_result(one, counted))
    yield from _afterwards(one)


def _outcome(one: Beschluss, said: str, doubt: str | None) -> Iterator[str]:
    for objection in one.bedenken:
        yield f"{WORD[objection.stufe] if objection.stufe else 'Einwand'}: {objection.text}"
    when = f" am {one.ergebnis.am:%d.%m.%Y}" if one.ergebnis and one.ergebnis.am else ""
    yield f"Ergebnis: {OUTCOME[one.status]}{when}"
    if doubt:
        yield f"Das trägt die Aufzeichnung nicht. Nachgezählt heißt das Ergebnis: {OUTCOME[doubt]}"
    if one.ergebnis and one.ergebnis.grund:
        yield f"Grund: {one.ergebnis.grund}"
    if one.ergebnis and one.ergebnis.weiter:
        yield f"Wie es weitergeht: {one.ergebnis.weiter}"
    if not one.is_open and one.status == "angenommen":
        yield f"Heute: {said}"


def _afterwards(one: Beschluss) -> Iterator[str]:
    if one.wiedervorlage:
        question = f": {one.wiedervorlage.frage}" if one.wiedervorlage.frage else ""
        yield f"Wiedervorlage am {one.wiedervorlage.am:%d.%m.%Y}{question}"
    for task in one.umsetzung:
        yield f"Aufgabe: {task_text(task, task.team or task.person or '')}"
    for later in one.nachtraege:
        yield f"Nachtrag vom {later.am:%d.%m.%Y}: {later.text}"
    for word, ids in (
        ("Ersetzt", one.verweise.ersetzt),
        ("Ändert", one.verweise.aendert),
        ("Ersetzt durch", one.ersetzt_durch),
    ):
        if ids:
            yield f"{word}: {', '.join(ids)}"


def support_lines(one: Beschluss) -> Iterator[str]:
    """Give what a team gets, does not get, and what is left open."""
    if not one.leistung:
        return
    if one.leistung.bewilligt:
        yield f"Bewilligt: {', '.join(one.leistung.bewilligt)}"
    for word, wishes in (("Abgelehnt", one.leistung.abgelehnt), ("Noch offen", one.leistung.offen)):
        if any(wish.grund or wish.weiter for wish in wishes):
            yield from (f"{word}: {_wish(wish)}" for wish in wishes)
        elif wishes:
            yield f"{word}: {', '.join(wish.was for wish in wishes)}"


def _wish(wish: Ablehnung) -> str:
    """Give a wish with why not and how it goes on."""
    return ". ".join(part.rstrip(".") for part in (wish.was, wish.grund, wish.weiter) if part) + "."


def task_text(task: Aufgabe, who: str) -> str:
    """Give a task with who does it until when."""
    until = f"bis {task.bis:%d.%m.%Y}" if task.bis else ""
    details = ", ".join(one for one in (who, until, "erledigt" if task.erledigt else "") if one)
    return f"{task.aufgabe} ({details})" if details else task.aufgabe


def _attempt(one: Recount, begriffe: Mapping[str, Begriff]) -> Iterator[str]:
    when = f", am {one.versuch.am:%d.%m.%Y}" if one.versuch.am else ""
    result = OUTCOME.get(one.recorded or "", "läuft noch")
    yield f"Versuch {one.versuch.nr}, {procedure_name(one.versuch.verfahren, begriffe)}{when}: {result}"
    votes = [
        f"{WORD[word]} {number}"
        for word, number in one.lage.stimmen.items()
        if number or word in {"ja", "nein", "veto"}
    ]
    if votes:
        yield f"  {', '.join(votes)}"
    if one.verdict and votes:
        yield f"  Nachgezählt: {one.verdict.reason}"
        if one.majority and one.verdict.margin is not None:
            yield f"  Abstand: {distance(one.verdict.margin)}"
        if one.hangs_on_one:
            yield "  Eine einzige Stimme gab den Ausschlag."


def distance(margin: int) -> str:
    """Say how far a majority lies from the line."""
    if margin < 0:
        return anzahl(-margin, "Es fehlt 1 Ja.", "Es fehlen {} Ja.")
    return "Genau so viele Ja wie nötig." if margin == 0 else f"{margin} Ja mehr als nötig."


def progress_said(votes: Mapping[str, Stimme], left: int, verdict: Verdict | None, *, majority: bool) -> str:
    """Say how a vote stands while people are still being asked: what came in, what is lost already, how close it is."""
    counted = Counter(votes.values())
    said = ", ".join(f"{number} {WORD[word]}" for word, number in counted.items()) or "noch keine Stimme"
    if left and not majority:
        lost = (
            verdict
            and verdict.outcome == "nicht_erreicht"
            and any(word in counted for word in ("veto", "schwere_bedenken"))
        )
        return f"Noch {left}. Bisher: {said}." + (f" {verdict.reason}" if verdict and lost else "")
    far = f" {distance(verdict.margin)}" if majority and verdict and verdict.margin is not None else ""
    if left:
        return f"Noch {left}. Bisher: {said}.{far}"
    return (verdict.reason if verdict else f"{said}.") + far


def _side_by_side(recounted: Sequence[Recount], begriffe: Mapping[str, Begriff]) -> Iterator[str]:
    """Lay the votes of the last attempt that has any under every procedure."""
    counted = [each for each in recounted if each.lage.stimmen]
    if not counted:
        yield "\nVergleichen kann ich erst, wenn Stimmen eingetragen sind."
        return
    last = counted[-1]
    rows = compare(last, begriffe)
    yield f"\nDieselben Stimmen (Versuch {last.versuch.nr}) nach jedem Verfahren:"
    table = [
        [
            "→" if row.used else "",
            procedure_name(row.procedure, begriffe),
            OUTCOME[row.verdict.outcome],
            row.verdict.reason.partition(" Damit lässt sich")[0]
            + (" Eine einzige Stimme gibt den Ausschlag." if row.verdict.hangs_on_one else ""),
        ]
        for row in rows
    ]
    yield from columns(table, aligned=True).split("\n")
    if any(row.translated for row in rows):
        yield "Bei Mehrheiten habe ich die Stufen 1 und 2 als Ja gelesen, 3 und 4 als Enthaltung, 5 und 6 als Nein."
