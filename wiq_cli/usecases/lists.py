"""The distribution lists of a network: which address reaches whom, and what an earlier state said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.kontakt import address
from wiq_cli.domain.verteilung import verteilung

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.team import Team
    from wiq_cli.domain.verteilung import Empfaenger, Grund

# What is wrong with lists: on a foreign domain, two of one address, one as a member of itself or of another.
RULES = ("WIQ111", "WIQ903", "WIQ908", "WIQ911", "WIQ912", "WIQ913")
USABLE = re.compile(r"[a-z0-9][a-z0-9._+-]*@[^/\\]+")  # mail servers and files know these names as well
MembersOf = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Liste:
    """One list. Private."""

    kuerzel: str
    adresse: str
    empfaenger: tuple[Empfaenger, ...]
    left_out: Counter[Grund]

    @property
    def addresses(self) -> set[str]:
        return {address(one.email) for one in self.empfaenger}


class Unterschied(NamedTuple):
    """What becomes of one list: how many were on it and will be, who joins and who leaves."""

    adresse: str
    before: int
    after: int
    joins: list[str]
    leaves: list[str]


def lists(teams: Iterable[tuple[str, Team]], heute: date) -> list[Liste]:
    """Give the list of every team that has an address for one, in the order of the addresses."""
    found = []
    for kuerzel, team in teams:
        if team.verteiler is not None:
            state = verteilung(team, heute)
            found.append(Liste(kuerzel, address(team.verteiler), state.empfaenger, state.left_out))
    return sorted(found, key=lambda one: (one.adresse, one.kuerzel))


def unusable(found: Iterable[Liste]) -> list[str]:
    """Give the teams whose address is none that a mail server takes as a list."""
    return [one.kuerzel for one in found if not USABLE.fullmatch(one.adresse)]


def changes(before: Mapping[str, set[str]], found: Sequence[Liste]) -> list[Unterschied]:
    """Compare with what an earlier run wrote. Lists that stay as they are, are left out."""
    after = {one.adresse: one.addresses for one in found}
    rows = [
        Unterschied(name, len(old), len(new), sorted(new - old), sorted(old - new))
        for name in sorted({*before, *after})
        if (old := before.get(name, set())) != (new := after.get(name, set()))
    ]
    return [*rows]
