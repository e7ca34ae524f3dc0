"""Recording votes. What is to be written comes out as edits; who calls writes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.geltung import looked_at
from wiq_cli.domain.lage import could_vote
from wiq_cli.domain.recount import attempt_word, recount, rule_for, wording_of
from wiq_cli.domain.regeln import EINZELN, KEINE, STUFEN, Stufe
from wiq_cli.domain.situation import named_votes
from wiq_cli.domain.verdict import ONLY_CONSENSUS, ONLY_MAJORITY
from wiq_cli.domain.verdict_choice import AT_LEAST_TWO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme, Versuch
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff, Zaehlregel

SILENT = (
    "Wer hier schweigt, ist einverstanden. Trag nur ein, wer widerspricht: --veto 1 --objection TEXT. "
    "Widerspricht bis zum Ende der Frist niemand, dann: wiq decide close"
)
REVIEW = "wiedervorlage"
Grad = Literal["stimmverbot", "zurueckgezogen", "hinweis"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file."""

    path: DataPath
    value: Any = None
    how: Literal["set", "append", "remove"] = "set"


@dataclass(frozen=True, slots=True)
class Ballot:
    """What was counted on one day."""

    counts: Mapping[Stimme, int]
    day: date
    objections: Sequence[str] = ()
    present: int | None = None
    there: Sequence[str] = ()  # kennungen of everybody present
    named: Mapping[str, Stimme] = field(default_factory=dict)  # kept by name, because the team wants it so
    recused: Mapping[str, Grad] = field(default_factory=dict)  # who does not vote, and why
    back: Sequence[str] = ()  # who was kept from voting by mistake and votes after all
    keepers: Mapping[str, Any] = field(default_factory=dict)  # who led, who wrote, where and so on: for the minutes
    options: Mapping[str, int] = field(default_factory=dict)  # several proposals, each with its number
    review: Mapping[str, Any] = field(default_factory=dict)  # when to look again, and what to ask then


def vote(beschluss: Beschluss, ballot: Ballot, begriffe: Mapping[str, Begriff], heute: date) -> list[Edit]:
    """Record the count of the current attempt, opening one where there is none.

    Raises ``WrongCall`` for words that the procedure does not know and for days and numbers that cannot be,
    ``Refused`` for a decision that is over.
    """
    if not beschluss.is_open:
        raise Refused(
            "Über diesen Antrag ist schon entschieden. Eine spätere Stimme zählt nicht mehr. Halte sie fest mit: --late"
        )
    if beschluss.regel is None and not beschluss.versuche:
        raise Refused(
            "In der Datei fehlt, nach welchem Verfahren ihr entscheidet. Ergänz eine Zeile: regel: {verfahren: konsens}"
        )
    edits = _taken_up(beschluss, ballot.day) if beschluss.ergebnis else []
    position, number, procedure, opening = _attempt(beschluss, begriffe)
    if (again := _again(beschluss, ballot, position)) is not None:
        _check_present(beschluss, again)
        return [*edits, *opening, *_people(beschluss, again, number), *_objections(beschluss, again, number)]
    check_day(beschluss.moved, [one.am for one in beschluss.versuche[:position]], ballot.day, heute)
    _check_present(beschluss, ballot)
    rule = rule_for(beschluss, procedure, begriffe)
    chosen = _options(ballot, rule)
    counts = {} if chosen else _words(ballot.counts, rule, procedure)
    current = beschluss.versuche[position] if position < len(beschluss.versuche) else None
    if current is not None and beschluss.stimmen and not ballot.named:
        raise Refused("Hier stehen die Stimmen schon nach kennung unter „stimmen“. Ändere sie dort.")
    if ballot.named and beschluss.form.geheim:
        raise Refused("Die Abstimmung ist geheim. Zähl nur Summen, ohne --named.")
    edits += [*opening, *(_stale(beschluss, ballot) if current is None or current.am is None else [])]
    record_as: dict[str, Any] = {} if ballot.named else {"optionen": chosen} if chosen else {"zaehlung": counts}
    if current is None:
        record = {
            "nr": number,
            "verfahren": procedure,
            "fassung": _fassung(beschluss),
            "wortlaut": wording_hash(beschluss.antrag.wortlaut),
        }
        edits.append(Edit(("versuche",), {**record, "am": ballot.day, **record_as}, "append"))
    else:
        edits.append(Edit(("versuche", position, "am"), ballot.day))
        edits += [Edit(("versuche", position, key), value) for key, value in record_as.items()]
        if ballot.named and current.zaehlung:
            edits.append(Edit(("versuche", position, "zaehlung"), how="remove"))
    edits += [*_people(beschluss, ballot, number), *_objections(beschluss, ballot, number)]
    return edits


def _taken_up(beschluss: Beschluss, day: date) -> list[Edit]:
    """Give the edits of a deferred motion that is on the table again: the day to look again has been kept."""
    edits = [Edit(("ergebnis",), how="remove")]
    look = beschluss.wiedervorlage
    if look and look.am <= day and not looked_at(beschluss, REVIEW, look.am):
        kept = {"am": day, "art": REVIEW, "text": "Der vertagte Antrag kam wieder auf den Tisch."}
        edits.append(Edit(("nachtraege",), kept, "append"))
    return edits


def _again(beschluss: Beschluss, ballot: Ballot, position: int) -> Ballot | None:
    """Give the ballot of an attempt that was counted already and only gets its reasons or its minutes now."""
    current = beschluss.versuche[position] if position < len(beschluss.versuche) else None
    more = ballot.objections or ballot.keepers or ballot.recused or ballot.review or ballot.present is not None
    only_more = bool(more) and not ballot.counts
    if current is None or not only_more or not (current.zaehlung or beschluss.stimmen):
        return None
    counted = current.zaehlung.counted() if current.zaehlung else named_votes(beschluss)
    return replace(ballot, counts=counted, day=current.am or ballot.day)


def next_procedure(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> str:
    """Give the procedure by which the next votes count."""
    return _attempt(beschluss, begriffe)[2]


def _stale(beschluss: Beschluss, ballot: Ballot) -> list[Edit]:
    """Take out who was there, led and wrote at an earlier attempt on another day: it says nothing about this one."""
    days = [one.am for one in beschluss.versuche if one.am]
    if not days or days[-1] == ballot.day:
        return []
    old = {
        "anwesend": (beschluss.anwesend, ballot.there),
        "anwesend_zahl": (beschluss.anwesend_zahl is not None, ballot.present),
    }
    edits = [Edit((key,), how="remove") for key, (before, now) in old.items() if before and not now]
    minutes = beschluss.protokoll.model_dump(exclude_none=True)
    if minutes and not ballot.keepers:
        edits.append(Edit(("protokoll",), how="remove"))
    else:
        edits += [Edit(("protokoll", key), how="remove") for key in minutes if key not in ballot.keepers]
    return edits


def _people(beschluss: Beschluss, ballot: Ballot, number: int) -> list[Edit]:
    """Write down who was there, who did not vote, who led and who wrote. None of it leaves the house."""
    edits = []
    if ballot.present is not None:
        edits.append(Edit(("anwesend_zahl",), ballot.present))
    if ballot.there:
        edits.append(Edit(("anwesend",), list(ballot.there)))
    if ballot.named:
        edits.append(Edit(("stimmen",), dict(ballot.named)))
    if beschluss.form.art == "treffen" and beschluss.form.am != ballot.day:
        form = {"art": "treffen", "am": ballot.day}
        edits.append(Edit(("form",), form | ({"geheim": True} if beschluss.form.geheim else {})))
    known = {one.person: position for position, one in enumerate(beschluss.befangen)}
    for person, grad in ballot.recused.items():
        since = {"versuch": number} if number > 1 else {}  # earlier attempts keep their count
        if person in known:
            edits.append(Edit(("befangen", known[person], "grad"), grad))
            since = {} if person in beschluss.excluded else since
            edits += [Edit(("befangen", known[person], key), value) for key, value in since.items()]
        else:
            edits.append(Edit(("befangen",), {"person": person, "grad": grad, **since}, "append"))
    edits += [Edit(("protokoll", key), value) for key, value in ballot.keepers.items()]
    places = sorted((known[one] for one in ballot.back if one in known), reverse=True)  # the last first: places stay
    edits += [Edit(("befangen", place), how="remove") for place in places]
    return edits + ([Edit(("wiedervorlage",), dict(ballot.review))] if ballot.review else [])


def _objections(beschluss: Beschluss, ballot: Ballot, number: int) -> list[Edit]:
    edits = []
    known = {(one.stufe, one.text) for one in beschluss.bedenken}
    for text in ballot.objections:
        stufe, reason = read_objection(text, ballot.counts)
        if (stufe, reason) not in known:
            level = {"stufe": stufe} if stufe else {}
            edits.append(Edit(("bedenken",), {**level, "versuch": number, "text": reason}, "append"))
    return edits


def check_day(moved: date, attempts: Sequence[date | None], day: date, heute: date) -> None:
    """Refuse a day on which nobody could vote."""
    if day > heute:
        raise WrongCall("--date: Dieser Tag kommt erst noch. Nenn den Tag, an dem ihr abgestimmt habt.")
    if day < moved:
        raise WrongCall(f"--date: An diesem Tag gab es den Antrag noch nicht. Er ist vom {moved:%d.%m.%Y}.")
    if any(one and day < one for one in attempts):
        raise WrongCall("--date: Dieser Tag liegt vor dem vorigen Versuch. Prüf das Datum.")


def _check_present(beschluss: Beschluss, ballot: Ballot) -> None:
    voters, present = beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None, ballot.present
    if present is None:
        return
    if voters is not None and present > voters:
        raise WrongCall(
            f"--present: {anzahl(voters, 'Stimmberechtigt ist nur 1 Person', 'Stimmberechtigt sind nur {}')}. Zähl nur, wer mitstimmen darf."
        )
    there = len(ballot.there or ([] if _stale(beschluss, ballot) else beschluss.anwesend))
    if there and there != present:
        raise WrongCall(
            f"--present: {anzahl(there, 'Unter „anwesend“ steht 1 Person', 'Unter „anwesend“ stehen {}')}. "
            "Ändere die Liste in der Datei, oder lass --present weg."
        )


def check_count(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> Recount:
    """Count the attempt that was just recorded. Raises ``Refused`` where more voted than could."""
    last = recount(beschluss, begriffe)[-1]
    if last.lage.excess:
        limits = [limit for limit in (last.lage.voters, last.lage.voters_present) if limit is not None]
        raise Refused(
            f"{anzahl(last.lage.cast, 'Das ist 1 Stimme', 'Das sind {} Stimmen')}. {could_vote(min(limits))}. Es wurde nichts geschrieben."
        )
    return last


def missing_answers(beschluss: Beschluss, last: Recount) -> int:
    """Give how many have not answered yet where votes come in without a meeting; 0 where silence is an answer too."""
    if beschluss.form.art != "umlauf" or last.lage.voters is None or (last.rule and last.rule.is_silent):
        return 0
    return max(0, last.lage.voters - last.lage.cast)


def _attempt(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> tuple[int, int, str, list[Edit]]:
    """Give position, number and procedure of the attempt to record, and what has to be written before it."""
    attempts = beschluss.versuche
    first = beschluss.regel.verfahren if beschluss.regel else (attempts[-1].verfahren if attempts else "")
    if not attempts:
        return 0, 1, first, _new_version(beschluss)
    last, wording = attempts[-1], wording_hash(beschluss.antrag.wortlaut)
    number = len(attempts) + 1
    same = wording_of(beschluss, last) == wording
    if last.ergebnis is None and same:
        return len(attempts) - 1, last.nr, last.verfahren, []
    if last.ergebnis is None and not last.zaehlung and not beschluss.stimmen:  # opened, never counted, then reworded
        fresh = {"verfahren": first, "fassung": _fassung(beschluss), "wortlaut": wording}
        changed = [Edit(("versuche", len(attempts) - 1, key), value) for key, value in fresh.items()]
        return len(attempts) - 1, last.nr, first, [*_new_version(beschluss), *changed]
    edits = _settle(beschluss, last, begriffe)
    failed = recount(beschluss, begriffe)[-1].failed_consensus
    return (
        len(attempts),
        number,
        (fallback(beschluss) or first) if same and failed else first,
        [*edits, *_new_version(beschluss)],
    )


def _settle(beschluss: Beschluss, last: Versuch, begriffe: Mapping[str, Begriff]) -> list[Edit]:
    """Write down how the attempt before ended, as totals, before the next one begins."""
    position, edits = len(beschluss.versuche) - 1, []
    counted = recount(beschluss, begriffe)[-1]
    if last.ergebnis is None and counted.verdict:
        word = attempt_word(counted.verdict.outcome, consensus=counted.consensus)
        edits.append(Edit(("versuche", position, "ergebnis"), word))
    return [*edits, *totals_for_names(beschluss, position, consensus=counted.consensus)]


def totals_for_names(beschluss: Beschluss, position: int, *, consensus: bool) -> list[Edit]:
    """Keep of the votes by name only how many there were of each."""
    if not beschluss.stimmen:
        return []
    counted = named_totals(beschluss, consensus=consensus)
    return [Edit(("versuche", position, "zaehlung"), counted), Edit(("stimmen",), how="remove")]


def named_totals(beschluss: Beschluss, *, consensus: bool) -> dict[Stimme, int]:
    """Add up the votes by name as totals are written: a word that nobody chose counts 0, it was not forgotten."""
    counted = named_votes(beschluss)
    always = STUFEN if consensus else ("ja", "nein", "enthaltung")
    return {word: number for word, number in counted.items() if number or word in always}


def _fassung(beschluss: Beschluss) -> int:
    """Give the number of the wording as it stands: one more where an attempt used the number for other words."""
    wording, number = wording_hash(beschluss.antrag.wortlaut), beschluss.antrag.fassung
    used = [one.fassung for one in beschluss.versuche if one.wortlaut and one.wortlaut != wording and one.zaehlung]
    return max([number, *(one + 1 for one in used)])


def _new_version(beschluss: Beschluss) -> list[Edit]:
    number = _fassung(beschluss)
    return [Edit(("antrag", "fassung"), number)] if number != beschluss.antrag.fassung else []


def fallback(beschluss: Beschluss) -> str | None:
    """Give the procedure that follows when the first does not succeed."""
    name = beschluss.regel.sonst if beschluss.regel else None
    return None if name == KEINE else name


def _options(ballot: Ballot, rule: Zaehlregel | None) -> list[dict[str, Any]]:
    """Give the numbers of a choice between proposals as they are written down; nothing where Ja and Nein count."""
    choosing = rule is not None and rule.is_choice
    if ballot.options and not choosing:
        raise WrongCall("--option passt nur, wenn das Verfahren zwischen mehreren Vorschlägen wählt. Zähl die Stimmen.")
    if rule is None or not choosing:
        return []
    if len(ballot.options) < AT_LEAST_TWO:
        raise WrongCall("Hier wählt ihr zwischen Vorschlägen. Nenn jeden mit seiner Zahl: --option A=4 --option B=3")
    key = "widerstand" if rule.auswahl == "geringster_widerstand" else "stimmen"
    return [{"name": name, key: number} for name, number in ballot.options.items()]


def _words(counts: Mapping[Stimme, int], rule: Zaehlregel | None, procedure: str) -> dict[Stimme, int]:
    """Give the counts as they are written down."""
    if procedure == EINZELN:
        raise WrongCall(
            "Hier entscheidet eine Person allein. Schreib das Ergebnis gleich auf: wiq decide close … --outcome angenommen"
        )
    if not counts and rule is not None and rule.is_silent:
        raise WrongCall(SILENT)
    if not counts:
        raise WrongCall("Es fehlen die Stimmen, zum Beispiel --ja 4 --nein 2 oder --zustimmung 5 --veto 1.")
    if rule is None:
        return dict(counts)
    if not rule.is_consensus:
        if any(word in counts for word in ONLY_CONSENSUS):
            raise WrongCall(f"Hier gilt das Verfahren „{procedure}“. Zähl Ja und Nein: --ja 4 --nein 2 --enthaltung 1.")
        return dict(counts)
    if any(word in counts for word in ONLY_MAJORITY):
        raise WrongCall(
            f"Hier gilt das Verfahren „{procedure}“. Zähl die Stufen: --zustimmung 5 --beiseite 1 --veto 0."
        )
    stufen = rule.stufen or STUFEN
    if wrong := [word for word in counts if word not in stufen]:
        raise WrongCall(f"Die Stufe „{wrong[0]}“ gibt es in diesem Verfahren nicht. Es gibt: {', '.join(stufen)}.")
    return {stufe: counts.get(stufe, 0) for stufe in STUFEN if stufe in stufen}


def read_objection(text: str, counts: Mapping[Stimme, int]) -> tuple[Stufe | None, str]:
    """Give level and reason: ``veto: Das ist zu teuer``, or the gravest level that somebody chose, if one did."""
    word, colon, rest = text.partition(":")
    for stufe in get_args(Stufe):
        if colon and word.strip() == stufe and rest.strip():
            return stufe, rest.strip()
    if not text.strip():
        raise WrongCall("--objection: Hier gehört die Begründung hin.")
    gravest: tuple[Stufe, ...] = ("veto", "schwere_bedenken", "leichte_bedenken")
    return next((stufe for stufe in gravest if counts.get(stufe)), None), text.strip()
