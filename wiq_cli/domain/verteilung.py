"""Who gets the mail of a team's list: only people who have agreed to that, each address once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.kontakt import address
from wiq_cli.domain.privat import name_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import date

    from wiq_cli.domain.person import Person
    from wiq_cli.domain.team import Team

ZWECK = "verteiler"
Grund = Literal["gone", "no_email", "refused", "revoked", "expired", "undated", "minor", "not_asked"]
GRUENDE: tuple[Grund, ...] = ("revoked", "refused", "expired", "minor", "undated", "not_asked", "no_email", "gone")


@dataclass(frozen=True, slots=True)
class Empfaenger:
    """Private. ``name`` is empty for minors: their names stand in no output."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Verteilung:
    """Who is on a list, and how many people of the team are not, and why."""

    empfaenger: tuple[Empfaenger, ...]
    left_out: Counter[Grund]


def verteilung(team: Team, heute: date) -> Verteilung:
    """Look at everybody in a team. Somebody who stands in it twice counts once; there, the later no beats a yes."""
    people: dict[Hashable, list[Person]] = {}
    for key, position, person in team.personen():
        people.setdefault(same_person(person) or (key, position), []).append(person)
    found: dict[str, Empfaenger] = {}
    left_out: Counter[Grund] = Counter()
    for entries in people.values():
        reasons = [why_not(one, heute) or _later_no(one, entries) for one in entries]
        if all(reasons):
            left_out[min((one for one in reasons if one), key=GRUENDE.index)] += 1
        for one, reason in zip(entries, reasons, strict=True):
            if reason is None and one.email:
                name = "" if one.minderjaehrig else one.name or ""
                found[address(one.email)] = min(
                    found.get(address(one.email), Empfaenger(one.email, name)), Empfaenger(one.email, name), key=_order
                )
    return Verteilung(tuple(found[key] for key in sorted(found)), left_out)


def why_not(person: Person, heute: date) -> Grund | None:
    """Say why somebody gets no mail of the list on that day; None for those who do."""
    if person.bis is not None and person.bis < heute:
        return "gone"
    if not person.email:
        return "no_email"
    answer = person.einwilligung.verteiler if person.einwilligung else None
    if answer is None:
        return "not_asked"
    state = answer.state(heute)
    if state == "given":
        return "minor" if person.minderjaehrig and not answer.nachweis else None  # the proof is that of the parents
    return state


def same_person(person: Person) -> Hashable:
    """Give what two entries of one person have in common; None where nothing tells."""
    if person.kennung:
        return person.kennung
    return (*name_words(person.name), address(person.email)) if person.name and person.email else None


def _later_no(person: Person, entries: Sequence[Person]) -> Grund | None:
    """Say that another entry of the same person took the yes back; a no without a day counts as well."""
    agreed = person.einwilligung.verteiler if person.einwilligung else None
    for one in entries:
        answer = one.einwilligung.verteiler if one.einwilligung else None
        if one is person or answer is None or (answer.antwort == "ja" and answer.widerrufen is None):
            continue
        day = answer.widerrufen or answer.am
        if day is None or agreed is None or agreed.am is None or day >= agreed.am:
            return "revoked" if answer.widerrufen else "refused"
    return None


def _order(one: Empfaenger) -> tuple[bool, str, str]:
    """Order two spellings of one address: the one with a name first."""
    return (not one.name, one.email, one.name)
