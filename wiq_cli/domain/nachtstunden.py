"""Hours in the nights in which the clock is changed: one of them is missing in spring and there twice in autumn."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wiq_cli.domain.terminplan import tage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.terminplan import Terminplan

NIGHT = 5  # clocks are never changed later in the day
TWO_YEARS = timedelta(731)


def at_night(plan: Terminplan, heute: date) -> Iterator[tuple[DataPath, datetime]]:
    """Give the meetings in the small hours that take place, each with where it is written."""
    treffen = plan.treffen
    given_up = {one.am for one in treffen.ausfall} | {one.am for one in treffen.verlegt}
    entries: list[tuple[DataPath, time | None, list[date]]] = []
    for number, rhythmus in enumerate(treffen.rhythmus):
        if rhythmus.zeit and rhythmus.zeit.hour < NIGHT:
            days = [one for one in tage(rhythmus, heute, heute + TWO_YEARS) if one not in given_up]
            entries.append((("treffen", "rhythmus", number), rhythmus.zeit, days))
    for number, termin in enumerate(treffen.termine):
        entries.append((("treffen", "termine", number), termin.zeit, [termin.am]))
    for number, move in enumerate(treffen.verlegt):
        entries.append((("treffen", "verlegt", number), move.neue_zeit, [move.auf]))
    for path, zeit, days in entries:
        if zeit and zeit.hour < NIGHT:
            yield from ((path, datetime.combine(day, zeit)) for day in days)


def is_missing(moment: datetime, zone: str) -> bool:
    """Whether summer time skips this hour."""
    before, after = _offsets(moment, zone)
    return before < after


def is_doubled(moment: datetime, zone: str) -> bool:
    """Whether this hour comes twice when summer time ends."""
    before, after = _offsets(moment, zone)
    return before > after


def _offsets(moment: datetime, zone: str) -> tuple[timedelta, timedelta]:
    """Give what the zone is ahead of UTC by the clock before a change and after it; the same on every other hour."""
    there = moment.replace(tzinfo=ZoneInfo(zone))
    before, after = (there.replace(fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return before, after
