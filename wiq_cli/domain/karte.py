"""An index card: the little that rules over the whole network need of each team, so that ten thousand fit in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.person import Person, Zugang
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
    minderjaehrig: bool = False
    zugang: Zugang | None = None

    @property
    def bank(self) -> str | None:
        """The bench somebody sits on."""
        return self.zugang.bank if self.zugang else None

    @property
    def beschluesse(self) -> tuple[str, ...]:
        """The decisions on which the admission rests."""
        return tuple(self.zugang.beschluesse) if self.zugang else ()

    def member_on(self, day: date) -> bool:
        """Whether the person belongs to the team on that day."""
        return (self.seit is None or self.seit <= day) and (self.bis is None or self.bis >= day)


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
    partner: tuple[str, ...] = ()
    entsandt: tuple[tuple[str, str], ...] = ()  # who was sent into the team, and by whom
    wuensche: tuple[tuple[DataPath, str], ...] = ()  # what the team asks for, with place
    profil_durch: str | None = None  # who agreed to the profile
    ziel_bis: date | None = None  # the last day of what is still to be reached


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
        partner=tuple(one.name for one in team.kooperationspartner),
        entsandt=tuple(
            (one.kennung, one.zugang.von)
            for _, _, one in team.personen()
            if one.kennung and one.zugang and one.zugang.von
        ),
        personen=tuple(_mitgliedschaft((key, position), one) for key, position, one in team.personen()),
        wuensche=(
            *((("support", number, "was"), one.was) for number, one in enumerate(team.support)),
            *((("offene_fragen", number), one) for number, one in enumerate(team.offene_fragen)),
        ),
        profil_durch=team.einwilligung.profil.durch if team.einwilligung.profil else None,
        ziel_bis=_ziel_bis(team),
    )


def _ziel_bis(team: Team) -> date | None:
    open_goals = [one for one in team.ziele.teilziele if not one.erreicht]
    if team.ziele.teilziele and not open_goals:
        return None
    return max((day for day in (team.ziele.bis, *(one.bis for one in open_goals)) if day), default=None)


def _mitgliedschaft(path: DataPath, one: Person) -> Mitgliedschaft:
    return Mitgliedschaft(
        path,
        one.kennung,
        one.name,
        one.email,
        one.telefon,
        one.seit,
        one.bis,
        one.minderjaehrig,
        one.zugang,
    )
