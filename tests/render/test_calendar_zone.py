"""The clocks of a zone, as calendars are told, against the zone itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from wiq_cli.render.calendar_zone import timezone_block

BERLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(("first", "last"), [(2026, 2027), (2024, 2031), (2200, 2400), (2037, 2039)])
def test_berlin_is_always_the_same_block(first: int, last: int) -> None:
    assert "\n".join(timezone_block("Europe/Berlin", first, last)) + "\n" == BERLIN


@pytest.mark.parametrize(
    "name",
    ["Europe/Berlin", "Europe/Lisbon", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Asia/Jerusalem",
     "Africa/Casablanca", "Africa/Cairo", "Etc/UTC", "Asia/Tokyo", "America/St_Johns", "Australia/Lord_Howe"],
)  # fmt: skip
@pytest.mark.parametrize("year", [1990, 2026])
def test_every_zone_shows_the_hours_that_it_has(name: str, year: int) -> None:
    """A second reader works the zone out of the block alone, under a name that nobody knows."""
    block = "\r\n".join(timezone_block(name, year, year + 1)).replace(f"TZID:{name}", "TZID:X/Selbst")
    assert ("RDATE" in block) is False
    read = icalendar.Timezone.from_ical(block)
    assert isinstance(read, icalendar.Timezone)
    zone = read.to_tz(lookup_tzid=False)
    moment = datetime(year, 1, 1, 12, tzinfo=UTC)
    wrong: set[date] = set()
    while moment.year < year + 2:
        theirs = moment.astimezone(ZoneInfo(name)).replace(tzinfo=None)
        if theirs.replace(tzinfo=zone).utcoffset() != moment.astimezone(ZoneInfo(name)).utcoffset():
            wrong.add(theirs.date())
        moment += timedelta(1)
    assert not wrong
