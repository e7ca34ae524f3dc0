"""Recording votes. What is to be written comes out as edits; who calls writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.recount import attempt_word, recount, rule_for, wording_of
from wiq_cli.domain.regeln import EINZELN, KEINE, STUFEN, Stufe
from wiq_cli.domain.situation import named_votes
from wiq_cli.domain.verdict import ONLY_CONSENSUS, ONLY_MAJORITY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme, Versuch
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff, Zaehlregel


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


def vote(beschluss: Beschluss, ballot: Ballot, begriffe: Mapping[str, Begriff], heute: date) -> list[Edit]:
    """Record the count of the current attempt, opening one where there is none.

    Raises ``WrongCall`` for words that the procedure does not know and for days and numbers that cannot be,
    ``Refused`` for a decision that is over.
    """
    if not beschluss.is_open:
        raise Refused("Über diesen Antrag ist schon entschieden. Eine spätere Stimme zählt nicht mehr.")
    if beschluss.regel is None and not beschluss.versuche:
        raise Refused(
            "In der Datei fehlt, nach welchem Verfahren ihr entscheidet. Ergänz eine Zeile: regel: {verfahren: konsens}"
        )
    edits = [Edit(("ergebnis",), how="remove")] if beschluss.ergebnis else []
    position, number, procedure, opening = _attempt(beschluss, begriffe)
    check_day(beschluss.moved, [one.am for one in beschluss.versuche[:position]], ballot.day, heute)
    _check_present(beschluss, ballot.present)
    counts = _words(ballot.counts, rule_for(beschluss, procedure, begriffe), procedure)
    current = beschluss.versuche[position] if position < len(beschluss.versuche) else None
    if current is not None and beschluss.stimmen:
        raise Refused("Hier stehen die Stimmen schon nach kennung unter „stimmen“. Ändere sie dort.")
    edits += opening
    if current is None:
        record = {
            "nr": number,
            "verfahren": procedure,
            "fassung": _fassung(beschluss),
            "wortlaut": wording_hash(beschluss.antrag.wortlaut),
        }
        edits.append(Edit(("versuche",), {**record, "am": ballot.day, "zaehlung": counts}, "append"))
    else:
        edits += [Edit(("versuche", position, "am"), ballot.day), Edit(("versuche", position, "zaehlung"), counts)]
    if ballot.present is not None:
        edits.append(Edit(("anwesend_zahl",), ballot.present))
    known = {(one.stufe, one.text) for one in beschluss.bedenken}
    for text in ballot.objections:
        stufe, reason = _objection(text, ballot.counts)
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


def _check_present(beschluss: Beschluss, present: int | None) -> None:
    voters = beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None
    if present is not None and voters is not None and present > voters:
        raise WrongCall(f"--present: Stimmberechtigt sind nur {voters}. Zähl nur, wer mitstimmen darf.")


def check_count(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> Recount:
    """Count the attempt that was just recorded. Raises ``Refused`` where more voted than could."""
    last = recount(beschluss, begriffe)[-1]
    if last.lage.excess:
        limits = [limit for limit in (last.lage.voters, last.lage.voters_present) if limit is not None]
        raise Refused(
            f"Das sind {last.lage.cast} Stimmen. Abstimmen konnten nur {min(limits)}. Es wurde nichts geschrieben."
        )
    return last


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
        consensus = counted.rule is not None and counted.rule.is_consensus
        edits.append(
            Edit(("versuche", position, "ergebnis"), attempt_word(counted.verdict.outcome, consensus=consensus))
        )
    return [*edits, *totals_for_names(beschluss, position)]


def totals_for_names(beschluss: Beschluss, position: int) -> list[Edit]:
    """Keep of the votes by name only how many there were of each."""
    if not beschluss.stimmen:
        return []
    totals = {word: number for word, number in named_votes(beschluss).items() if number}
    return [Edit(("versuche", position, "zaehlung"), totals), Edit(("stimmen",), how="remove")]


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


def _words(counts: Mapping[Stimme, int], rule: Zaehlregel | None, procedure: str) -> dict[Stimme, int]:
    """Give the counts as they are written down."""
    if procedure == EINZELN:
        raise WrongCall(
            "Hier entscheidet eine Person allein. Schreib das Ergebnis gleich auf: wiq decide close … --outcome angenommen"
        )
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


def _objection(text: str, counts: Mapping[Stimme, int]) -> tuple[Stufe | None, str]:
    """Give level and reason: ``veto: Das ist zu teuer``, or the gravest level that somebody chose, if one did."""
    word, colon, rest = text.partition(":")
    for stufe in get_args(Stufe):
        if colon and word.strip() == stufe and rest.strip():
            return stufe, rest.strip()
    if not text.strip():
        raise WrongCall("--objection: Hier gehört die Begründung hin.")
    gravest: tuple[Stufe, ...] = ("veto", "schwere_bedenken", "leichte_bedenken")
    return next((stufe for stufe in gravest if counts.get(stufe)), None), text.strip()
