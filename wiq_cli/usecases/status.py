"""Monday: how every team stands, those who need somebody first, and what the week brings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.kollision import pairs, room
from wiq_cli.usecases.decide_due import free_seats
from wiq_cli.usecases.meetings import plan
from wiq_cli.usecases.needs import needs
from wiq_cli.usecases.status_look import Look, Published, Waiting, last_signs, profile_state
from wiq_cli.usecases.status_marks import LEVELS, Mark, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.usecases.wish_age import Past

WEEK = timedelta(6)
CALLS = 10  # teams that are named as the next thing to do
FINE = len(LEVELS)


class Unread(NamedTuple):
    """A team whose file says nothing: where, and why. No value in it."""

    team: str
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """One team with everything that speaks for a call."""

    look: Look
    marks: tuple[Mark, ...]

    @property
    def level(self) -> str:
        return self.marks[0].level if self.marks else "fine"

    def sort_key(self) -> tuple[int, int, str]:
        """Order: the worst first."""
        rank = LEVELS.index(self.marks[0].level) if self.marks else FINE
        return rank, -sum(one.weight for one in self.marks), self.look.kuerzel


@dataclass(frozen=True, slots=True)
class Week:
    """What the next seven days bring."""

    meetings: int
    clashes: int
    open_decisions: int
    consents: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen."""

    name: str
    heute: date
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]
    week: Week
    published: bool

    @property
    def calls(self) -> list[Row]:
        """The teams that need somebody now, at most ten."""
        return [one for one in self.rows if one.level in {"urgent", "soon"}][:CALLS]

    @property
    def statuses(self) -> Counter[str]:
        return Counter(one.look.team.status for one in self.rows)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read: teams with the number of faults in each file, decisions, git, and what is published."""

    teams: Sequence[tuple[str, Team, int]]
    beschluesse: Sequence[Beschluss]
    past: Past
    published: Published | None
    unread: Sequence[Unread] = field(default_factory=tuple)


def overview(known: Known, rahmen: Rahmen, *, only: str | None = None) -> Overview:
    """Look at every team, or at one."""
    chosen = [one for one in known.teams if only in (None, one[0])]
    asked: dict[str, list[Waiting]] = defaultdict(list)
    for one in needs(
        ((kuerzel, team) for kuerzel, team, _ in chosen), known.beschluesse, known.past, rahmen.heute, waiting=True
    ):
        asked[one.kuerzel].append(Waiting(one.art, one.wish.is_support, one.since, one.said))
    decided = _decided(known.beschluesse, rahmen.heute)
    coming: list[Meeting] = []
    looks = []
    for kuerzel, team, faults in chosen:
        calendar = plan(kuerzel, team, rahmen.netzwerk)
        week = [one for one in calendar.meetings(rahmen.heute, rahmen.heute + WEEK) if one.status != "cancelled"]
        coming += week
        last, written = last_signs(team, rahmen, known.past.of(kuerzel), decided.get(kuerzel))
        looks.append(
            Look(
                kuerzel, team, rahmen, last, written, next(iter(week or calendar.upcoming(rahmen.heute, 1)), None),
                tuple(asked[kuerzel]),
                profile_state(kuerzel, team, rahmen.heute, known.published), faults,
                tuple((bench, number) for bench, number, _ in free_seats(team, rahmen.regeln, rahmen.heute)),
            )
        )  # fmt: skip
    rows = sorted((Row(look, marks(look)) for look in looks), key=Row.sort_key)
    unread = tuple(one for one in known.unread if only in (None, one.team))
    week_ahead = _week(coming, known.beschluesse, rows)
    return Overview(rahmen.netzwerk.name, rahmen.heute, tuple(rows), unread, week_ahead, known.published is not None)


def _decided(beschluesse: Iterable[Beschluss], heute: date) -> dict[str, date]:
    """Give the last day on which each team voted."""
    found: dict[str, date] = {}
    for one in beschluesse:
        days = [each.am for each in one.versuche if each.am] + [one.ergebnis.am if one.ergebnis else None]
        for day in days:
            if day and day <= heute:
                found[one.team] = max(day, found.get(one.team, day))
    return found


def _week(coming: Sequence[Meeting], beschluesse: Iterable[Beschluss], rows: Iterable[Row]) -> Week:
    rooms = {one.uid: room(one.place) for one in coming}
    clashes = [
        1
        for one, other in pairs(coming)
        if rooms[one.uid] and rooms[one.uid] == rooms[other.uid] and one.team != other.team
    ]
    consents = sum(mark.kind == "consent" for row in rows for mark in row.marks)
    return Week(len(coming), len(clashes), sum(one.is_open for one in beschluesse), consents)
