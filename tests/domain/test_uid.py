"""The names of meetings, as every calendar that was ever imported knows them."""

from __future__ import annotations

from datetime import date

from wiq_cli.domain.uid import meeting_uid, oldest_name, series_uid

DAY = date(2026, 12, 5)


def test_the_names_are_fixed_for_ever() -> None:
    """If this fails, everybody who imported a calendar finds every meeting twice."""
    assert meeting_uid("garten", DAY, 1) == "d6c4606b-62d9-57e5-8fc1-fd6d0bbe3b8a"
    assert series_uid("garten", "FREQ=WEEKLY 2026-09-01", 1) == "83de5b48-de0d-5c02-9f42-8d8b099d5f46"


def test_team_day_and_number_make_the_name() -> None:
    assert (
        len({meeting_uid(*one) for one in (("a", DAY, 1), ("b", DAY, 1), ("a", DAY, 2), ("a", date(2026, 12, 6), 1))})
        == 4
    )


def test_a_renamed_team_keeps_the_name_it_began_with() -> None:
    assert oldest_name("garten", []) == "garten"
    assert oldest_name("hof", ["garten"]) == "garten"
    assert oldest_name("beet", ["garten", "hof"]) == "garten"
