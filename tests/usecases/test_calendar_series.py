"""Rhythms as rules: the same days as wiq's own, counted by dateutil; and what stays single."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given

from tests.support.calendars import BIS, MIXED, VON, a_team, one_calendar
from tests.support.rhythms import line
from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.terminplan import tage
from wiq_cli.usecases.calendar_series import rule


@given(line)
def test_a_rule_means_the_days_of_the_rhythm(text: str) -> None:
    rhythmus = Rhythmus.model_validate(text)
    days = tage(rhythmus, VON, BIS)
    written = rule(rhythmus.am)
    assert (written is None) == ("KW" in text or "nach dem" in text or "Werktag" in text)
    if written and days:
        start = datetime.combine(days[0], time(18))
        found = rrulestr(written, dtstart=start).between(start, datetime.combine(days[-1], time(18)), inc=True)
        assert [one.date() for one in found] == days


def test_what_is_unusual_stays_single() -> None:
    kalender = one_calendar(MIXED, series=True)
    assert [one.regel.partition(";")[0] for one in kalender.serien] == ["FREQ=WEEKLY", "FREQ=MONTHLY"]
    fortnight = kalender.serien[0]
    assert [f"{one:%d.%m.%Y %H:%M}" for one in fortnight.ausser] == ["08.12.2026 18:00", "22.12.2026 18:00"]
    assert fortnight.letztes == datetime.fromisoformat("2027-11-23T18:00")
    assert {one.status for one in kalender.termine} == {"planned", "moved", "cancelled"}


@pytest.mark.parametrize(
    "lines",
    [
        ["jeden Sonntag 02:30"],  # the hour is missing once a year
        ["jeden Dienstag"],  # whole days: readers differ about what is left out of them
        ["jeden Dienstag 18:00 ab 01.12.2026 bis 02.12.2026"],  # one meeting
        ["ungerade KW Dienstag 18:00"],
    ],
)
def test_no_series(lines: list[str]) -> None:
    assert not one_calendar({"rhythmus": lines}, series=True).serien
    assert one_calendar({"rhythmus": lines}, series=True).termine == one_calendar({"rhythmus": lines}).termine


def test_a_series_keeps_its_name() -> None:
    def names(*lines: str) -> set[str]:
        return {one.erstes.uid for one in one_calendar({"rhythmus": list(lines)}, series=True).serien}

    before = names("jeden Dienstag 18:00", "jeden Dienstag 20:00", "erster Montag im Monat 19:00")
    assert len(before) == 3
    assert names("erster Montag im Monat 19:30 (Hof)", "jeden Dienstag 20:00", "jeden Dienstag 17:00") == before
    assert not names("jeden Mittwoch 18:00") & before


def test_a_single_date_stands_above_the_rhythm() -> None:
    block = {"rhythmus": ["jeden Dienstag 18:00"], "termine": ["24.11.2026 18:00 (Hof)"]}
    kalender = one_calendar(block, series=True)
    assert [one.ort for one in kalender.termine] == ["Hof"]
    assert kalender.serien[0].ausser == (datetime.fromisoformat("2026-11-24T18:00"),)
    assert a_team(block).treffen.termine
