"""Days that are refused: what is missing is said, what is clear is offered in full."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain import datum

HEUTE = date(2026, 11, 22)

ONE_DAY = [
    ("30.06.27", "2027-06-30"),
    ("06/30/2027", "2027-06-30"),
    ("2027-6-30", "2027-06-30"),
    ("2027–06–30", "2027-06-30"),
    ("2027/06/30", "2027-06-30"),
    ("30,06,2027", "2027-06-30"),
    ("30. Juni 2027", "2027-06-30"),
    ("30.Juni 2027", "2027-06-30"),
    ("30 Juni 27", "2027-06-30"),
    ("Juni 30, 2027", "2027-06-30"),
    ("Montag, 30. Juni 2027", "2027-06-30"),
    ("bis 30.06.2027", "2027-06-30"),
    ("30.06.2027 18:00", "2027-06-30"),
    ("30.06.2027 um 18 Uhr", "2027-06-30"),
    ("2027-06-30T00:00:00", "2027-06-30"),
    ("20270630", "2027-06-30"),
    ("3. März 2027", "2027-03-03"),
    ("3. Ma\u0308rz 2027", "2027-03-03"),
    ("1. Sept. 2027", "2027-09-01"),
    ("Ende 2026", "2026-12-31"),
    ("spätestens Ende Juni 2027", "2027-06-30"),
    ("Mitte Juni 2027", "2027-06-15"),
    ("Anfang 2027", "2027-01-01"),
]


@pytest.mark.parametrize(("text", "day"), ONE_DAY)
def test_one_clear_day_is_offered(text: str, day: str) -> None:
    assert datum.parse(text) is None
    assert datum.why_not(text, HEUTE, date.isoformat).endswith(f" Gemeint ist vermutlich {day}.")


@pytest.mark.parametrize(
    ("text", "what", "todo"),
    [
        ("31.2.2026", "Diesen Tag gibt es nicht.", "Der Februar 2026 hat 28 Tage."),
        ("2026-02-31", "Diesen Tag gibt es nicht.", "Der Februar 2026 hat 28 Tage."),
        ("19.13.2024", "Diesen Tag gibt es nicht.", "Ein Jahr hat 12 Monate."),
        ("00.06.2027", "Diesen Tag gibt es nicht.", "fängt mit dem 1 an"),
        ("30.06.1027", "Das Jahr liegt zu weit weg.", "vier Ziffern"),
        ("Juni 2027", "Hier fehlt der Tag.", "von 2027-06-01 bis 2027-06-30"),
        ("6/2027", "Hier fehlt der Tag.", "von 2027-06-01 bis 2027-06-30"),
        ("2027-06", "Hier fehlt der Tag.", "von 2027-06-01 bis 2027-06-30"),
        ("KW 12 2026", "Hier fehlt der Tag.", "von 2026-03-16 bis 2026-03-22"),
        ("Q3 2026", "Hier fehlen Tag und Monat.", "von 2026-07-01 bis 2026-09-30"),
        ("3. Quartal 2026", "Hier fehlen Tag und Monat.", "von 2026-07-01 bis 2026-09-30"),
        ("2026", "Hier fehlen Tag und Monat.", "von 2026-01-01 bis 2026-12-31"),
        ("Sommer 2027", "Hier fehlen Tag und Monat.", "2027-08-31"),
        ("2. Halbjahr 2027", "Hier fehlen Tag und Monat.", "2027-12-31"),
        ("30.6.", "Hier fehlt das Jahr.", "2027-06-30 oder 2026-06-30"),
        ("30. Juni", "Hier fehlt das Jahr.", "2027-06-30 oder 2026-06-30"),
        ("29.2.", "Hier fehlt das Jahr.", "2028-02-29 oder 2024-02-29"),
        ("05/06/2026", "Dieses Datum hat zwei Lesarten.", "2026-06-05 oder 2026-05-06"),
        ("13.09.2024/15.09.2024", "Hier steht mehr als ein Tag.", "2024-09-13 oder 2024-09-15"),
        ("13./15.09.2024", "Hier steht mehr als ein Tag.", "Lass nur einen stehen: 2024-09-13 oder 2024-09-15."),
        ("heute", "Hier steht ein Wort statt eines Datums.", "2026-11-22"),
        ("gestern", "Hier steht ein Wort statt eines Datums.", "2026-11-21"),
        ("noch offen", "Hier steht kein Datum.", "Lösch die Zeile"),
        ("", "Hier steht kein Datum.", "Lösch die Zeile"),
        ("~", "Hier steht kein Datum.", "Lösch die Zeile"),
        ("laufend", "Hier steht kein Datum.", "Lösch die Zeile"),
        ("Wenn das Geld da ist", "Das Datum kann ich nicht lesen.", "2026-11-24 oder 24.11.2026"),
        ("Juni", "Hier fehlen Tag und Jahr.", "2027-06-30"),
        ("Dez.", "Hier fehlen Tag und Jahr.", "2026-12-31"),
        ("KW 60 2026", "Das Datum kann ich nicht lesen.", "2026-11-24"),
    ],
)
def test_what_is_missing_is_said(text: str, what: str, todo: str) -> None:
    sentence = datum.why_not(text, HEUTE, date.isoformat)
    assert sentence.startswith(what + " ")
    assert todo in sentence


def test_without_today_no_year_is_guessed() -> None:
    assert "JJJJ-06-30" in datum.why_not("30.6.", None, date.isoformat)
    assert "2026-11-24" in datum.why_not("heute", None, date.isoformat)


@pytest.mark.parametrize("text", ["0341 9998887", "015228817386", "0341/12/34567", "+49 341 123", "Thea Testmann 1990"])
def test_what_is_no_day_is_never_repeated(text: str) -> None:
    assert datum.why_not(text, HEUTE, date.isoformat).startswith("Das Datum kann ich nicht lesen. ")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_both_forms_are_read(day: date) -> None:
    assert datum.parse(day.isoformat()) == datum.parse(f"{day.day}.{day.month}.{day.year}") == day


@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(["30", "6", ".", "/", "-", " ", "2027", "27", "Juni", "Ende", "q3", "kw", "bis", "29.2.", "30.06.2027", "18:00", "99"]), max_size=6).map("".join)))  # fmt: skip
def test_any_text_gets_two_sentences(text: str) -> None:
    what, dot, todo = datum.why_not(text, HEUTE, date.isoformat).partition(". ")
    assert what
    assert dot
    assert todo.endswith(".")
