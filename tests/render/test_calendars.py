"""Calendar files: form, bytes, and what never stands in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.calendars import BIS, CHANGED, MIXED, VON, a_team, feeds, one_calendar
from tests.support.teams import rahmen
from wiq_cli.render.calendars import calendar_files, calendar_text, escape, fold, without
from wiq_cli.scan.calendar_lint import lint

HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//wiq//Treffen//DE
CALSCALE:GREGORIAN
NAME:Garten
X-WR-CALNAME:Garten
X-WR-TIMEZONE:Europe/Berlin
REFRESH-INTERVAL;VALUE=DURATION:PT12H
X-PUBLISHED-TTL:PT12H
"""


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").splitlines()


def events(text: str) -> list[dict[str, str]]:
    """Give each event as its properties."""
    found = []
    for block in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        lines = block.partition("END:VEVENT")[0].splitlines()
        found.append({line.partition(":")[0].partition(";")[0]: line.partition(":")[2] for line in lines})
    return found


def test_the_whole_file_of_one_meeting() -> None:
    text = calendar_text(one_calendar({"ort": "Hof, hinten", "termine": "05.12.2026 10:00", "dauer": "60"}))
    assert text.startswith(HEAD.replace("\n", "\r\n"))
    assert text.partition("END:VTIMEZONE\r\n")[2].replace("\r\n", "\n") == (
        "BEGIN:VEVENT\n"
        "UID:d6c4606b-62d9-57e5-8fc1-fd6d0bbe3b8a\n"
        "DTSTAMP:20261120T080910Z\n"
        "LAST-MODIFIED:20261120T080910Z\n"
        "SEQUENCE:1518249\n"
        "DTSTART;TZID=Europe/Berlin:20261205T100000\n"
        "DTEND;TZID=Europe/Berlin:20261205T110000\n"
        "SUMMARY:Garten\n"
        "LOCATION:Hof\\, hinten\n"
        "STATUS:CONFIRMED\n"
        "TRANSP:OPAQUE\n"
        "X-WIQ-TEAM:garten\n"
        "END:VEVENT\n"
        "END:VCALENDAR\n"
    )


def test_cancelled_moved_and_whole_days() -> None:
    found = events(calendar_text(one_calendar(MIXED)))
    cancelled = [one for one in found if one["STATUS"] == "CANCELLED"]
    assert [(one["DTSTART"], one["SUMMARY"], one["TRANSP"]) for one in cancelled] == [
        ("20261222T180000", "ENTFÄLLT: Garten", "TRANSPARENT")
    ]
    assert "LOCATION" not in cancelled[0]
    moved = [one for one in found if one.get("LOCATION", "").startswith("Gärten")]
    assert [(one["DTSTART"], one["DTEND"]) for one in moved] == [("20261209T190000", "20261209T203000")]
    whole = [one for one in found if one["DTSTART"] == "20261206"]
    assert [(one["DTEND"], one["TRANSP"]) for one in whole] == [("20261207", "TRANSPARENT")]


def test_an_hour_that_summer_time_skips_comes_out_as_one_that_is() -> None:
    found = {one["DTSTART"]: one["DTEND"] for one in events(calendar_text(one_calendar(MIXED)))}
    assert found["20270328T033000"] == "20270328T040000"
    assert found["20271031T023000"] == "20271031T040000"


def test_what_stays_in_the_house() -> None:
    block = MIXED | {
        "link": "https://teams.example/geheim",
        "tagesordnung": ["https://pad.example/geheim"],
        "termine": ["05.12.2026 10:00 (bei Frau Würfel, Hofweg 7)", "06.12.2026 11:00 (https://zoom.example/j/123)",
                    {"am": "13.12.2026", "ort": "Versteck", "oeffentlich": "nein"}],
    }  # fmt: skip
    text = "\n".join(unfolded(calendar_text(one_calendar(block))))
    for secret in ("Thea", "krank", "geheim", "Würfel", "Hofweg", "zoom", "Versteck", "20261213", "@", "http"):
        assert secret not in text, secret
    assert text.count("LOCATION:Ort bei der Leitung erfragen") == 2
    assert not events(calendar_text(one_calendar(MIXED | {"oeffentlich": "nein"})))


@pytest.mark.parametrize("series", [False, True])
def test_every_file_passes_the_lint_and_comes_out_the_same_twice(series: bool) -> None:
    text = calendar_text(one_calendar(MIXED, series=series))
    assert not lint(text.encode(), VON, BIS, series=series)
    assert text == calendar_text(one_calendar(MIXED, series=series))
    assert ("RRULE:FREQ=WEEKLY" in text) is series
    assert bool(lint(text.encode(), VON, BIS)) is series, "a feed holds no series"


def test_another_zone_is_written_as_well() -> None:
    text = calendar_text(one_calendar(MIXED, wiq="zeitzone: America/New_York\n"))
    assert not lint(text.encode(), VON, BIS)
    assert "DTSTART:19700308T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n" in text
    assert "Europe/Berlin" not in text


def test_the_files_of_a_site() -> None:
    teams = {
        "hof": a_team({"termine": "05.12.2026 10:00"}, stadtteile=["Lindenau", "Grünau-Ost"]),
        "garten": a_team({"termine": "06.12.2026 10:00"}, stadtteile=["lindenau"]),
        "still": a_team({}, stadtteile=["…"]),
    }
    files = calendar_files(feeds(teams).values())
    assert sorted(files) == [
        "teams/garten/treffen.ics",
        "teams/hof/treffen.ics",
        "treffen-gruenau-ost.ics",
        "treffen-lindenau.ics",
        "treffen.ics",
    ]
    assert [one["X-WIQ-TEAM"] for one in events(files["treffen.ics"])] == ["hof", "garten"]
    assert files["treffen-gruenau-ost.ics"].count("BEGIN:VEVENT") == 1
    assert files["treffen-lindenau.ics"].count("BEGIN:VEVENT") == 2
    assert "NAME:Treffen: Lindenau\r\n" in files["treffen-lindenau.ics"]
    assert "NAME:Treffen: Netz am Kanal\r\n" in files["treffen.ics"]
    for text in files.values():
        assert not lint(text.encode())


def test_a_withdrawn_team_is_taken_out_of_what_is_public_and_nobody_else() -> None:
    teams = {name: a_team({"termine": "05.12.2026 10:00", "ort": "ö" * 60}) for name in ("hof", "hof-nord", "garten")}
    text = calendar_files(feeds(teams).values())["treffen.ics"]
    rest = without(text, {"hof", "weg"})
    assert sorted(one["X-WIQ-TEAM"] for one in events(rest)) == ["garten", "hof-nord"]
    assert not lint(rest.encode())
    assert without(text, set()) == text
    assert not events(without(text, teams))
    assert not lint(without(text, teams).encode())


@pytest.mark.parametrize(
    ("stamp", "sequence"),
    [
        (CHANGED, "1518249"),
        (datetime(2019, 1, 1, tzinfo=UTC), "0"),
        (datetime(2024, 1, 1, tzinfo=UTC), "0"),
        (datetime.fromisoformat("2024-01-01T02:00:00+01:00"), "60"),
        (datetime(9000, 1, 1, tzinfo=UTC), str(2**31 - 1)),
    ],
)
def test_the_number_of_a_version(stamp: datetime, sequence: str) -> None:
    kalender = one_calendar({"termine": "05.12.2026 10:00"})
    (one,) = kalender.termine
    late = kalender.model_copy(update={"termine": (one.model_copy(update={"stand": stamp}),)})
    (event,) = events(calendar_text(late))
    assert event["SEQUENCE"] == sequence
    assert event["DTSTAMP"] == f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def test_a_calendar_changes_once_a_month() -> None:
    texts = set()
    for number in range(30):
        day = date(2026, 11, 1) + timedelta(number)
        frame = replace(rahmen(), heute=day)
        texts.add(calendar_text(feeds({"garten": a_team(MIXED)}, frame)["team garten"]))
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        (" a\r\n\tb ", "a b"),
        ("a\x07b\x85c\u2028d\ud800e\u202ef", "ab c def"),
        ("„Süd“ 🙂 👩‍👧", "„Süd“ 🙂 👩‍👧"),
    ],
)
def test_escaping(text: str, written: str) -> None:
    assert escape(text) == written


@given(st.text(max_size=300))
def test_folding_loses_nothing_and_breaks_no_character(text: str) -> None:
    line = "SUMMARY:" + escape(text)
    folded = fold(line)
    assert folded.replace("\r\n ", "") == line + "\r\n"
    for piece in folded.encode().split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode()
