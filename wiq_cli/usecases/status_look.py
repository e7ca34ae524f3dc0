"""What is known about one team on a day: its last sign of life, its next meeting, what it waits for, how its profile stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiq_cli.domain.lebenszeichen import TREFFEN, Zeichen, signs
from wiq_cli.rules.wiq101_zeile_fehlt import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team, Wirkung
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.usecases.needs import Said
    from wiq_cli.usecases.wish_age import Version

Profile = Literal["fresh", "stale", "missing", "closed", "must_go", "unknown"]
FILE = "Änderung der Datei"


class Waiting(NamedTuple):
    """A wish or a question that nobody has answered for good. Its words stay in the file: names hide there."""

    art: str
    is_support: bool
    since: date | None  # at least
    said: Said


class Effect(NamedTuple):
    """An indicator in numbers."""

    target: float | None
    actual: float | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the output folder. ``stale``: the teams whose files have changed since."""

    teams: Collection[str]
    stale: Collection[str]


@dataclass(frozen=True, slots=True)
class Look:
    """One team on one day."""

    kuerzel: str
    team: Team
    rahmen: Rahmen
    last: Zeichen | None
    written: date | None  # the last time that somebody wrote something down
    meeting: Meeting | None  # the next one
    waiting: tuple[Waiting, ...] = ()
    profile: Profile = "unknown"
    faults: int = 0  # parts of the file that cannot be read
    free_seats: tuple[tuple[str, int], ...] = ()

    @property
    def heute(self) -> date:
        return self.rahmen.heute

    @property
    def runs(self) -> bool:
        return self.team.status == "laeuft"

    @property
    def goals(self) -> tuple[int, int]:
        """How many are reached, of how many."""
        return sum(one.erreicht for one in self.team.ziele.teilziele), len(self.team.ziele.teilziele)

    @property
    def deadline(self) -> date | None:
        """The first day by which something is to be reached that is not."""
        common = self.team.ziele.bis
        return min(
            (day for one in self.team.ziele.teilziele if not one.erreicht and (day := one.bis or common)), default=None
        )

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every indicator that can be counted, with its newest value so far."""
        return tuple(_effect(one, self.heute) for one in self.team.wirkung if one.soll is not None or one.ist)

    @property
    def concept(self) -> tuple[int, int] | None:
        """How many rows of the concept are filled, of how many; None where this type of team fills in none."""
        if not self.rahmen.has_konzept(self.team.art):
            return None
        filled = [full for _, full, _ in rows(self.team)]
        return sum(filled), len(filled)

    @property
    def gaps(self) -> list[str]:
        """The rows of the concept that are empty."""
        if not self.rahmen.has_konzept(self.team.art):
            return []
        return [".".join(str(step) for step in path) for path, full, _ in rows(self.team) if not full]

    @property
    def oldest(self) -> date | None:
        """Since when the oldest wish waits."""
        return min((one.since for one in self.waiting if one.since), default=None)


def last_signs(
    team: Team, rahmen: Rahmen, versions: Sequence[Version], decided: date | None
) -> tuple[Zeichen | None, date | None]:
    """Give the newest sign of life, and the last day on which somebody wrote something down.

    Who tidies up many files at once says nothing about a team; that counts where there is nothing else.
    """
    found = [*signs(team, rahmen), *(Zeichen(one.day, FILE) for one in versions if not one.tidying)]
    if decided:
        found.append(Zeichen(decided, "Beschluss"))
    found = found or [Zeichen(one.day, FILE) for one in versions[-1:]]
    past = [one for one in found if one.am <= rahmen.heute]
    written = [one.am for one in past if one.was != TREFFEN]
    return max(past, key=lambda one: one.am, default=None), max(written, default=None)


def profile_state(kuerzel: str, team: Team, heute: date, published: Published | None) -> Profile:
    """Say how the profile stands in the output folder; unknown where there is none."""
    if published is None:
        return "unknown"
    from wiq_cli.usecases.profile import closed  # noqa: PLC0415  # start-up

    if closed(team, heute):
        return "must_go" if kuerzel in published.teams else "closed"
    if kuerzel not in published.teams:
        return "missing"
    return "stale" if kuerzel in published.stale else "fresh"


def _effect(one: Wirkung, heute: date) -> Effect:

    last = max((value for value in one.ist if value.am <= heute), key=lambda value: value.am, default=None)
    return Effect(
        None if one.soll is None else float(one.soll), float(last.wert) if last else None, last.am if last else None
    )
