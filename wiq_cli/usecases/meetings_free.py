"""Weekly slots in which nobody of some teams sits in another team's meeting: instead of a poll. Names no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.kollision import free_day, in_both, is_way, room
from wiq_cli.domain.terminplan import DAUER
from wiq_cli.domain.zeitangabe import WOCHENTAGE, clock, german
from wiq_cli.usecases.meetings_conflicts import rooms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting

Teams = list[tuple[str, "Team"]]
USUAL = time(18)
STEP = timedelta(minutes=30)
MOST = 3  # slots that are shown where none is quite free
MIDNIGHT = time.min  # as an end: that of the day


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: on which weekdays, between which hours, how long, how many weeks ahead, how often."""

    weekdays: tuple[int, ...]
    start: time
    end: time
    minutes: int
    weeks: int
    every: int = 1
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time that is free every week, or every n weeks from ``first`` on, but for the days in ``missed``."""

    weekday: int
    start: time
    end: time
    first: date
    rhythmus: str  # a line to copy
    missed: tuple[date, ...] = ()


class Search:
    """All that is known about the next weeks of some teams. ``meetings`` are those of all teams."""

    def __init__(
        self, kuerzel: Sequence[str], teams: Teams, meetings: Sequence[Meeting], netzwerk: Netzwerk, wish: Wish
    ) -> None:
        self.wish = wish
        self.kuerzel = frozenset(kuerzel)
        self.team = next(team for name, team in teams if name == kuerzel[0])
        self.in_the_way = [one for one in _of_others(self.kuerzel, teams, meetings) if one.status != "cancelled"]
        self._rooms, self._room = rooms_of(teams), room(wish.place or self.team.treffen.ort)
        self._way = timedelta(minutes=netzwerk.treffen.wegzeit)
        self._busy = [self._hours(one) for one in self.in_the_way if not one.all_day]
        self._netzwerk = netzwerk

    @property
    def without_hour(self) -> int:
        """How many meetings may be in the way at any hour of their day."""
        return sum(one.all_day for one in self.in_the_way)

    def slots(self, heute: date) -> list[Slot]:
        """Give what is free on all days; where nothing is, what is free on most of them."""
        series = list(self._series(heute))
        free = [slot for days in series for slot in self._free(days)]
        return free or sorted(self._nearly(series), key=lambda one: len(one.missed))[:MOST]

    def _series(self, heute: date) -> Iterator[list[date]]:
        """Give the days of each weekday, or of every n-th week of it; holidays aside."""
        for weekday in self.wish.weekdays:
            first = heute + timedelta((weekday - heute.weekday() - 1) % 7 + 1)
            for offset in range(self.wish.every):
                weeks = range(offset, self.wish.weeks, self.wish.every)
                days = [first + timedelta(weeks=number) for number in weeks]
                if kept := [day for day in days if not any(free_day(day, self._netzwerk))]:
                    yield kept

    def _free(self, days: list[date]) -> Iterator[Slot]:
        """Lay all days of a series over each other and give the gaps that are long enough."""
        anchor = days[0]
        here, end = self._bounds(anchor)
        busy = sorted((start - (day - anchor), stop - (day - anchor)) for day in days for start, stop in self._on(day))
        for start, stop in [*busy, (end, end)]:
            if start - here >= timedelta(minutes=self.wish.minutes):
                yield self._slot(days, here, start)
            here = max(here, stop)

    def _nearly(self, series: list[list[date]]) -> Iterator[Slot]:
        """Give for each series the start that misses the fewest days, at most half of them."""
        length = timedelta(minutes=self.wish.minutes)
        for days in series:
            first, last = self._bounds(days[0])
            starts = [first + STEP * number for number in range(int((last - length - first) / STEP) + 1)]
            tries = [(start, self._missed(days, start - datetime.combine(days[0], time.min))) for start in starts]
            if tries:
                start, missed = min(tries, key=lambda one: (len(one[1]), abs(one[0] - self._usual(days[0])[0])))
                if len(missed) * 2 <= len(days):
                    yield self._slot(days, start, start + length, missed)

    def _missed(self, days: list[date], offset: timedelta) -> tuple[date, ...]:
        length = timedelta(minutes=self.wish.minutes)
        return tuple(
            day
            for day in days
            if (start := datetime.combine(day, time.min) + offset)
            and any(begin < start + length and start < stop for begin, stop in self._on(day))
        )

    def _slot(self, days: list[date], start: datetime, end: datetime, missed: tuple[date, ...] = ()) -> Slot:
        length = timedelta(minutes=self.wish.minutes)
        good = (one for one in self._usual(days[0]) if start <= one and one + length <= end)
        begin = next(good, start)
        hours = clock(begin.time())
        if self.wish.minutes != (self.team.treffen.dauer or DAUER):
            hours += f"–{clock((begin + length).time())}"
        every = "jeden" if self.wish.every == 1 else f"alle {self.wish.every} Wochen"
        weekday = days[0].weekday()
        line = f"{every} {WOCHENTAGE[weekday]} {hours} ab {german(days[0])}"
        return Slot(weekday, start.time(), end.time(), days[0], line, missed)

    def _usual(self, day: date) -> list[datetime]:
        """Give the hours at which they usually meet, and at which most do."""
        own = [one.zeit for one in self.team.treffen.rhythmus if one.zeit]
        return [datetime.combine(day, one) for one in (*own, USUAL)]

    def _bounds(self, day: date) -> tuple[datetime, datetime]:
        last = day + timedelta(1) if self.wish.end == MIDNIGHT else day
        return datetime.combine(day, self.wish.start), datetime.combine(last, self.wish.end)

    def _on(self, day: date) -> list[tuple[datetime, datetime]]:
        """Give what is taken in the hours looked at, on one day."""
        first, last = self._bounds(day)
        return [(start, stop) for start, stop in self._busy if start < last and first < stop]

    def _hours(self, one: Meeting) -> tuple[datetime, datetime]:
        """Give the hours of a meeting, with the way to it and back."""
        way = self._way if is_way(self._rooms(one), self._room) else timedelta(0)
        if not (isinstance(one.start, datetime) and isinstance(one.end, datetime)):
            raise TypeError  # whole days were left out before
        return one.start - way, one.end + way


def _of_others(kuerzel: frozenset[str], teams: Teams, meetings: Sequence[Meeting]) -> Iterator[Meeting]:
    """Give the meetings in which somebody of these teams sits.

    One team alone may give up its own meetings for a better slot. Several have to get around those of each other.
    """
    both = in_both((name, (person for _, _, person in team.personen())) for name, team in teams)
    people = [
        (outside, mine, theirs)
        for (one, other), pairs in both.items()
        for first, second in pairs
        for inside, outside, mine, theirs in ((one, other, first, second), (other, one, second, first))
        if inside in kuerzel and outside not in kuerzel
    ]
    by_team: dict[str, list[int]] = {}
    for number, (outside, _, _) in enumerate(people):
        by_team.setdefault(outside, []).append(number)
    for meeting in meetings:
        if meeting.team in kuerzel:
            if len(kuerzel) > 1:
                yield meeting
        elif any(
            people[number][1].member_on(meeting.day) and people[number][2].member_on(meeting.day)
            for number in by_team.get(meeting.team, ())
        ):
            yield meeting
