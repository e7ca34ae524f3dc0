"""Meetings across teams: which of them fall into a window, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from wiq_cli.domain.kollision import free_day
from wiq_cli.domain.terminplan import NAHE, WEIT, Meeting, Terminplan
from wiq_cli.domain.zeitangabe import german

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.team import Team

    Expand = Callable[[date, date], list[Meeting]]


@dataclass(frozen=True, slots=True)
class Window:
    """What is asked for. ``running_at`` also asks for what has begun and is not over, and for nothing that is over."""

    von: date
    bis: date
    running_at: datetime | None = None
    count: int | None = None

    def words(self) -> str:
        """Write ``Vom 01.01.2020 bis 06.01.2020``."""
        return f"Vom {german(self.von)} bis {german(self.bis)}"

    def holds(self, meeting: Meeting) -> bool:
        """Whether a meeting belongs to what is asked for."""
        if self.running_at is None:
            return self.von <= meeting.day <= self.bis
        end = meeting.end if isinstance(meeting.end, datetime) else datetime.combine(meeting.end, time.min)
        return meeting.day <= self.bis and end > self.running_at


def plan(kuerzel: str, team: Team, netzwerk: Netzwerk) -> Terminplan:
    """Give the calendar of a team."""
    return Terminplan(team.treffen, netzwerk, kuerzel, team.name, tuple(team.frueher))


def occurrences(kuerzel: str, team: Team, netzwerk: Netzwerk, von: date, bis: date) -> list[Meeting]:
    """Give the meetings of one team that start in a range, both ends included; cancelled ones are marked."""
    return plan(kuerzel, team, netzwerk).meetings(von, bis)


def across(teams: Iterable[tuple[str, Team]], netzwerk: Netzwerk, window: Window) -> list[Meeting]:
    """Give the meetings of all teams in a window, in order of time."""
    return in_window([plan(kuerzel, team, netzwerk).meetings for kuerzel, team in teams], window)


def in_window(calendars: Sequence[Expand], window: Window) -> list[Meeting]:
    """Give the meetings in a window, in order of time. A calendar gives those of a range of days."""
    return list(islice(_in_order(calendars, window), window.count))


def _in_order(calendars: Sequence[Expand], window: Window) -> Iterator[Meeting]:
    """Expand piece by piece, so that the next three meetings do not cost a year."""
    first = window.von - timedelta(1 if window.running_at else 0)  # what began yesterday may run past midnight
    size = NAHE
    while first <= window.bis:
        last = min(first + timedelta(size - 1), window.bis)
        found = [one for meetings in calendars for one in meetings(first, last) if window.holds(one)]
        yield from sorted(found, key=Meeting.sort_key)
        first, size = last + timedelta(1), size * 2


def far(von: date) -> date:
    """Give the end of a window that is limited by a number of meetings alone."""
    return von + timedelta(WEIT)


FREE = {"holiday": "Feiertag", "school_holidays": "Schulferien"}


def free_on(meetings: Iterable[Meeting], netzwerk: Netzwerk) -> dict[date, list[str]]:
    """Give the days of meetings on which others are off, in words."""
    found: dict[date, list[str]] = {}
    for day in dict.fromkeys(one.day for one in meetings):
        if words := [f"{FREE[art]}: {name}" for art, name in free_day(day, netzwerk)]:
            found[day] = words
    return found
