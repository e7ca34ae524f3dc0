"""Counting. Whole numbers and exact fractions go in, an outcome with its reason comes out; nothing is guessed.

More Ja than Nein adopts; abstentions and invalid votes do not count; a tie rejects; without a single Ja nothing is
adopted. Where the record does not carry the result, the outcome is ``nicht_feststellbar``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from wiq_cli.domain.beschluss import Stimme
    from wiq_cli.domain.regeln import Beschlussfaehigkeit, Stufe, Zaehlregel

Outcome = Literal["angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar"]
WORD = {
    "ja": "Ja", "nein": "Nein", "enthaltung": "Enthaltung", "ungueltig": "ungültig", "zustimmung": "Zustimmung",
    "leichte_bedenken": "leichte Bedenken", "beiseite": "Beiseitestehen", "schwere_bedenken": "schwere Bedenken", "veto": "Veto",
}  # fmt: skip
ONLY_MAJORITY: tuple[Stimme, ...] = ("ja", "nein", "ungueltig")
ONLY_CONSENSUS: tuple[Stufe, ...] = ("zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto")


@dataclass(frozen=True, slots=True)
class Lage:
    """What the record of one vote says. A number that is missing was not recorded; it is not zero."""

    stimmen: Mapping[Stimme, int]
    mitglieder: int | None = None  # everybody entitled to vote, the excluded among them
    anwesende: int | None = None  # everybody present, the excluded among them
    ausgeschlossen: int = 0
    ausgeschlossen_anwesend: int = 0
    begruendet: Mapping[Stufe, int] = field(default_factory=dict)  # objections that carry a reason, by level

    @property
    def cast(self) -> int:
        """How many votes were recorded, whatever they say."""
        return sum(self.stimmen.values())

    @property
    def voters(self) -> int | None:
        """How many could vote: the excluded shrink the number, unlike those who abstain."""
        return None if self.mitglieder is None else max(0, self.mitglieder - self.ausgeschlossen)

    @property
    def voters_present(self) -> int | None:
        """How many of those present could vote."""
        return None if self.anwesende is None else max(0, self.anwesende - self.ausgeschlossen_anwesend)

    @property
    def excess(self) -> int:
        """How many votes there are beyond the people who could cast them."""
        limits = [limit for limit in (self.voters, self.voters_present) if limit is not None]
        return max(0, self.cast - min(limits)) if limits else 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome and its reason in German.

    ``margin`` is how far the vote lies from the line: 0 or more is enough, less is not. At 0 and -1 one vote decides.
    """

    outcome: Outcome
    reason: str
    margin: int | None = None

    @property
    def hangs_on_one(self) -> bool:
        """Whether one vote the other way would have changed the outcome."""
        return self.margin in {0, -1}


def judge(rule: Zaehlregel, lage: Lage) -> Verdict:
    """Count one vote by one rule."""
    if not lage.stimmen and not lage.begruendet:
        return _unknown("Es sind keine Stimmen festgehalten.")
    if lage.excess:
        return _unknown("Es sind mehr Stimmen festgehalten, als Personen abstimmen konnten.")
    if rule.beschlussfaehigkeit and (failed := _without_quorum(rule.beschlussfaehigkeit, lage)):
        return failed
    return _consensus(rule, lage) if rule.is_consensus else _majority(rule, lage)


def _unknown(reason: str) -> Verdict:
    return Verdict("nicht_feststellbar", f"{reason} Damit lässt sich das Ergebnis nicht feststellen.")


def _without_quorum(quorum: Beschlussfaehigkeit, lage: Lage) -> Verdict | None:
    if lage.anwesende is None or lage.mitglieder is None:
        return _unknown("Eure Regel verlangt, dass genug da sind. Wie viele da waren, ist nicht festgehalten.")
    needed = max(
        quorum.personen or 0,
        at_least(quorum.mindestens, lage.mitglieder) if quorum.mindestens else 0,
        more_than(quorum.mehr_als, lage.mitglieder) if quorum.mehr_als else 0,
    )
    if lage.anwesende >= needed:
        return None
    return Verdict(
        "nicht_erreicht", f"{lage.anwesende} waren da, eure Regel verlangt {needed}. So kommt kein Beschluss zustande."
    )


# -- majorities -------------------------------------------------------------------------------------------------------
def more_than(share: Fraction, whole: int) -> int:
    """Give the smallest number that is more than this share of the whole."""
    return share.numerator * whole // share.denominator + 1


def at_least(share: Fraction, whole: int) -> int:
    """Give the smallest number that is not less than this share of the whole."""
    return -(-share.numerator * whole // share.denominator)


def _majority(rule: Zaehlregel, lage: Lage) -> Verdict:
    if any(lage.stimmen.get(word) for word in ONLY_CONSENSUS):
        return _unknown("Hier sind Konsensstufen festgehalten statt Ja und Nein.")
    yes = lage.stimmen.get("ja")
    if yes is None:
        return _unknown("Die Ja-Stimmen sind nicht festgehalten.")
    whole = _whole(rule, lage)
    if isinstance(whole, Verdict):
        return whole
    needed = max(
        1, at_least(rule.mindestens, whole) if rule.mindestens else more_than(rule.mehr_als or Fraction(1, 2), whole)
    )
    margin = yes - needed
    return Verdict(
        "angenommen" if margin >= 0 else "abgelehnt", _majority_reason(rule, lage, yes, whole, needed), margin
    )


def _whole(rule: Zaehlregel, lage: Lage) -> int | Verdict:
    """Give the number that the share is taken from."""
    votes = lage.stimmen
    match rule.basis or "ja_nein":
        case "ja_nein":
            return (
                votes["ja"] + votes["nein"]
                if "nein" in votes
                else _unknown("Die Nein-Stimmen sind nicht festgehalten.")
            )
        case "mit_enthaltung":
            if "nein" in votes and "enthaltung" in votes:
                return votes["ja"] + votes["nein"] + votes["enthaltung"]
            return _unknown("Nein-Stimmen oder Enthaltungen sind nicht festgehalten.")
        case "anwesende":
            present = lage.voters_present
            return _unknown("Wie viele da waren, ist nicht festgehalten.") if present is None else present
        case _:
            voters = lage.voters
            return _unknown("Wie viele stimmberechtigt waren, ist nicht festgehalten.") if voters is None else voters


WHOLE = {
    "ja_nein": "Ja- und Nein-Stimmen",
    "mit_enthaltung": "Stimmen mit Enthaltungen",
    "anwesende": "Anwesenden",
    "mitglieder": "Mitgliedern",
}


def _majority_reason(rule: Zaehlregel, lage: Lage, yes: int, whole: int, needed: int) -> str:
    no = lage.stimmen.get("nein", 0)
    count = f"{yes} Ja, {no} Nein." if "nein" in lage.stimmen else f"{yes} Ja."
    basis = rule.basis or "ja_nein"
    if yes == 0:
        return f"{count} Ohne ein Ja ist nichts angenommen."
    if basis == "ja_nein" and rule.mehr_als == Fraction(1, 2):
        if yes == no:
            return f"{count} Bei Gleichstand ist der Antrag abgelehnt."
        return f"{count} Das sind {'mehr' if yes > no else 'weniger'} Ja als Nein."
    return f"{count} Gebraucht werden {needed} Ja von {whole} {WHOLE[basis]}."


# -- consensus --------------------------------------------------------------------------------------------------------
def _consensus(rule: Zaehlregel, lage: Lage) -> Verdict:
    if any(lage.stimmen.get(word) for word in ONLY_MAJORITY):
        return _unknown("Hier sind Ja und Nein festgehalten statt der Konsensstufen.")
    blocking = {stufe: _blocking(rule, lage, stufe) for stufe in rule.scheitert_bei}
    blocked = {stufe: number for stufe, number in blocking.items() if number}
    if blocked:
        what = ", ".join(f"{number} {WORD[stufe]}" for stufe, number in blocked.items())
        return Verdict("nicht_erreicht", f"{what}. Der Konsens ist nicht erreicht.", -sum(blocked.values()))
    if None in blocking.values():
        missing = next(WORD[stufe] for stufe, number in blocking.items() if number is None)
        return _unknown(f"Ob jemand „{missing}“ gewählt hat, ist nicht festgehalten.")
    if "zustimmung" not in lage.stimmen and "leichte_bedenken" not in lage.stimmen:
        return _unknown("Die Zustimmungen sind nicht festgehalten.")
    carried = lage.stimmen.get("zustimmung", 0) + lage.stimmen.get("leichte_bedenken", 0)
    needed = max(1, rule.mindestens_zustimmung or 0)
    if carried < needed:
        reason = f"Zugestimmt haben {carried}, gebraucht werden {needed}. Der Konsens ist nicht erreicht."
        return Verdict("nicht_erreicht", reason, carried - needed)
    return Verdict("angenommen", f"{carried} stimmen zu, niemand hält auf. Der Konsens ist erreicht.", carried - needed)


def _blocking(rule: Zaehlregel, lage: Lage, stufe: Stufe) -> int | None:
    """Count the votes that block on this level; None where the record does not say."""
    number, reasoned = lage.stimmen.get(stufe), lage.begruendet.get(stufe, 0)
    if number is None and lage.cast and lage.cast in {lage.voters, lage.voters_present}:
        number = 0  # everybody's vote is recorded, and none of them is this one
    if rule.nur_begruendet:
        return reasoned if number is None else min(reasoned, number)
    return number if number is not None else reasoned or None
