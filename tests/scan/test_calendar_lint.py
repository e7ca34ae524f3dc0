"""The lint finds what parsers forgive, one spoilt line at a time, and nothing in a good file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.scan.calendar_again import Linting
from wiq_cli.scan.calendar_lint import lint

VON, BIS = date(2026, 10, 1), date(2027, 11, 30)
GOOD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//wiq//Treffen//DE
NAME:Garten
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a
DTSTAMP:20261120T080910Z
LAST-MODIFIED:20261120T080910Z
SEQUENCE:1518249
DTSTART;TZID=Europe/Berlin:20261124T180000
DTEND;TZID=Europe/Berlin:20261124T193000
SUMMARY:Garten
LOCATION:Hof\\, hinten\\; links \\\\ unten
STATUS:CONFIRMED
TRANSP:OPAQUE
X-WIQ-TEAM:garten
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTAMP:20261120T080910Z
SEQUENCE:0
DTSTART;VALUE=DATE:20261206
DTEND;VALUE=DATE:20261207
SUMMARY:ENTFÄLLT: Garten
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
SERIES = GOOD.replace(
    "DTEND;TZID=Europe/Berlin:20261124T193000\n",
    "DTEND;TZID=Europe/Berlin:20261124T193000\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T160000Z\n"
    "EXDATE;TZID=Europe/Berlin:20261201T180000\n",
)


LINTING = Linting()  # has seen calendars before


def found(text: str, *, series: bool = False) -> list[str]:
    data = text.replace("\n", "\r\n").encode(errors="surrogateescape")
    assert LINTING.lint(data, VON, BIS) == lint(data, VON, BIS)
    return [one.text for one in lint(data, VON, BIS, series=series)]


def test_good_files_are_good() -> None:
    assert not found(GOOD)
    assert not found(SERIES, series=True)
    assert not lint(GOOD.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("UID:b\n", "UID:a\n", "dieselbe UID"),
        ("UID:b\n", "", "Es fehlt UID"),
        ("DTSTAMP:20261120T080910Z\nLAST", "LAST", "Es fehlt DTSTAMP"),
        ("DTSTAMP:20261120T080910Z\nLAST", "DTSTAMP:20261120T080910\nLAST", "keine Zeit in UTC"),
        ("DTSTAMP:20261120T080910Z\nLAST", "DTSTAMP:20261320T080910Z\nLAST", "keine Zeit in UTC"),
        ("DTEND;TZID=Europe/Berlin:20261124T193000\n", "", "Es fehlt DTEND"),
        ("SEQUENCE:0", "SEQUENCE:2147483648", "SEQUENCE"),
        ("SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE"),
        ("TZID=Europe/Berlin:20261124T18", "TZID=Europe/Wien:20261124T18", "Zeitzone"),
        ("START;TZID=Europe/Berlin:20261124T180000", "START:20261124T180000", "Zeitzone"),
        ("START;TZID=Europe/Berlin:20261124T180000", "START:20261124T170000Z", "Zeitzone"),
        ("TZID:Europe/Berlin", "TZID:Europe/Leipzig", "Zeitzone"),
        ("20261124T193000", "20261124T170000", "nicht hinter dem Anfang"),
        ("20261124T193000", "20261124T180000", "nicht hinter dem Anfang"),
        ("DTEND;TZID=Europe/Berlin:20261124T193000", "DTEND;VALUE=DATE:20261125", "verschieden geschrieben"),
        ("DATE:20261207", "DATE:20261208", "Ein ganzer Tag"),
        ("20261124T180000", "20261131T180000", "gibt es nicht"),
        ("DATE:20261206", "DATE:20261306", "gibt es nicht"),
        ("20261124T180000", "20270328T023000", "fällt bei der Zeitumstellung weg"),
        ("20261124T180000", "00010101T000000", "gibt es nicht"),
        ("20261206\nDTEND;VALUE=DATE:20261207", "20271206\nDTEND;VALUE=DATE:20271207", "außerhalb"),
        ("20261124T180000\nDTEND;TZID=Europe/Berlin:20261124T193000",
         "20261224T180000\nDTEND;TZID=Europe/Berlin:20261224T193000", "nicht nach Zeit geordnet"),
        ("TRANSP:OPAQUE", "TRANSP:TRANSPARENT", "TRANSP"),
        ("STATUS:CONFIRMED", "STATUS:TENTATIVE", "STATUS"),
        ("STATUS:CONFIRMED\n", "STATUS:CONFIRMED\nSTATUS:CONFIRMED\n", "zweimal"),
        ("SUMMARY:Garten", "SUMMARY:Garten, hinten", "falsch geschrieben"),
        ("SUMMARY:Garten", "SUMMARY:Garten \\x", "falsch geschrieben"),
        ("SUMMARY:Garten", "SUMMARY:", "leer"),
        ("SUMMARY:Garten", "SUMMARY:Gar\x07ten", "Steuerzeichen"),
        ("SUMMARY:Garten", "SUMMARY:Gar\x85ten", "Steuerzeichen"),
        ("SUMMARY:Garten", "SUMMARY:Gar\u2028ten", "Steuerzeichen"),
        ("SUMMARY:Garten", "SUMMARY:" + "ä" * 40, "75 Bytes"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nATTENDEE:mailto:thea@example.org", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nORGANIZER:mailto:thea@example.org", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nURL:https://example.org", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nDESCRIPTION:x", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nRECURRENCE-ID:20261124T170000Z", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nRDATE:20261124T170000Z", "darf hier nicht stehen"),
        ("SUMMARY:Garten", "SUMMARY:Garten\nRRULE:FREQ=DAILY", "darf hier nicht stehen"),
        ("PRODID:-//wiq//Treffen//DE", "PRODID:-//wiq//Treffen//DE\nMETHOD:PUBLISH", "darf hier nicht stehen"),
        ("PRODID:-//wiq//Treffen//DE\n", "", "Es fehlt PRODID"),
        ("VERSION:2.0", "VERSION:1.0", "Fassung 2.0"),
        ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:20260329T020000", "darf hier nicht stehen"),
        ("UID:b", "UID b", "keine Angabe"),
        ("END:VEVENT\nEND:VCALENDAR", "END:VCALENDAR", "nicht offen"),
        ("END:VCALENDAR\n", "", "endet nicht mit END:VCALENDAR"),
        ("BEGIN:VEVENT\nUID:b", "BEGIN:VALARM\nEND:VALARM\nBEGIN:VEVENT\nUID:b", "gehört nicht hierher"),
    ],
)  # fmt: skip
def test_a_spoilt_line_is_found(old: str, new: str, flaw: str) -> None:
    assert old in GOOD
    assert any(flaw in one for one in found(GOOD.replace(old, new, 1))), found(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        (";UNTIL=20270330T160000Z", "", "kein Ende in UTC"),
        ("UNTIL=20270330T160000Z", "UNTIL=20270330T180000", "kein Ende in UTC"),
        ("UNTIL=20270330T160000Z", "UNTIL=20270330T170000Z", "hört nicht mit einem auf"),
        ("UNTIL=20270330T160000Z", "UNTIL=20280328T160000Z", "über den Zeitraum"),
        ("BYDAY=TU", "BYDAY=WE", "fängt nicht mit einem Treffen an"),
        ("FREQ=WEEKLY", "FREQ=MANCHMAL", "Diese Regel ist keine"),
        ("EXDATE;TZID=Europe/Berlin:20261201T180000", "EXDATE;VALUE=DATE:20261201", "nicht hat"),
        ("EXDATE;TZID=Europe/Berlin:20261201T180000", "EXDATE:20261201T170000Z", "nicht hat"),
        ("20261201T180000", "20261202T180000", "nicht hat"),
        ("20261201T180000", "20261124T180000", "fängt nicht mit einem Treffen an"),
    ],
)
def test_a_spoilt_series_is_found(old: str, new: str, flaw: str) -> None:
    assert any(flaw in one for one in found(SERIES.replace(old, new, 1), series=True))


def test_bytes_are_looked_at() -> None:
    data = GOOD.replace("\n", "\r\n").encode()
    umlaut = data.index("Ä".encode())
    cases = {
        "CR und LF": GOOD.encode(),
        "keine Angabe": b"\xef\xbb\xbf" + data,
        "nicht UTF-8": data.replace("Ä".encode(), b"\xc4"),
        "mitten in einem Zeichen": data[: umlaut + 1] + b"\r\n " + data[umlaut + 1 :],
    }
    for flaw, spoilt in cases.items():
        assert any(flaw in one.text for one in lint(spoilt)), flaw
    long = GOOD.replace("UID:b", "UID:" + "b" * 72).replace("\n", "\r\n").encode()
    assert [one.line for one in lint(long)] == [GOOD[: GOOD.index("UID:b")].count("\n") + 1]
    assert lint(b"")
    assert lint(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")


def test_a_zone_behind_the_events_is_found() -> None:
    start, end = GOOD.index("BEGIN:VTIMEZONE"), GOOD.index("BEGIN:VEVENT")
    late = GOOD[:start] + GOOD[end:].replace("END:VCALENDAR", GOOD[start:end] + "END:VCALENDAR")
    assert any("hinter dem ersten Eintrag" in one for one in found(late))
    assert any("steht zweimal" in one for one in found(GOOD.replace(GOOD[start:end], GOOD[start:end] * 2)))


def test_what_was_sound_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    linting, data = Linting(), GOOD.replace("\n", "\r\n").encode()
    assert not linting.lint(data, VON, BIS)
    monkeypatch.setattr("wiq_cli.scan.calendar_again.components", None)
    assert not linting.lint(data.replace(b"NAME:Garten", b"NAME:Alle"), VON, BIS, before=data)


@pytest.mark.parametrize(
    ("old", "new"),
    [("SEQUENCE:0", "SEQUENCE:7"), ("SEQUENCE:1518249", "SEQUENCE:1518248"), ("UID:b", "UID:c"), ("STATUS:CANCELLED\n", ""), ("", "")],
)  # fmt: skip
def test_no_entry_looks_older_than_before(old: str, new: str) -> None:
    data, before = (one.replace("\n", "\r\n").encode() for one in (GOOD, GOOD.replace(old, new)))
    flaws = LINTING.lint(data, VON, BIS, before=before)
    assert flaws == lint(data, VON, BIS, before=before)
    assert bool(flaws) is (new == "SEQUENCE:7")


@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 40),
    st.text(max_size=12) | st.sampled_from(["BEGIN:VEVENT\n", "END:VEVENT\n"]),
)
def test_whatever_stands_there_it_answers(position: int, length: int, text: str) -> None:
    series, feed = (one[:position] + text + one[position + length :] for one in (SERIES, GOOD))
    lint(series.replace("\n", "\r\n").encode(errors="replace"), VON, BIS, series=True)
    data, good = (one.replace("\n", "\r\n").encode(errors="replace") for one in (feed, GOOD))
    assert LINTING.lint(data, VON, BIS, before=good) == lint(data, VON, BIS, before=good)
    assert LINTING.lint(good, VON, BIS, before=data) == lint(good, VON, BIS, before=data)
