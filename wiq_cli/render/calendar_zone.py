"""A time zone as calendars want it: when the clocks change, said once and for every year.

All readers understand yearly rules, and none agrees with another about lists of days; some ignore a zone without its block.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

SINCE, UNTIL = 1970, 2200  # years
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = 7


class Change(NamedTuple):
    """The clocks go from one offset to another. ``at`` is what they show just before."""

    at: datetime
    before: timedelta
    after: timedelta
    summer: bool
    name: str


@cache
def timezone_block(name: str, first: int, last: int) -> tuple[str, ...]:
    """Write the zone for these years."""
    zone = ZoneInfo(name)
    first = min(max(first - 1, SINCE), UNTIL)
    years = [_changes(zone, year) for year in range(first, max(first, min(last + 1, UNTIL)) + 1)]
    lines = [f"BEGIN:VTIMEZONE\nTZID:{name}"]
    if not any(years):
        lines.append(_observance(_unchanging(zone, first), datetime(SINCE, 1, 1), None))  # noqa: DTZ001  # wall clock
    elif rules := _yearly(years):
        lines += [_observance(change, start, rule) for change, start, rule in rules]
    else:  # the rules themselves changed in these years: every change by itself
        lines.append(_observance(_unchanging(zone, first), datetime(first, 1, 1), None))  # noqa: DTZ001  # wall clock
        lines += [_observance(change, change.at, None) for year in years for change in year]
    return tuple("\n".join([*lines, "END:VTIMEZONE"]).split("\n"))


def _changes(zone: ZoneInfo, year: int) -> list[Change]:
    """Find the changes of a year: the day by looking at each, the minute by halving."""
    found = []
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = (start + timedelta(number) for number in range(366))
    for day in (one for one in days if one.year == year):
        low, high = day, day + timedelta(1)
        before, after = _offset(low, zone), _offset(high, zone)
        if before == after:
            continue
        while high - low > timedelta(minutes=1):
            middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
            low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
        there = high.astimezone(zone)
        at = (high + before).replace(tzinfo=None)
        found.append(Change(at, before, after, bool(there.dst()), there.tzname() or zone.key))
    return found


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _unchanging(zone: ZoneInfo, year: int) -> Change:
    start = datetime(year, 1, 1, tzinfo=zone)
    offset = start.utcoffset() or timedelta(0)
    return Change(start.replace(tzinfo=None), offset, offset, bool(start.dst()), start.tzname() or zone.key)


def _yearly(years: list[list[Change]]) -> list[tuple[Change, datetime, str]]:
    """Say the changes as yearly rules; empty where they follow none."""
    if len({len(year) for year in years}) != 1:
        return []
    found = []
    for same in zip(*years, strict=True):
        if len({(one.at.time(), one.at.month, one.at.weekday(), one.before, one.after) for one in same}) != 1:
            return []
        position = _position([one.at.date() for one in same])
        if position == 0:
            return []
        one = same[0]
        rule = f"FREQ=YEARLY;BYMONTH={one.at.month};BYDAY={position}{WEEKDAYS[one.at.weekday()]}"
        day = _nth_weekday(SINCE, one.at.month, one.at.weekday(), position)
        found.append((one, datetime.combine(day, one.at.time()), rule))
    return found


def _position(days: list[date]) -> int:
    """Give which weekday of its month it is every year: -1 is the last, 0 stands for none."""
    if all((one + timedelta(WEEK)).month != one.month for one in days):
        return -1
    counts = {(one.day - 1) // WEEK + 1 for one in days}
    return counts.pop() if len(counts) == 1 else 0


def _nth_weekday(year: int, month: int, weekday: int, position: int) -> date:
    if position > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % WEEK + (position - 1) * WEEK)
    last = (date(year, month, 28) + timedelta(4)).replace(day=1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % WEEK)


def _observance(change: Change, start: datetime, rule: str | None) -> str:
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    lines = [f"BEGIN:{kind}", f"DTSTART:{start:%Y%m%dT%H%M%S}"]
    lines += [f"RRULE:{rule}"] if rule else []
    lines += [f"TZNAME:{change.name}", f"TZOFFSETFROM:{_hours(change.before)}", f"TZOFFSETTO:{_hours(change.after)}"]
    return "\n".join([*lines, f"END:{kind}"])


def _hours(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02}{minutes % 60:02}"
