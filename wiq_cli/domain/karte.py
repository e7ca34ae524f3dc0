"""An index card: the little that rules over the whole network need of each team, so that ten thousand fit in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.team import Team


@dataclass(frozen=True, slots=True)
class Mitgliedschaft:
    """One person in one team. Private; lives in memory only."""

    path: DataPath
    kennung: str | None
    name: str | None
    email: str | None
    telefon: str | None
    seit: date | None
    bis: date | None


@dataclass(frozen=True, slots=True)
class Karte:
    """One team, short."""

    kuerzel: str
    file: str
    art: str
    name: str
    status: str
    verteiler: str | None
    frueher: tuple[str, ...]
    stadtteile: tuple[str, ...]
    themen: tuple[str, ...]
    personen: tuple[Mitgliedschaft, ...]


def karte(kuerzel: str, file: str, team: Team) -> Karte:
    """Write the card of a team."""
    return Karte(
        kuerzel=kuerzel,
        file=file,
        art=team.art,
        name=team.name,
        status=team.status,
        verteiler=team.verteiler,
        frueher=tuple(team.frueher),
        stadtteile=tuple(team.stadtteile),
        themen=tuple(team.themen),
        personen=tuple(
            Mitgliedschaft((key, position), one.kennung, one.name, one.email, one.telefon, one.seit, one.bis)
            for key, position, one in team.personen()
        ),
    )
