"""Counting. Whole numbers and exact fractions go in, an outcome with its reason comes out; nothing is guessed.

More Ja than Nein adopts; abstentions and invalid votes do not count; a tie rejects; without a single Ja nothing is
adopted. Where the record does not carry the result, the outcome is ``nicht_feststellbar``.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.lage import WORD, Lage, Outcome, Range, Verdict, unknown
from wiq_cli.domain.verdict_choice import choice
from wiq_cli.domain.verdict_consensus import ONLY_CONSENSUS, ONLY_MAJORITY, consensus

if TYPE_CHECKING:
    from wiq_cli.domain.abstimmung import Stimme
    from wiq_cli.domain.zaehlregel import Beschlussfaehigkeit, Zaehlregel

__all__ = (
    "ONLY_CONSENSUS", "ONLY_MAJORITY", "WORD", "Lage", "Outcome", "Verdict", "at_least", "judge", "more_than", "unknown",
)  # fmt: skip
DECIDING: tuple[Stimme, ...] = ("ja", "nein", "enthaltung")


def judge(rule: Zaehlregel, lage: Lage) -> Verdict:
    """Count one vote by one rule."""
    verdict = _count(rule, lage)
    if not rule.is_majority or rule.is_consensus or verdict.outcome not in {"angenommen", "abgelehnt"}:
        return verdict
    fewer = (
        replace(lage, stimmen={**lage.stimmen, word: number - 1})
        for word in DECIDING
        if (number := lage.stimmen.get(word, 0))
    )
    return replace(verdict, hangs_on_one=any(_count(rule, one).outcome != verdict.outcome for one in fewer))


def _count(rule: Zaehlregel, lage: Lage) -> Verdict:
    if not (lage.stimmen or lage.begruendet or lage.optionen or rule.is_silent):
        return unknown("Es sind keine Stimmen festgehalten.")
    if lage.excess:
        return unknown("Es sind mehr Stimmen festgehalten, als Personen abstimmen konnten.")
    if rule.beschlussfaehigkeit and (failed := _without_quorum(rule.beschlussfaehigkeit, lage)):
        return failed
    if rule.is_choice:
        return choice(rule, lage)
    return consensus(rule, lage) if rule.is_consensus else _majority(rule, lage)


def _without_quorum(quorum: Beschlussfaehigkeit, lage: Lage) -> Verdict | None:
    """Say why too few were there; None where enough were. Whoever voted was there."""
    if lage.mitglieder is None and (quorum.mindestens or quorum.mehr_als):
        return unknown("Eure Regel verlangt, dass genug da sind. Wie viele ihr seid, ist nicht festgehalten.")
    whole = lage.mitglieder or 0
    needed = max(
        quorum.personen or 0,
        at_least(quorum.mindestens, whole) if quorum.mindestens else 0,
        more_than(quorum.mehr_als, whole) if quorum.mehr_als else 0,
    )
    there = lage.anwesende if lage.anwesende is not None else lage.cast
    if there >= needed:
        return None
    if lage.anwesende is None and needed <= whole:
        return unknown("Eure Regel verlangt, dass genug da sind. Wie viele da waren, ist nicht festgehalten.")
    return Verdict(
        "nicht_erreicht", f"{_there(there)}, eure Regel verlangt {needed}. So kommt kein Beschluss zustande."
    )


def _there(number: int) -> str:
    return anzahl(number, "1 Person war da", "{} waren da") if number else "Niemand war da"


# -- majorities -------------------------------------------------------------------------------------------------------
def more_than(share: Fraction, whole: int) -> int:
    """Give the smallest number that is more than this share of the whole."""
    return share.numerator * whole // share.denominator + 1


def at_least(share: Fraction, whole: int) -> int:
    """Give the smallest number that is not less than this share of the whole."""
    return -(-share.numerator * whole // share.denominator)


def _needed(rule: Zaehlregel, whole: int) -> int:
    """Give the Ja votes that are enough. Without a single one nothing is adopted."""
    share = at_least(rule.mindestens, whole) if rule.mindestens else more_than(rule.mehr_als or Fraction(1, 2), whole)
    return max(1, share)


def _majority(rule: Zaehlregel, lage: Lage) -> Verdict:
    if any(lage.stimmen.get(word) for word in ONLY_CONSENSUS):
        return unknown("Hier sind Konsensstufen festgehalten statt Ja und Nein.")
    yes = lage.stimmen.get("ja")
    if yes is None:
        return unknown("Die Ja-Stimmen sind nicht festgehalten.")
    whole = _whole(rule, lage)
    if isinstance(whole, Verdict):
        return whole
    for end, outcome in ((whole.low, "abgelehnt"), (whole.high, "angenommen")):  # the least and the most that it takes
        if end is not None and (yes >= _needed(rule, end)) == (outcome == "angenommen"):
            return Verdict(outcome, _reason(rule, lage, yes, end), yes - _needed(rule, end))  # type: ignore[arg-type]
    return unknown(MISSING[rule.basis or "ja_nein"])


MISSING = {
    "ja_nein": "Die Nein-Stimmen sind nicht festgehalten.",
    "mit_enthaltung": "Nein-Stimmen oder Enthaltungen sind nicht festgehalten.",
    "anwesende": "Wie viele da waren, ist nicht festgehalten.",
    "mitglieder": "Wie viele stimmberechtigt waren, ist nicht festgehalten.",
}


def _whole(rule: Zaehlregel, lage: Lage) -> Range | Verdict:
    """Give the number that the share is taken from, as far as the record fixes it."""
    votes, basis = lage.stimmen, rule.basis or "ja_nein"
    if basis == "anwesende":
        return lage.present
    if basis == "mitglieder":
        return Range(lage.cast, None) if lage.voters is None else Range(lage.voters, lage.voters)
    if "nein" not in votes:
        return unknown(MISSING[basis])
    decided = votes.get("ja", 0) + votes["nein"]
    if basis == "ja_nein":
        return Range(decided, decided)
    most = lage.limit if "enthaltung" not in votes else decided + votes["enthaltung"]
    return Range(decided + votes.get("enthaltung", 0), most)


WHOLE = {
    "ja_nein": ("1 Stimme", "{} Ja- und Nein-Stimmen"),
    "mit_enthaltung": ("1 Stimme", "{} Stimmen mit Enthaltungen"),
    "anwesende": ("1 Person, die da war", "{} Anwesenden"),
    "mitglieder": ("1 Mitglied", "{} Mitgliedern"),
}


def _takes(needed: int, whole: int, basis: str) -> str:
    return f"{anzahl(needed, 'Gebraucht wird 1', 'Gebraucht werden {}')} Ja von {anzahl(whole, *WHOLE[basis])}."


def _reason(rule: Zaehlregel, lage: Lage, yes: int, whole: int) -> str:
    no = lage.stimmen.get("nein", 0)
    count = f"{yes} Ja, {no} Nein." if "nein" in lage.stimmen else f"{yes} Ja."
    basis = rule.basis or "ja_nein"
    if yes == 0:
        return f"{count} Ohne ein Ja ist nichts angenommen."
    if basis == "ja_nein" and rule.mehr_als == Fraction(1, 2):
        if yes == no:
            return f"{count} Bei Gleichstand ist der Antrag abgelehnt."
        return f"{count} Das sind {'mehr' if yes > no else 'weniger'} Ja als Nein."
    return f"{count} {_takes(_needed(rule, whole), whole, basis)}"
