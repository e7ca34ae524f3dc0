"""Whole blocks of ``treffen`` against an independent calendar: the same lines as recurrence rules, read by another library."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.treffen import Treffen

if TYPE_CHECKING:
    from random import Random

NETZ = Netzwerk.model_validate({"name": "Netz", "domain": "netz.example", "bundesland": "SN"})
NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SHORT = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = {1: "erster", 2: "2.", 3: "dritter", 4: "4.", 5: "fünfter", -1: "letzter", -2: "vorletzter"}
WEEKS = {0: ",".join(map(str, range(2, 53, 2))), 1: ",".join(map(str, range(1, 54, 2)))}

weekday = st.integers(0, 6)
nth = st.sampled_from(tuple(ORDINALS))
both = st.tuples(weekday, weekday).filter(lambda two: two[0] != two[1])
# How it is written, and the same as a recurrence rule.
PATTERNS = st.one_of(
    weekday.map(lambda day: (f"jeden {NAMES[day]}", f"WEEKLY;BYDAY={SHORT[day]}")),
    both.map(
        lambda two: (f"{NAMES[two[0]][:2]} + {NAMES[two[1]][:2]}", f"WEEKLY;BYDAY={SHORT[two[0]]},{SHORT[two[1]]}")
    ),
    st.tuples(st.integers(2, 6), both).map(
        lambda of: (
            f"alle {of[0]} Wochen {NAMES[of[1][0]]} und {NAMES[of[1][1]]}",
            f"WEEKLY;INTERVAL={of[0]};BYDAY={SHORT[of[1][0]]},{SHORT[of[1][1]]}",
        )
    ),
    st.tuples(st.integers(0, 1), weekday).map(
        lambda of: (
            f"{'ungerade' if of[0] else 'gerade'} KW {NAMES[of[1]]}",
            f"YEARLY;BYWEEKNO={WEEKS[of[0]]};BYDAY={SHORT[of[1]]}",
        )
    ),
    st.tuples(nth, weekday).map(
        lambda of: (f"{ORDINALS[of[0]]} {NAMES[of[1]]} im Monat", f"MONTHLY;BYDAY={of[0]}{SHORT[of[1]]}")
    ),
    st.tuples(st.integers(2, 5), nth, weekday).map(
        lambda of: (
            f"alle {of[0]} Monate {ORDINALS[of[1]]} {NAMES[of[2]]}",
            f"MONTHLY;INTERVAL={of[0]};BYDAY={of[1]}{SHORT[of[2]]}",
        )
    ),
    st.integers(1, 31).map(lambda day: (f"am {day}. im Monat", f"MONTHLY;BYMONTHDAY={day}")),
    st.just(("am 1. und 15. jedes Monats", "MONTHLY;BYMONTHDAY=1,15")),
    st.just(("letzter Tag im Monat", "MONTHLY;BYMONTHDAY=-1")),
    st.just(("letzter Werktag im Monat", "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")),
    st.tuples(weekday, weekday).map(
        lambda two: (
            f"{NAMES[(two[0] + 1) % 7]} nach dem zweiten {NAMES[two[0]]} im Monat",
            f"MONTHLY;BYDAY={SHORT[(two[0] + 1) % 7]};BYMONTHDAY=9,10,11,12,13,14,15",
        )
    ),
)
STARTS = st.dates(date(2025, 1, 1), date(2033, 12, 31))
HOURS = st.sampled_from([("18:00", 18, 0), ("um 9 Uhr", 9, 0), ("18:30–20 Uhr", 18, 30), ("2:30", 2, 30)])


def expanded(rule: str, start: datetime, until: date) -> list[datetime]:
    """Read a series with icalendar and recurring-ical-events; it begins on its first real day."""
    first = next(iter(rrulestr(f"RRULE:FREQ={rule};WKST=MO", dtstart=start)))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z"]
    lines += [
        f"DTSTART:{first:%Y%m%dT%H%M%S}",
        "DURATION:PT1H",
        f"RRULE:FREQ={rule};WKST=MO",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    found = recurring_ical_events.of(icalendar.Calendar.from_ical("\r\n".join(lines)))
    return sorted(one.start for one in found.between(start, datetime.combine(until, time.max)))


@given(PATTERNS, STARTS, HOURS, st.integers(0, 800), st.integers(1, 400), st.booleans(), st.randoms())
def test_a_block_agrees_with_another_calendar(
    pattern: tuple[str, str],
    ab: date,
    hour: tuple[str, int, int],
    offset: int,
    length: int,
    free: bool,
    chance: Random,
) -> None:
    von = ab + timedelta(offset)
    bis = von + timedelta(length)
    every = expanded(pattern[1], datetime.combine(ab, time(*hour[1:])), bis)
    feast = country_holidays("DE", subdiv="SN", years=range(ab.year, bis.year + 1)) if free else {}
    held = [one for one in every if one.date() not in feast]
    cancelled = chance.sample(held, min(2, len(held)))
    left = [one for one in held if one not in cancelled and one.date() >= von]
    moved = {left[0]: datetime.combine(left[0].date() + timedelta(1), time(11, 15))} if left else {}
    treffen = Treffen.model_validate({
        "rhythmus": f"{pattern[0]} {hour[0]} ab {ab:%d.%m.%Y}",
        "pause": ["feiertage"] if free else [],
        "ausfall": [f"{one:%d.%m.%Y} krank" for one in cancelled],
        "verlegt": [f"{old:%d.%m.%Y} -> {new:%d.%m.%Y} 11:15" for old, new in moved.items()],
    })  # fmt: skip
    found = Terminplan(treffen, NETZ).meetings(von, bis)
    assert [one.start for one in found if one.status == "cancelled"] == sorted(
        one for one in cancelled if von <= one.date()
    )
    expected = sorted(moved.get(one, one) for one in held if one not in cancelled and one.date() >= von)
    taking_place = [one.start for one in found if one.status != "cancelled"]
    assert taking_place == [one for one in expected if von <= one.date() <= bis]


@pytest.mark.parametrize(
    ("entry", "minutes"),
    [
        ({"am": "jeden Dienstag 18:00", "dauer": "45"}, 45),
        ({"am": "jeden Dienstag 18:00–20:00"}, 120),
        ({"am": "jeden Dienstag 18:00"}, 60),
    ],
)
def test_a_meeting_may_be_longer_than_the_others(entry: dict[str, str], minutes: int) -> None:
    plan = Terminplan(Treffen.model_validate({"dauer": "60", "rhythmus": [entry]}), NETZ)
    (one,) = plan.meetings(date(2026, 11, 24), date(2026, 11, 24))
    assert one.end - one.start == timedelta(minutes=minutes)
    assert not one.end_assumed
