"""Consensus in levels, consent, and consent by silence: what somebody holds up, and what nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.lage import WORD, Lage, Verdict, unknown

if TYPE_CHECKING:
    from wiq_cli.domain.abstimmung import Stimme
    from wiq_cli.domain.zaehlregel import Stufe, Zaehlregel

ONLY_MAJORITY: tuple[Stimme, ...] = ("ja", "nein", "ungueltig")
ONLY_CONSENSUS: tuple[Stufe, ...] = ("zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto")


def consensus(rule: Zaehlregel, lage: Lage) -> Verdict:
    """Say whether everybody can carry it."""
    if any(lage.stimmen.get(word) for word in ONLY_MAJORITY):
        return unknown("Hier sind Ja und Nein festgehalten statt der Konsensstufen.")
    blocking = {stufe: _blocking(rule, lage, stufe) for stufe in rule.scheitert_bei}
    blocked = {stufe: number for stufe, number in blocking.items() if number}
    if blocked:
        what = ", ".join(f"{number} {WORD[stufe]}" for stufe, number in blocked.items())
        return Verdict("nicht_erreicht", f"{what}. Der Konsens ist nicht erreicht.", -sum(blocked.values()))
    if rule.is_silent:
        return _silence(lage)
    if lage.frist_vorbei is False:
        return unknown("Die Nachfrist für Abwesende lief noch.")
    if None in blocking.values():
        missing = next(WORD[stufe] for stufe, number in blocking.items() if number is None)
        return unknown(f"Ob jemand „{missing}“ gewählt hat, ist nicht festgehalten.")
    return _carried(rule, lage)


def _silence(lage: Lage) -> Verdict:
    if lage.frist_vorbei is None:
        return unknown("Bis wann man widersprechen konnte, ist nicht festgehalten.")
    if not lage.frist_vorbei:
        return unknown("Die Frist zum Widersprechen lief noch.")
    return Verdict("angenommen", "Bis zum Ende der Frist hat niemand widersprochen.", 0)


def _carried(rule: Zaehlregel, lage: Lage) -> Verdict:
    if not (lage.complete or lage.stimmen.keys() & {"zustimmung", "leichte_bedenken"}):
        return unknown("Die Zustimmungen sind nicht festgehalten.")
    carried = lage.stimmen.get("zustimmung", 0) + lage.stimmen.get("leichte_bedenken", 0)
    needed = max(1, rule.mindestens_zustimmung or 0)
    if carried < needed:
        reason = f"{_agree(carried)}, {anzahl(needed, 'gebraucht wird 1', 'gebraucht werden {}')}. Der Konsens ist nicht erreicht."
        return Verdict("nicht_erreicht", reason, carried - needed)
    return Verdict("angenommen", f"{_agree(carried)}, niemand hält auf. Der Konsens ist erreicht.", carried - needed)


def _agree(number: int) -> str:
    return anzahl(number, "1 Person stimmt zu", "{} stimmen zu") if number else "Niemand stimmt zu"


def _blocking(rule: Zaehlregel, lage: Lage, stufe: Stufe) -> int | None:
    """Count the votes that block on this level; None where the record does not say."""
    number, reasoned = lage.stimmen.get(stufe), lage.begruendet.get(stufe, 0)
    if number is None and rule.is_silent:
        number = reasoned  # who is silent does not object
    if number is None and lage.complete:
        number = 0
    if rule.nur_begruendet:
        return reasoned if number is None else min(reasoned, number)
    return number if number is not None else reasoned or None
