"""The parts of a report, the same for every format: figures, and sections of lines. Each knows where it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.public import Wirkung
    from wiq_cli.domain.team import Team

Leser = Literal["steering", "foundation", "funder"]
FEW = 5  # fewer people than so many are not counted out: in a small group everybody knows who is meant


class Beleg(NamedTuple):
    """A place that a number or a sentence rests on. ``before``: as it stood at the beginning of the period."""

    file: str
    path: DataPath
    before: bool = False


@dataclass(frozen=True, slots=True)
class Zahl:
    """A figure with its word. Text where the exact number is not told."""

    wort: str
    wert: int | str
    belege: tuple[Beleg, ...] = ()


@dataclass(frozen=True, slots=True)
class Zeile:
    """One line. ``neben`` says when and how, ``wirkung`` is drawn beside it."""

    text: str
    neben: str = ""
    team: str = ""
    am: date | None = None
    belege: tuple[Beleg, ...] = ()
    wirkung: Wirkung | None = None


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A heading with its lines, or with what to say where there are none."""

    titel: str
    zeilen: tuple[Zeile, ...]
    leer: str


@dataclass(frozen=True, slots=True)
class Bericht:
    """A whole report."""

    netz: str
    fuer: Leser
    begin: date
    end: date
    zahlen: tuple[Zahl, ...]
    abschnitte: tuple[Abschnitt, ...]
    hinweise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lage:
    """The network as its files stood at one moment."""

    teams: Mapping[str, Team]
    files: Mapping[str, str] = field(default_factory=dict)  # of each team

    def beleg(self, kuerzel: str, *path: str | int, before: bool = False) -> Beleg:
        return Beleg(self.files.get(kuerzel, f"teams/{kuerzel}.yaml"), path, before)


@dataclass(frozen=True, slots=True)
class Zeitraum:
    """What a report looks at: two moments, or only the later one where nobody knows the earlier."""

    begin: date
    end: date
    heute: date
    later: Lage
    before: Lage | None
    beschluesse: Sequence[Beschluss]

    @property
    def until(self) -> date:
        """The last day of which anything can be said."""
        return min(self.end, self.heute)

    def holds(self, day: date | None) -> bool:
        return day is not None and self.begin <= day <= self.until

    def earlier(self, kuerzel: str) -> tuple[str, Team] | None:
        """Give a team as it was at the beginning, also under a former name."""
        if self.before is None:
            return None
        team = self.later.teams.get(kuerzel)
        names = (kuerzel, *(reversed(team.frueher) if team else ()))
        return next(((name, self.before.teams[name]) for name in names if name in self.before.teams), None)


def people(number: int) -> int | str:
    """Count people, but not so few that everybody knows them."""
    return f"unter {FEW}" if 0 < number < FEW else number


def german(day: date) -> str:
    """``05.12.2026``."""
    return f"{day:%d.%m.%Y}"
