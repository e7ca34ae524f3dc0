"""The attempt that the next votes belong to: its number, its procedure, and what is settled before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.recount import attempt_word, recount, wording_of
from wiq_cli.domain.regeln import KEINE, STUFEN
from wiq_cli.domain.situation import named_votes
from wiq_cli.usecases.decide_edit import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiq_cli.domain.beschluss import Beschluss, Stimme, Versuch
    from wiq_cli.domain.regeln import Begriff


def next_procedure(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> str:
    """Give the procedure by which the next votes count."""
    return attempt(beschluss, begriffe)[2]


def attempt(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> tuple[int, int, str, list[Edit]]:
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
        fresh = {"verfahren": first, "fassung": wording_number(beschluss), "wortlaut": wording}
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


def wording_number(beschluss: Beschluss) -> int:
    """Give the number of the wording as it stands: one more where an attempt used the number for other words."""
    wording, number = wording_hash(beschluss.antrag.wortlaut), beschluss.antrag.fassung
    used = [one.fassung for one in beschluss.versuche if one.wortlaut and one.wortlaut != wording and one.zaehlung]
    return max([number, *(one + 1 for one in used)])


def _new_version(beschluss: Beschluss) -> list[Edit]:
    number = wording_number(beschluss)
    return [Edit(("antrag", "fassung"), number)] if number != beschluss.antrag.fassung else []


def fallback(beschluss: Beschluss) -> str | None:
    """Give the procedure that follows when the first does not succeed."""
    name = beschluss.regel.sonst if beschluss.regel else None
    return None if name == KEINE else name
