"""German days, numbers and signs."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from wiq_cli.render import german


def test_days_are_written_out() -> None:
    assert german.day(date(2026, 3, 1)) == "1.\xa0März 2026"
    assert german.weekday(date(2026, 11, 24)) == "Dienstag, 24.\xa0November 2026"
    begin = datetime(2026, 11, 24, 18, 0)  # noqa: DTZ001  # a wall clock
    assert german.hours(begin, None) == "18:00 Uhr"
    assert german.hours(begin, begin.replace(hour=19, minute=30)) == "18:00 bis 19:30 Uhr"
    assert german.hours(begin, begin.replace(day=25)) == "18:00 Uhr"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("z. B. hier", "z.\u202fB. hier"), ("z.B. hier", "z.\u202fB. hier"), ("(u. a. Knochenplatz)", "(u.\u202fa. Knochenplatz)"),
        ("Garten e. V.", "Garten e.\u202fV."), ("i. d. R. ja", "i.\u202fd.\u202fR. ja"), ('das "Ideenmobil"', "das „Ideenmobil“"),
        ('"eins" und "zwei"', "„eins“ und „zwei“"), ("https://z.B.example/e.V.", "https://z.B.example/e.V."), ("Leiter:innen, Leiter*in", "Leiter:innen, Leiter*in"),
        ('5" und 6"', '5" und 6"'), ("Leipzig is(s)t zusammen", "Leipzig is(s)t zusammen"), ("„gut“ so", "„gut“ so"),
        ("Sinéad O'Connor", "Sinéad O’Connor"), ("'n Abend, Rock 'n' Roll, Jens'", "'n Abend, Rock 'n' Roll, Jens'"), ("o'neill@netz.example", "o'neill@netz.example"),
        ("3-5 Leute (18-20 Uhr), 2026-2027.", "3–5 Leute (18–20 Uhr), 2026–2027."), ("18:00-19:30 Uhr, 1.-3. Mai, 28.12.-3.1.", "18:00–19:30 Uhr, 1.–3. Mai, 28.12.–3.1."),
        ("2026-11-22, 0341-5556677, 04177-04179", "2026-11-22, 0341-5556677, 04177-04179"), ("24-7, 50-50, 3-5-7, A4-5, 3-jährig, 3-5/6", "24-7, 50-50, 3-5-7, A4-5, 3-jährig, 3-5/6"),
        ("https://a.example/it's/3-5 (https://b.example?a=3-5)", "https://a.example/it's/3-5 (https://b.example?a=3-5)"), ("www.a.example/'s", "www.a.example/'s"),
        ("Bürger*innen, Bürger_innen, Bürger/-innen, Klima-Anpassung", "Bürger*innen, Bürger_innen, Bürger/-innen, Klima-Anpassung"), ("- eins\n- zwei", "- eins\n- zwei"),
    ],
)  # fmt: skip
def test_signs_are_set_and_words_stay(text: str, shown: str) -> None:
    assert german.typeset(text) == shown
    assert german.typeset(shown) == shown


def test_a_minus_is_no_hyphen() -> None:
    assert german.number(-12500.5) == "−12.500,5"


def test_signs_are_set_in_long_words_at_once() -> None:
    assert german.typeset("-'" * 10_000 + "1-2" * 3_000)
