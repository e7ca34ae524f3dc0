"""Public holidays: the quick look never misses one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays

from wiq_cli.domain.feiertage import feiertag, may_be_one

YEARS = (2008, *range(2024, 2044))  # 2008 has the earliest Easter, 2038 the latest


@pytest.mark.parametrize("land", ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"])  # fmt: skip
def test_every_holiday_is_looked_up(land: str) -> None:
    assert all(may_be_one(day) for day in country_holidays("DE", subdiv=land, years=YEARS))


def test_most_days_need_no_look() -> None:
    year = [date(2027, 1, 1) + timedelta(number) for number in range(365)]
    assert sum(map(may_be_one, year)) < 80


def test_saxony_has_its_own_two() -> None:
    assert feiertag(date(2026, 11, 18), "SN") == "Buß- und Bettag"
    assert feiertag(date(2026, 10, 31), "SN") == "Reformationstag"
    assert feiertag(date(2026, 6, 4), "SN") is None  # Fronleichnam
