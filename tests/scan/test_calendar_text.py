"""The scanner reads what a calendar says in words, wherever it stands, and takes no day for a telephone number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support.calendars import MIXED, a_team, feeds, one_calendar
from wiq_cli.render.calendars import calendar_files, calendar_text
from wiq_cli.scan.calendar_text import each_once, in_words
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import scan_site
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

FILE = "teams/garten.yaml"
PEOPLE = [
    Scalar(FILE, ("leitung", 0, "name"), "Thea Testmann"),
    Scalar(FILE, ("leitung", 0, "email"), "thea@example.org"),
    Scalar(FILE, ("leitung", 0, "telefon"), "0341 1234567"),
    Scalar(FILE, ("leitung", 0, "einwilligung", "name", "antwort"), "ja"),
    Scalar(FILE, ("leitung", 0, "einwilligung", "name", "am"), "2026-01-01"),
    Scalar("teams/ut.yaml", ("art",), "UT"),
    Scalar("teams/ut.yaml", ("mitglieder", 0, "name"), "Raphaela Schnurz"),
    Scalar("teams/ut.yaml", ("mitglieder", 0, "telefon"), "0341 2026112"),
]
NAME = "teams/garten/treffen.ics"


@pytest.fixture(scope="module")
def needles() -> Needles:
    return collect(PEOPLE, date(2026, 11, 22))


def calendar(place: str) -> str:
    return calendar_text(one_calendar({"ort": place, "rhythmus": ["erster Montag im Monat 19:00"]}))


def kinds(needles: Needles, text: str, team: str | None = "garten") -> set[str]:
    return {hit.kind for hit in scan_file(needles, NAME, text.encode(), team)}


def test_days_and_numbers_are_nobody(needles: Needles) -> None:
    for series in (False, True):
        assert not kinds(needles, calendar_text(one_calendar(MIXED, series=series)))


@pytest.mark.parametrize(
    ("place", "kind"),
    [("Bei Raphaela", "name"), ("thea@example.org", "email"), ("Ruf an\\, 0341 1234567", "phone")],
)
def test_words_are_found_wherever_a_fold_divides_them(place: str, kind: str, needles: Needles) -> None:
    text = calendar("PLATZ")
    for length in range(80):
        line = f"LOCATION:{'x ' * 20}{'ö' * (length // 9)} {place}"
        cut = 1 + length % (len(line) - 1)
        folded = text.replace("LOCATION:PLATZ", f"{line[:cut]}\r\n {line[cut:]}", 1)
        assert kinds(needles, folded) == {kind}, cut


@pytest.mark.parametrize(
    "line",
    [
        "UID:thea@example.org", "SEQUENCE:03411234567", "DTSTAMP:03411234567", "DTSTART;TZID=Raphaela:20261124T180000", "X-TEL:0341-1234567",
        "TZNAME:Raphaela", "SUMMARY:Raphaela", "ATTENDEE;CN=Raphaela:mailto:x", "X-WIQ-TEAM:raphaela", "RRULE:FREQ=WEEKLY;BYDAY=Raphaela",
    ],
)  # fmt: skip
def test_a_line_that_holds_more_than_it_should_is_read(line: str, needles: Needles) -> None:
    text = calendar("Hof").replace("STATUS:CONFIRMED", line, 1)
    assert kinds(needles, text)


def test_every_word_stays_in_its_line() -> None:
    text = calendar("Gärten mit ganz langem Namen; und noch mehr Wörtern, damit gefaltet wird und gefaltet")
    shown = in_words(text).split("\n")
    assert len(shown) == len(text.split("\r\n"))
    assert shown[text.split("\r\n").index("NAME:Garten")] == "NAME:Garten"
    assert "LOCATION:Gärten mit ganz langem Namen; und noch mehr Wörtern, damit gefaltet wird und gefaltet" in shown
    assert in_words("Kein Kalender\r\nUID:1") == "Kein Kalender\r\nUID:1"


def test_what_a_team_may_say_it_says_in_the_calendar_of_all_too(needles: Needles) -> None:
    teams = {
        "garten": a_team({"ort": "Laube von Thea Testmann", "termine": "05.12.2026 10:00"}),
        "hof": a_team({"ort": "Hof", "termine": "06.12.2026 10:00"}),
    }
    files = {name: text.encode() for name, text in calendar_files(feeds(teams).values()).items()}
    owners = {"teams/garten/treffen.ics": "garten", "teams/hof/treffen.ics": "hof"}
    site = [(name, data, owners.get(name)) for name, data in sorted(files.items())]
    assert not scan_site(needles, site)
    assert {name for name, _, _ in scan_site(needles, site[1:])} == {"treffen.ics"}, "not without the team's own"
    spoilt = [(name, data.replace(b"LOCATION:Hof", b"LOCATION:Bei Thea Testmann"), team) for name, data, team in site]
    assert {name for name, _, _ in scan_site(needles, spoilt)} == {"teams/hof/treffen.ics"}
    (*_, (_, rest, _)) = each_once(site)
    assert b"VEVENT" not in rest
    assert b"NAME:Treffen" in rest
