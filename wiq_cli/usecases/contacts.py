"""The people of chosen teams for the address books of those who look after them. Never for handing on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.uid import contact_uid
from wiq_cli.domain.verteilung import same_person

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date

    from wiq_cli.domain.person import Person
    from wiq_cli.domain.team import Team

TWO_WORDS = re.compile(r"([^\s,.]+) ([^\s,.]+)")
PARTICLES = frozenset(
    {"von", "van", "zu", "zum", "zur", "de", "da", "di", "del", "der", "den", "al", "el", "dr", "prof"}
)


@dataclass(frozen=True, slots=True)
class Kontakt:
    """Private."""

    uid: str
    kennung: str
    name: str
    email: str
    telefon: str
    rolle: str
    teams: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, str]:
        """Give the first and the last name. Any other name than one of two plain words is given as a whole: a guess would be wrong."""
        found = TWO_WORDS.fullmatch(self.name)
        if found is None or {word.casefold() for word in found.groups()} & PARTICLES:
            return self.name, ""
        return found[1], found[2]


class Auswahl(NamedTuple):
    """Who is in it, and how many are not: those who left, and minors, who are reached through whoever leads the team."""

    kontakte: tuple[Kontakt, ...]
    gone: int
    minors: int


def contacts(teams: Iterable[tuple[str, Team]], domain: str | None, heute: date) -> Auswahl:
    """Give everybody who belongs to these teams on that day; who is in two of them stands there once."""
    found: dict[Hashable, Kontakt] = {}
    gone: set[Hashable] = set()
    minors: set[Hashable] = set()
    for kuerzel, team in teams:
        for key, position, person in team.personen():
            who = same_person(person) or (kuerzel, key, position)
            if person.bis is not None and person.bis < heute:
                gone.add(who)
            elif person.minderjaehrig:
                minors.add(who)
            elif person.name or person.email or person.telefon:
                one = _kontakt(
                    person, team.name, f"{domain or ''}/{person.kennung or f'{kuerzel}/{person.name or position}'}"
                )
                found[who] = _joined(found[who], one) if who in found else one
    ordered = sorted(found.values(), key=lambda one: (one.name.casefold(), one.kennung, one.uid))
    return Auswahl(tuple(ordered), len(gone - found.keys() - minors), len(minors - found.keys()))


def _kontakt(person: Person, team: str, about: str) -> Kontakt:
    return Kontakt(
        uid=contact_uid(about),
        kennung=person.kennung or "",
        name=person.name or "",
        email=person.email or "",
        telefon=person.telefon or "",
        rolle=person.rolle or "",
        teams=(team,),
    )


def _joined(one: Kontakt, other: Kontakt) -> Kontakt:
    """Put two entries of a person together; the first one counts where both say something."""
    said = {key: getattr(one, key) or getattr(other, key) for key in ("kennung", "name", "email", "telefon")}
    roles = [each for each in dict.fromkeys((one.rolle, other.rolle)) if each]
    return Kontakt(uid=one.uid, rolle="; ".join(roles), teams=tuple(dict.fromkeys((*one.teams, *other.teams))), **said)
