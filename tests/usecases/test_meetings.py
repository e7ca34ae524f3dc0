"""From a block ``treffen`` to meetings: order, pauses, cancellations, moves, single dates, and names that last."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.nachtstunden import is_missing
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.team import Team
from wiq_cli.domain.terminplan import Meeting, Terminplan
from wiq_cli.domain.zeitangabe import short_day
from wiq_cli.usecases.meetings import Window, across, far, occurrences

FERIEN = {"zeiten": [{"name": "Weihnachtsferien", "von": "23.12.2026", "bis": "02.01.2027"}]}
NETZ = Netzwerk.model_validate({"name": "Netz", "domain": "netz.example", "bundesland": "SN", "ferien": FERIEN})
VON, BIS = date(2026, 11, 1), date(2027, 1, 31)
FORTNIGHT = "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def team(treffen: Any, **more: Any) -> Team:
    return Team.model_validate({"name": "Garten", "treffen": treffen, **more})


def meetings(treffen: Any, von: date = VON, bis: date = BIS, netz: Netzwerk = NETZ) -> list[Meeting]:
    return occurrences("garten", team(treffen), netz, von, bis)


def written(found: list[Meeting]) -> list[str]:
    words = {"planned": "", "moved": " verlegt", "cancelled": " entfällt"}
    return [
        short_day(one.day)
        + (f" {one.start:%H:%M}" if isinstance(one.start, datetime) else "")
        + (f" {one.place}" if one.place else "")
        + words[one.status]
        for one in found
    ]


def test_the_example_of_the_handbook() -> None:
    found = meetings({
        "ort": "per Teams",
        "dauer": "90",
        "rhythmus": [FORTNIGHT + " bis 30.06.2027", "erster Montag im Monat 19:00 ab 07.09.2026 (Lindenau)"],
        "pause": ["feiertage", "ferien"],
        "termine": ["05.12.2026 10:00 (Lindenau)", "26.04.2024 (Lindenau)"],
        "ausfall": ["10.11.2026 krank"],
        "verlegt": ["24.11.2026 -> 25.11.2026 19:00 (Nachbarschaftsgarten)"],
    })  # fmt: skip
    assert written(found) == [
        "Mo 02.11.2026 19:00 Lindenau",
        "Di 10.11.2026 18:00 per Teams entfällt",
        "Mi 25.11.2026 19:00 Nachbarschaftsgarten verlegt",
        "Sa 05.12.2026 10:00 Lindenau",
        "Mo 07.12.2026 19:00 Lindenau",
        "Di 08.12.2026 18:00 per Teams",
        "Di 22.12.2026 18:00 per Teams",
        "Mo 04.01.2027 19:00 Lindenau",
        "Di 05.01.2027 18:00 per Teams",
        "Di 19.01.2027 18:00 per Teams",
    ]


# -- pauses -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rhythm", "von", "bis", "expected"),
    [
        # Buß- und Bettag is the Wednesday before 23 November, in Saxony alone.
        ("jeden Mittwoch", "2026-11-01", "2026-11-30", "04.11. 11.11. 25.11."),
        # Reformationstag
        ("jeden Samstag", "2026-10-20", "2026-11-10", "24.10. 07.11."),
        # Himmelfahrt is one, Fronleichnam is none in Leipzig.
        ("jeden Donnerstag", "2026-05-01", "2026-06-15", "07.05. 21.05. 28.05. 04.06. 11.06."),
        # Ostermontag, Pfingstmontag
        ("jeden Montag", "2027-03-22", "2027-04-06", "22.03. 05.04."),
        ("am 24. im Monat", "2026-12-01", "2026-12-31", "24.12."),  # Heiligabend is a working day
    ],
)
def test_public_holidays_of_saxony(rhythm: str, von: str, bis: str, expected: str) -> None:
    found = meetings({"rhythmus": rhythm, "pause": "feiertage"}, date.fromisoformat(von), date.fromisoformat(bis))
    assert " ".join(f"{one.day:%d.%m.}" for one in found) == expected


def test_holidays_need_a_state() -> None:
    anywhere = NETZ.model_copy(update={"bundesland": None})
    assert len(meetings({"rhythmus": "jeden Mittwoch", "pause": "feiertage"}, VON, date(2026, 11, 30), anywhere)) == 4


def test_a_pause_drops_and_never_shifts() -> None:
    found = meetings({"rhythmus": FORTNIGHT, "pause": ["22.12.2026", "05.01.2027 bis 18.01.2027"]}, date(2026, 12, 1))
    assert written(found) == ["Di 08.12.2026 18:00", "Di 19.01.2027 18:00"]


def test_both_ends_of_the_school_holidays_belong_to_them() -> None:
    found = meetings({"rhythmus": "jeden Mi und Sa", "pause": "ferien"}, date(2026, 12, 19), date(2027, 1, 6))
    assert written(found) == ["Sa 19.12.2026", "Mi 06.01.2027"]


def test_a_single_date_beats_every_pause() -> None:
    found = meetings({"termine": ["24.12.2026 10:00", "18.11.2026"], "pause": ["ferien", "feiertage"]})
    assert written(found) == ["Mi 18.11.2026", "Do 24.12.2026 10:00"]


# -- cancellations and moves ------------------------------------------------------------------------------------------
def test_a_move_into_the_window_from_outside() -> None:
    treffen = {"rhythmus": FORTNIGHT, "verlegt": ["24.11.2026 -> 02.12.2026"]}
    assert written(meetings(treffen, date(2026, 12, 1), date(2026, 12, 7))) == ["Mi 02.12.2026 18:00 verlegt"]
    assert not meetings(treffen, date(2026, 11, 20), date(2026, 11, 30))


def test_a_moved_meeting_is_as_long_as_it_was() -> None:
    (one,) = meetings({"rhythmus": "jeden Dienstag 18:00-20:15", "verlegt": "24.11.2026 -> 25.11.2026 19:30"},
                      date(2026, 11, 25), date(2026, 11, 25))  # fmt: skip
    assert isinstance(one.start, datetime)
    assert isinstance(one.end, datetime)
    assert one.end - one.start == timedelta(hours=2, minutes=15)


def test_only_the_place_changes() -> None:
    found = meetings({"ort": "Hof", "rhythmus": FORTNIGHT, "verlegt": "24.11.2026 -> (Garten)"}, bis=date(2026, 11, 30))
    assert written(found) == ["Di 10.11.2026 18:00 Hof", "Di 24.11.2026 18:00 Garten verlegt"]


def test_a_single_date_can_be_cancelled() -> None:
    (one,) = meetings({"termine": "05.12.2026 10:00", "ausfall": "05.12.2026 krank"})
    assert (one.status, one.why) == ("cancelled", "krank")


def test_two_meetings_on_a_day_need_the_hour() -> None:
    twice = ["jeden Dienstag 10:00", "jeden Dienstag 18:00"]
    day = date(2026, 11, 24)
    assert written(meetings({"rhythmus": twice, "ausfall": "24.11.2026 18:00"}, day, day)) == [
        "Di 24.11.2026 10:00",
        "Di 24.11.2026 18:00 entfällt",
    ]
    plan = Terminplan(team({"rhythmus": twice, "ausfall": "24.11.2026"}).treffen, NETZ)
    assert plan.target(plan.treffen.ausfall[0]) is None


def test_a_cancelled_rhythm_and_an_extra_date_on_the_same_day() -> None:
    day = date(2026, 11, 24)
    treffen = {"rhythmus": FORTNIGHT, "ausfall": "24.11.2026", "termine": "24.11.2026 20:00"}
    assert written(meetings(treffen, day, day)) == ["Di 24.11.2026 18:00 entfällt", "Di 24.11.2026 20:00"]


def test_a_single_date_stands_for_the_rhythm_at_the_same_hour() -> None:
    day = date(2026, 11, 24)
    assert written(meetings({"rhythmus": FORTNIGHT, "termine": "24.11.2026 18:00 (Hof)"}, day, day)) == [
        "Di 24.11.2026 18:00 Hof"
    ]
    moved = {"rhythmus": FORTNIGHT, "termine": "24.11.2026 18:00", "verlegt": "24.11.2026 -> 25.11.2026"}
    found = meetings(moved, day, date(2026, 11, 25))
    assert written(found) == ["Di 24.11.2026 18:00", "Mi 25.11.2026 18:00 verlegt"]
    assert found[0].uid != found[1].uid


def test_two_lines_for_the_same_hour_are_one_meeting() -> None:
    treffen = {"rhythmus": ["jeden Dienstag 18:00", "erster Dienstag im Monat 18:00 (Lindenau)"]}
    assert written(meetings(treffen, date(2026, 12, 1), date(2026, 12, 8))) == [
        "Di 01.12.2026 18:00 Lindenau",
        "Di 08.12.2026 18:00",
    ]


def test_a_change_from_some_day_on_is_two_lines() -> None:
    treffen = {"rhythmus": ["jeden Dienstag 18:00 bis 30.11.2026", "jeden Donnerstag 19:00 ab 01.12.2026"]}
    assert written(meetings(treffen, date(2026, 11, 23), date(2026, 12, 4))) == [
        "Di 24.11.2026 18:00",
        "Do 03.12.2026 19:00",
    ]


# -- names that last --------------------------------------------------------------------------------------------------
def uids(treffen: Any, kuerzel: str = "garten", netz: Netzwerk = NETZ, **more: Any) -> list[str]:
    return [one.uid for one in occurrences(kuerzel, team(treffen, **more), netz, VON, BIS)]


def test_a_meeting_keeps_its_name() -> None:
    before = uids({"rhythmus": FORTNIGHT})
    assert len(set(before)) == len(before)
    assert uids({"rhythmus": FORTNIGHT.replace("18:00", "19:30")}) == before, "another hour"
    assert uids({"rhythmus": FORTNIGHT + " (Hof)", "dauer": "30"}) == before, "another place"
    assert uids({"rhythmus": FORTNIGHT, "ausfall": "24.11.2026"}) == before, "cancelled"
    assert uids({"rhythmus": FORTNIGHT, "verlegt": "24.11.2026 -> 25.11.2026"}) == before, "moved"
    assert uids({"rhythmus": FORTNIGHT}, "hof", frueher=["garten", "beet"]) == before, "another file name"
    later = NETZ.model_copy(update={"name": "Anders", "domain": None})
    assert uids({"rhythmus": FORTNIGHT}, netz=later) == before, "another name of the network, no domain yet"
    assert not set(uids({"rhythmus": FORTNIGHT}, "hof")) & set(before)


def test_the_order_of_lines_and_a_pause_change_no_name() -> None:
    dates = ["05.12.2026 10:00", "05.12.2026 14:00", "12.12.2026"]
    assert uids({"termine": dates}) == uids({"termine": dates[::-1]})
    both = {"rhythmus": "jeden Samstag 10:00", "termine": "26.12.2026 15:00"}
    late = [one.uid for one in meetings(both) if one.day == date(2026, 12, 26)][-1]
    assert late in uids(both | {"pause": "ferien"})


def test_the_namespace_is_fixed_for_ever() -> None:
    """If this fails, every calendar that people have imported doubles its entries."""
    (one,) = meetings({"termine": "05.12.2026 10:00"})
    assert one.uid == "d6c4606b-62d9-57e5-8fc1-fd6d0bbe3b8a"


# -- the clock --------------------------------------------------------------------------------------------------------
def test_the_wall_clock_is_the_truth() -> None:
    found = meetings({"rhythmus": "alle 2 Wochen Sonntag 18:00 ab 18.10.2026"}, date(2026, 10, 1), date(2026, 11, 20))
    assert written(found) == ["So 18.10.2026 18:00", "So 01.11.2026 18:00", "So 15.11.2026 18:00"]


@pytest.mark.parametrize(
    ("moment", "missing"),
    [
        (at("2027-03-28T02:30"), True),
        (at("2027-03-28T01:59"), False),
        (at("2027-03-28T03:00"), False),
        (at("2026-10-25T02:30"), False),  # doubled, not missing
    ],
)
def test_hours_that_summer_time_skips(moment: datetime, missing: bool) -> None:
    assert is_missing(moment, "Europe/Berlin") is missing


def test_a_meeting_past_midnight_belongs_to_the_day_it_starts() -> None:
    (one,) = meetings({"termine": "05.12.2026 22:00-01:00"})
    assert (one.day, one.end) == (date(2026, 12, 5), at("2026-12-06T01:00"))


def test_without_an_hour_it_is_a_whole_day() -> None:
    (one,) = meetings({"termine": "05.12.2026", "dauer": "90"})
    assert (one.all_day, one.start, one.end) == (True, date(2026, 12, 5), date(2026, 12, 6))


def test_the_assumed_length_is_marked() -> None:
    (assumed,) = meetings({"termine": "05.12.2026 10:00"})
    (given_,) = meetings({"termine": "05.12.2026 10:00", "dauer": "90"})
    assert assumed.end == given_.end
    assert (assumed.end_assumed, given_.end_assumed) == (True, False)


@pytest.mark.parametrize(("treffen", "line"), [("nein", "ja"), ("ja", "nein")])
def test_what_is_not_public(treffen: str, line: str) -> None:
    (one,) = meetings({"oeffentlich": treffen, "termine": [{"am": "05.12.2026", "oeffentlich": line}]})
    assert not one.public


# -- across teams -----------------------------------------------------------------------------------------------------
def listed(window: Window, *treffen: Any) -> list[str]:
    return written(across([(f"team-{n}", team(one)) for n, one in enumerate(treffen)], NETZ, window))


def test_all_teams_in_order_of_time() -> None:
    assert listed(
        Window(VON, date(2026, 11, 4)), "03.11.2026 18:00; 02.11.2026", {"rhythmus": "jeden Di und Mi 17:00"}
    ) == [
        "Mo 02.11.2026",
        "Di 03.11.2026 17:00",
        "Di 03.11.2026 18:00",
        "Mi 04.11.2026 17:00",
    ]


def test_a_running_meeting_is_still_ahead() -> None:
    evening = {"termine": "23.11.2026 22:00-01:00; 24.11.2026 08:00-09:00; 24.11.2026 18:00"}
    tuesday = date(2026, 11, 24)
    at_midnight = Window(tuesday, BIS, at("2026-11-24T00:00"))
    assert listed(at_midnight, evening) == ["Mo 23.11.2026 22:00", "Di 24.11.2026 08:00", "Di 24.11.2026 18:00"]
    assert listed(Window(tuesday, BIS, at("2026-11-24T08:59")), evening) == [
        "Di 24.11.2026 08:00",
        "Di 24.11.2026 18:00",
    ]
    assert listed(Window(tuesday, BIS, at("2026-11-24T09:00")), evening) == ["Di 24.11.2026 18:00"]
    assert listed(Window(tuesday, BIS), evening) == ["Di 24.11.2026 08:00", "Di 24.11.2026 18:00"]


def test_the_next_ones_however_far() -> None:
    yearly = {"rhythmus": "alle 12 Monate erster Montag 18:00 ab 04.01.2027"}
    assert listed(Window(VON, far(VON), count=3), yearly) == [
        "Mo 04.01.2027 18:00",
        "Mo 03.01.2028 18:00",
        "Mo 01.01.2029 18:00",
    ]


def test_upcoming_skips_what_is_cancelled() -> None:
    plan = Terminplan(team({"rhythmus": FORTNIGHT, "ausfall": "24.11.2026"}).treffen, NETZ)
    assert written(plan.upcoming(date(2026, 11, 22), 2)) == ["Di 08.12.2026 18:00", "Di 22.12.2026 18:00"]
    assert not Terminplan(team({"rhythmus": FORTNIGHT + " bis 01.10.2026"}).treffen, NETZ).upcoming(VON, 1)


EVERYTHING = {
    "rhythmus": [FORTNIGHT, "erster Montag im Monat 19:00", "jeden Dienstag 10:00"],
    "pause": ["ferien"],
    "termine": ["05.12.2026 10:00", "24.11.2026 18:00"],
    "ausfall": ["10.11.2026 18:00"],
    "verlegt": ["22.12.2026 18:00 -> 06.01.2027", "17.11.2026 -> 18.11.2026"],
}


@given(st.dates(VON, BIS), st.dates(VON, BIS), st.dates(VON, BIS))
def test_windows_can_be_cut_anywhere(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    whole = meetings(EVERYTHING, first, last)
    parts = meetings(EVERYTHING, first, middle) + meetings(EVERYTHING, middle + timedelta(1), last)
    assert whole == parts
    assert len({one.uid for one in whole}) == len(whole)
