"""Votes that do not count although they were counted: of somebody excluded, or come too late. And whether it matters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import LATE
from wiq_cli.domain.recount import attempt_word, outcome_word
from wiq_cli.domain.situation import absent_voters, named_votes
from wiq_cli.domain.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.lage import Lage
    from wiq_cli.domain.recount import Recount


def excluded_voters(beschluss: Beschluss) -> list[str]:
    """Give who is excluded and stands among the votes all the same."""
    return [person for person in beschluss.stimmen if person in beschluss.excluded]


def late_voters(beschluss: Beschluss) -> list[str]:
    """Give whose vote stands among the votes although it came too late, or not in the meeting."""
    absent = absent_voters(beschluss)
    return [person for person in beschluss.stimmen if person in beschluss.late | absent]


def late_in_totals(beschluss: Beschluss, one: Recount) -> bool:
    """Whether so many votes were counted that those which came late must be among them."""
    late = sum(note.art == LATE for note in beschluss.nachtraege)
    voters, there = one.lage.voters, one.lage.voters_present
    full = (voters is not None and one.lage.cast > voters - late) or (there is not None and one.lage.cast > there)
    return late > 0 and one.versuch.zaehlung is not None and full


def kept_in_the_whole(one: Recount) -> bool:
    """Whether the recorded result comes out only when those excluded are still counted among the people."""
    if one.lage.excess or not one.lage.ausgeschlossen:
        return False
    return not one.confirmed and _gives_what_is_recorded(one, one.lage.stimmen)


def counted_all_the_same(beschluss: Beschluss, one: Recount) -> bool:
    """Whether the recorded result comes out only when void votes are counted."""
    if not (one.void or late_voters(beschluss) or late_in_totals(beschluss, one)):
        return False
    totals = one.versuch.zaehlung
    return _gives_what_is_recorded(one, totals.counted() if totals else named_votes(beschluss, void=frozenset()))


def what_remains(beschluss: Beschluss, one: Recount) -> str:
    """Say which result remains without the void votes, and whether it hangs on them; nothing while the vote goes on."""
    if one.verdict is None or not one.recorded or beschluss.is_open:
        return ""
    if one.confirmed:
        return " Das Ergebnis hängt nicht daran."
    word = attempt_word(one.verdict.outcome, consensus=one.consensus)
    return f" Ohne solche Stimmen heißt das Ergebnis „{word}“."


def _gives_what_is_recorded(one: Recount, votes: Mapping[Stimme, int]) -> bool:
    if one.rule is None or not one.recorded:
        return False
    known, cast = one.lage.mitglieder, sum(votes.values())
    everybody = replace(
        one.lage, stimmen=votes, anwesende=None, ausgeschlossen=0, ausgeschlossen_anwesend=0,
        mitglieder=known if known is None else max(known, cast),
    )  # fmt: skip
    there = one.lage.anwesende
    lages = (everybody, replace(everybody, anwesende=there)) if there is not None else (everybody,)
    return outcome_word(one.recorded) in {judge(one.rule, lage).outcome for lage in lages}


def matters(one: Recount, votes: Collection[Stimme], people: int) -> bool:
    """Whether the outcome is another without some votes: those given, or any ``people`` of them where nobody knows which."""
    if one.rule is None or one.verdict is None or not people:
        return False
    if votes:
        return judge(one.rule, _without(one.lage, votes, people)).outcome != one.verdict.outcome
    return any(
        judge(one.rule, _without(one.lage, [word] * min(people, number), people)).outcome != one.verdict.outcome
        for word, number in one.lage.stimmen.items()
        if number
    )


def hangs_on_late(beschluss: Beschluss, one: Recount) -> str:
    """Say whether the result hangs on the late votes, where nobody knows which of the totals they are."""
    if matters(one, [], sum(note.art == LATE for note in beschluss.nachtraege)):
        return " Ob das Ergebnis daran hängt, lässt sich nicht feststellen."
    return " Das Ergebnis hängt nicht daran." if one.verdict else ""


def _without(lage: Lage, votes: Collection[Stimme], people: int) -> Lage:
    left = dict(lage.stimmen)
    for word in votes:
        left[word] = left.get(word, 0) - 1
    return replace(
        lage,
        stimmen=left,
        ausgeschlossen=lage.ausgeschlossen + people,
        ausgeschlossen_anwesend=lage.ausgeschlossen_anwesend + people,
    )
