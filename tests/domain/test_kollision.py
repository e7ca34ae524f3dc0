"""Rooms, ways, people, and two meetings at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.kollision import MOST, in_both, is_way, kollisionen, overlap, pairs, room
from wiq_cli.domain.person import Person
from wiq_cli.domain.terminplan import Meeting

DAY = datetime(2026, 12, 1)  # noqa: DTZ001  # the wall clock of the network


def meeting(team: str, start: int, minutes: int, place: str | None = "Hof") -> Meeting:
    begin = DAY + timedelta(minutes=start)
    end = begin + timedelta(minutes=minutes)
    return Meeting(team, team, begin, end, place, "planned", begin.date(), start, True, False, team)


@pytest.mark.parametrize(
    "place",
    [
        None, "", "per Teams", "online", "Online (Zoom)", "telefonisch", "per Telefonkonferenz", "Zoom-Raum 3", "BigBlueButton",
        "per Video", "noch offen", "nach Absprache", "Ort wird noch bekannt gegeben", "via Jitsi", "wechselnde Orte",
        "Link folgt per E-Mail", "vor Ort",
    ],
)  # fmt: skip
def test_no_room(place: str | None) -> None:
    assert room(place) == ""
    assert room(place, "https://meet.example.org/A/") == room("online", "https://MEET.example.org/a") != ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nachbarschaftsgarten", "im Nachbarschaftsgarten", True),
        ("Raum 3", "raum  3", True),
        ("Raum 3", "Raum 4", False),
        ("Rathaus Leutzsch", "RATHAUS, Leutzsch", True),
        ("Café", "Cafe\u0301", True),
        ("Saal oder online", "Saal", True),
        ("https://meet.example.org/a", "Zoom: https://meet.example.org/a/", True),
        ("Lindenau", "City", False),
    ],
)
def test_the_same_room(one: str, other: str, same: bool) -> None:
    assert room(one)
    assert (room(one) == room(other)) is same


def test_a_way_needs_two_places() -> None:
    assert is_way(room("Hof"), room("Saal"))
    assert not is_way(room("Hof"), room("im Hof"))
    assert not is_way(room("Hof"), room("per Teams"))
    assert not is_way(room("Hof"), room("online", "https://meet.example.org/a"))


def test_whole_days_meet_whole_days_only() -> None:
    whole = replace(meeting("a", 0, 60), start=date(2026, 12, 1), end=date(2026, 12, 2))
    assert overlap(whole, whole)
    assert not overlap(whole, meeting("b", 600, 60))
    assert not overlap(meeting("b", 600, 60), whole)


SPANS = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 200)), max_size=MOST)


@given(SPANS, st.integers(0, 90))
def test_the_sweep_finds_what_comparing_each_two_finds(spans: list[tuple[int, int]], reach: int) -> None:
    all_of_them = [meeting(f"t{number:02}", start, length) for number, (start, length) in enumerate(spans)]
    found = {frozenset((one.team, other.team)) for one, other in pairs(all_of_them, timedelta(minutes=reach))}
    gap = timedelta(minutes=reach)
    assert found == {
        frozenset((one.team, other.team))
        for one, other in combinations(all_of_them, 2)
        if overlap(one, other)
        or timedelta(0) <= other.start - one.end < gap
        or timedelta(0) <= one.start - other.end < gap
    }


def test_hundreds_at_once_do_not_fill_the_screen() -> None:
    crowd = [meeting(f"t{number}", 600, 60) for number in range(500)]
    found = list(kollisionen(crowd, {}, lambda one: room(one.place), 0))
    assert {one.team for each in found for one in each.meetings} == {one.team for one in crowd}
    assert len(found) <= len(crowd) * MOST


def test_a_conflict_holds_no_person() -> None:
    people = [Person.model_validate({"kennung": "p1", "name": "Udo Übermut", "email": "udo@example.org"})]
    both = in_both([("a", people), ("b", people)])
    (found,) = kollisionen([meeting("a", 0, 60), meeting("b", 30, 60, None)], both, lambda one: room(one.place), 0)
    assert found.art == "person"
    assert "Udo" not in repr(found)
    assert "p1" not in repr(found)


def test_a_bare_kennung_is_enough_and_a_bare_name_is_not() -> None:
    one = Person.model_validate({"kennung": "p1", "name": "Udo Übermut"})
    married = Person.model_validate({"kennung": "p1", "name": "Udo Neumann"})
    namesake = Person.model_validate({"kennung": "p2", "name": "Udo Übermut"})
    assert in_both([("a", [one]), ("b", [married])])
    assert not in_both([("a", [one]), ("b", [namesake])])
    assert not in_both([("a", [one, married])])
