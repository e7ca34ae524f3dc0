"""The language of rhythms: what is read, on which days it falls, and what is refused with which way out."""

from __future__ import annotations

import re
from calendar import MONDAY
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import FR, MO, MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wiq_cli.domain.muster import (
    Danach,
    Kalenderwoche,
    Monatsende,
    Monatstag,
    Monatswochentag,
    Muster,
    Woechentlich,
)
from wiq_cli.domain.rhythmus import Rhythmus, describe
from wiq_cli.domain.rhythmus_lesen import read_muster
from wiq_cli.domain.terminplan import tage
from wiq_cli.domain.worte import Worte

HEUTE = date(2026, 11, 22)  # a Sunday
CONTEXT = {"heute": HEUTE}


def read(line: Any) -> Rhythmus:
    return Rhythmus.model_validate(line, context=CONTEXT)


def refusal(line: Any, context: Any = CONTEXT) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        Rhythmus.model_validate(line, context=context)
    error = caught.value.errors()[0]
    return error["type"], error["msg"]


def rules_of(line: str) -> list[str]:
    try:
        read(line)
    except ValidationError as error:
        return [one["type"] for one in error.errors()]
    return []


def days(line: str, von: str, bis: str) -> str:
    found = tage(read(line), date.fromisoformat(von), date.fromisoformat(bis))
    return " ".join(f"{one:%d.%m.}" for one in found)


# Verified by hand against a printed calendar of 2026 and 2027.
DATES = [
    ("jeden Dienstag", "2026-11-01", "2026-11-30", "03.11. 10.11. 17.11. 24.11."),
    ("dienstags 18:00", "2026-11-01", "2026-11-30", "03.11. 10.11. 17.11. 24.11."),
    ("jede Woche Mo, Mi und Fr", "2026-11-23", "2026-12-02", "23.11. 25.11. 27.11. 30.11. 02.12."),
    ("alle 2 Wochen Dienstag ab 01.09.2026", "2026-11-01", "2026-12-31", "10.11. 24.11. 08.12. 22.12."),
    ("alle 14 Tage Dienstag ab 01.09.2026", "2026-11-01", "2026-12-31", "10.11. 24.11. 08.12. 22.12."),
    # Counting starts with the week of „ab“; the days of that week before it fall away.
    ("alle 2 Wochen Dienstag ab 02.09.2026", "2026-09-01", "2026-10-01", "15.09. 29.09."),
    ("alle 2 Wochen Sonntag und Montag ab 06.09.2026", "2026-09-01", "2026-10-01", "06.09. 14.09. 20.09. 28.09."),
    ("alle drei Wochen Freitag ab 27.02.2026", "2026-02-01", "2026-05-01", "27.02. 20.03. 10.04. 01.05."),
    # 2026 has a week 53: two odd weeks meet, and the even ones lie three weeks apart.
    ("ungerade KW Dienstag", "2026-12-01", "2027-01-31", "01.12. 15.12. 29.12. 05.01. 19.01."),
    ("gerade KW Dienstag", "2026-12-01", "2027-01-31", "08.12. 22.12. 12.01. 26.01."),
    ("in geraden Wochen dienstags", "2026-12-01", "2027-01-31", "08.12. 22.12. 12.01. 26.01."),
    ("erster Montag im Monat", "2026-09-01", "2027-01-31", "07.09. 05.10. 02.11. 07.12. 04.01."),
    ("jeden 1. Montag", "2026-09-01", "2026-12-31", "07.09. 05.10. 02.11. 07.12."),
    ("jeden 2. Dienstag im Monat", "2026-11-01", "2027-01-31", "10.11. 08.12. 12.01."),
    ("erster und dritter Montag im Monat", "2026-11-01", "2026-12-31", "02.11. 16.11. 07.12. 21.12."),
    ("jeden 1. und 3. Montag", "2026-11-01", "2026-12-31", "02.11. 16.11. 07.12. 21.12."),
    ("fünfter Montag im Monat", "2026-01-01", "2026-12-31", "30.03. 29.06. 31.08. 30.11."),
    ("letzter Freitag des Monats", "2026-01-01", "2026-04-30", "30.01. 27.02. 27.03. 24.04."),
    ("vorletzter Freitag im Monat", "2026-01-01", "2026-04-30", "23.01. 20.02. 20.03. 17.04."),
    ("alle 2 Monate erster Montag ab 07.09.2026", "2026-09-01", "2027-03-31", "07.09. 02.11. 04.01. 01.03."),
    # The first Monday of September lies before „ab“.
    ("alle 2 Monate erster Montag ab 15.09.2026", "2026-09-01", "2027-01-31", "02.11. 04.01."),
    ("Mittwoch nach dem 2. Dienstag im Monat", "2026-03-01", "2026-06-30", "11.03. 15.04. 13.05. 10.06."),
    ("Montag nach dem letzten Sonntag im Monat", "2026-05-01", "2026-06-30", "01.06. 29.06."),
    ("Dienstag nach dem zweiten Dienstag", "2026-11-01", "2026-11-30", "17.11."),
    ("am 15. im Monat", "2026-11-01", "2027-01-31", "15.11. 15.12. 15.01."),
    ("am 1. und 15. im Monat", "2026-11-01", "2027-01-31", "01.11. 15.11. 01.12. 15.12. 01.01. 15.01."),
    ("alle 2 Monate am 1. und 31. ab 01.10.2026", "2026-10-01", "2027-02-28", "01.10. 31.10. 01.12. 31.12. 01.02."),
    ("am 31. des Monats", "2026-01-01", "2026-08-01", "31.01. 31.03. 31.05. 31.07."),
    ("am 29. im Monat", "2027-01-01", "2027-04-30", "29.01. 29.03. 29.04."),
    ("am 29. im Monat", "2028-01-01", "2028-03-31", "29.01. 29.02. 29.03."),
    ("letzter Tag im Monat", "2028-01-01", "2028-04-30", "31.01. 29.02. 31.03. 30.04."),
    ("letzter Werktag im Monat", "2026-01-01", "2026-06-30", "30.01. 27.02. 31.03. 30.04. 29.05. 30.06."),
    ("jeden Dienstag ab 10.11.2026 bis 24.11.2026", "2026-01-01", "2027-12-31", "10.11. 17.11. 24.11."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "von", "bis", "expected"), DATES, ids=[one[0] for one in DATES])
def test_days_of_a_rhythm(line: str, von: str, bis: str, expected: str) -> None:
    assert days(line, von, bis) == expected


SAME = [
    ("14-tägig dienstags 18:00 ab 01.09.2026", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"),
    ("Dienstag, 14-tägig, 18:00, ab 01.09.2026", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"),
    ("alle vierzehn Tage Dienstag ab 01.09.2026", "alle 2 Wochen Dienstag ab 01.09.2026"),
    ("jede zweite Woche dienstags ab 01.09.2026", "alle 2 Wochen Dienstag ab 01.09.2026"),
    ("dienstags alle 2 Wochen ab 01.09.2026", "alle 2 Wochen Dienstag ab 01.09.2026"),
    ("dreiwöchentlich Mi ab 02.09.2026", "alle 3 Wochen Mittwoch ab 02.09.2026"),
    ("Dienstag in den geraden Wochen", "gerade KW Dienstag"),
    ("wöchentlich dienstags", "jeden Dienstag"),
    ("1x/Woche Di 18:00", "jeden Dienstag 18:00"),
    ("einmal pro Woche mittwochs", "jeden Mittwoch"),
    ("immer dienstags", "jeden Dienstag"),
    ("jeden Dienstagabend 18:00", "jeden Dienstag 18:00"),
    ("alle Dienstage", "jeden Dienstag"),
    ("dienstags und donnerstags", "jede Woche Di Do"),
    ("jeden Di+Do", "jede Woche Di Do"),
    ("jeden Dienstag und jeden Donnerstag", "jede Woche Di Do"),
    ("Mo-Fr 10:00", "jede Woche Mo Di Mi Do Fr 10:00"),
    ("jeden Montag bis Freitag", "jede Woche Mo Di Mi Do Fr"),
    ("Fr–Mo", "jede Woche Fr Sa So Mo"),
    ("täglich 10:00", "jede Woche Mo Di Mi Do Fr Sa So 10:00"),
    ("jeden Tag", "jede Woche Mo Di Mi Do Fr Sa So"),
    ("1./3. Dienstag im Monat", "erster und dritter Dienstag im Monat"),
    ("zweimal im Monat 1. und 3. Dienstag", "erster und dritter Dienstag im Monat"),
    ("monatlich am ersten Dienstag", "erster Dienstag im Monat"),
    ("jeden Monat am 15.", "am 15. im Monat"),
    ("vierteljährlich erster Montag ab 07.09.2026", "alle 3 Monate erster Montag ab 07.09.2026"),
    ("jeden Dienstag von 18:00 bis 20:00", "jeden Dienstag 18:00–20:00"),
    ("jeden Dienstag 18-20 Uhr", "jeden Dienstag 18:00–20:00"),
    ("jeden Dienstag 18:30-20 Uhr", "jeden Dienstag 18:30–20:00"),
    ("jeden Dienstag von 18 bis 20 Uhr", "jeden Dienstag 18:00–20:00"),
    ("jeden Dienstag 18:00 Uhr – 19:30 Uhr", "jeden Dienstag 18:00–19:30"),
    ("Di + Do 18:00", "jede Woche Di Do 18:00"),
    ("Di u. Do 18:00", "jede Woche Di Do 18:00"),
    ("Dienstag und Donnerstag", "jede Woche Di Do"),
    ("jeden Dienstag seit 01.10.2026", "jeden Dienstag ab 01.10.2026"),
    ("jeden Dienstag vom 01.09.2026 bis zum 30.06.2027", "jeden Dienstag ab 01.09.2026 bis 30.06.2027"),
    ("jeden Dienstag ab dem 01.09.2026", "jeden Dienstag ab 01.09.2026"),
    ("jeden Dienstag ab Di 01.09.2026", "jeden Dienstag ab 01.09.2026"),
    ("jeden Dienstag ab Dienstag, den 01.09.2026", "jeden Dienstag ab 01.09.2026"),
    ("ab 01.09.2026 alle 2 Wochen Dienstag 18:00", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"),
    ("jeden Dienstag in ungeraden KW", "ungerade KW Dienstag"),
    ("jeden 1. + 3. Di im Monat", "erster und dritter Dienstag im Monat"),
    ("jeden 1. und jeden 3. Dienstag im Monat", "erster und dritter Dienstag im Monat"),
    ("erster Montag jedes Monats", "erster Montag im Monat"),
    ("erster Montag alle 3 Monate ab 07.09.2026", "alle 3 Monate erster Montag ab 07.09.2026"),
    ("letzter Arbeitstag im Monat", "letzter Werktag im Monat"),
    ("jeden 1. und 15. 18:00", "am 1. und 15. im Monat 18:00"),
    ("am 1. und am 15. jedes Monats", "am 1. und 15. im Monat"),
    ("jeden Dienstag (Hof) 18:00", "jeden Dienstag 18:00 (Hof)"),
    ("jeden Dienstag ganztägig", "jeden Dienstag"),
    ("Dienstag 18:00 14-tägig ab 01.09.2026", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"),
    ("Dienstag 18 Uhr wöchentlich", "jeden Dienstag 18:00"),
    ("um 18 Uhr jeden Dienstag", "jeden Dienstag 18:00"),
    ("Di und Do jeweils 18 Uhr", "jede Woche Di Do 18:00"),
    ("Fr - So 10:00", "jede Woche Fr Sa So 10:00"),
]


@pytest.mark.parametrize(("line", "usual"), SAME, ids=[one[0] for one in SAME])
def test_other_words_for_the_same(line: str, usual: str) -> None:
    assert read(line) == read(usual)


OFFERED = re.compile(r"(?:Beispiel|Schreib): (.+?)(?:, oder: (.+?))?(?:, oder: (.+?))?\.$")


@pytest.mark.parametrize("line", ["14-tägig", "wöchentlich", "werktags", "am Wochenende", "monatlich", "zweimal im Monat", "vierteljährlich", "Dienstag", "Monatsende", "Monatsanfang", "gerade KW", "alle 10 Tage", "monatlich ab 29.09.2026"])  # fmt: skip
def test_every_line_that_is_offered_can_be_read(line: str) -> None:
    match = OFFERED.search(refusal(line)[1])
    assert match
    assert all(not rules_of(one) for one in match.groups() if one)


def test_a_whole_line() -> None:
    one = read("alle 2 Wochen Dienstag 18:00–19:30 Uhr ab 01.09.2026 bis 2027-06-30 (Haus (Hof), 2. Stock)")
    assert one.am == Woechentlich((1,), 2)
    assert (one.zeit, one.ende) == (time(18), time(19, 30))
    assert (one.ab, one.bis) == (date(2026, 9, 1), date(2027, 6, 30))
    assert one.ort == "Haus (Hof), 2. Stock"
    assert describe(one) == (
        "alle 2 Wochen am Dienstag um 18:00–19:30 Uhr, ab Di 01.09.2026 bis Mi 30.06.2027 (Haus (Hof), 2. Stock)"
    )


def test_a_mapping_with_the_same_words() -> None:
    line = {"am": "erster Montag im Monat ab 07.09.2026", "zeit": "19:00", "ort": "Lindenau", "oeffentlich": "nein"}
    assert read(line) == read("erster Montag im Monat 19:00 ab 07.09.2026 (Lindenau)").model_copy(
        update={"oeffentlich": False}
    )


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("letzter Werktag im Monat", "Werktage sind Montag bis Freitag"),
        ("fünfter Samstag im Monat", "Nur in Monaten mit fünf Samstagen"),
        ("am 31. im Monat", "Den 31. gibt es nicht in jedem Monat"),
        ("am 15. und 30. im Monat", "Den 30. gibt es nicht in jedem Monat"),
        ("am 30. und 31. im Monat", "Den 30. und 31. gibt es nicht in jedem Monat"),
    ],
)
def test_the_words_say_what_is_easily_overlooked(line: str, remark: str) -> None:
    assert remark in describe(read(line))


REFUSED = [
    ("jeden 2. Dienstag", "WIQ303", "„alle 2 Wochen Dienstag ab 24.11.2026“ (24.11.2026 und 08.12.2026)"),
    ("jeden zweiten Dienstag 18:00", "WIQ303", "„zweiter Dienstag im Monat 18:00“ (08.12.2026 und 12.01.2027)"),
    ("jeden dritten Mi ab 06.01.2027", "WIQ303", "„alle 3 Wochen Mittwoch ab 06.01.2027“ (06.01.2027 und 27.01.2027)"),
    ("alle 2 Dienstag", "WIQ303", "zwei Lesarten"),
    ("alle 14 Tage", "WIQ304", "alle 2 Wochen Dienstag 18:00 ab 24.11.2026"),
    ("zweiwöchentlich mittwochs", "WIQ304", "zum Beispiel: ab 25.11.2026"),
    ("alle 3 Monate letzter Freitag", "WIQ304", "zum Beispiel: ab 27.11.2026"),
    ("14-tägig", "WIQ304", "und ab wann? Schreib zum Beispiel: alle 2 Wochen Dienstag 18:00 ab 24.11.2026"),
    ("14-tägig 19:30 ab 02.09.2026", "WIQ304", "es? Schreib zum Beispiel: alle 2 Wochen Mittwoch 19:30 ab 02.09.2026"),
    ("alle zwei Wochen 18:00 ab 01.09.2026", "WIQ304", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"),
    ("wöchentlich", "WIQ302", "jede Woche Dienstag 18:00"),
    ("1x/Woche 19:00 ab 02.09.2026", "WIQ302", "jede Woche Mittwoch 19:00 ab 02.09.2026"),
    ("gerade Wochen 18:00", "WIQ302", "gerade KW Dienstag 18:00"),
    ("werktags 17:00", "WIQ303", "jede Woche Montag bis Freitag 17:00, oder: jede Woche Montag bis Samstag 17:00"),
    ("wochentags", "WIQ303", "Montag bis Samstag"),
    ("am Wochenende 10:00", "WIQ303", "jeden Samstag 10:00, oder: jeden Sonntag 10:00"),
    ("monatlich", "WIQ302", "erster Dienstag im Monat 18:00, oder: am 15. im Monat 18:00"),
    ("monatlich dienstags 19:00", "WIQ302", "erster Dienstag im Monat 19:00, oder: letzter Dienstag im Monat 19:00"),
    (
        "1x im Monat 18:00 ab 15.09.2026",
        "WIQ302",
        "dritter Dienstag im Monat 18:00 ab 15.09.2026, oder: am 15. im Monat",
    ),
    (
        "zweimal im Monat dienstags",
        "WIQ303",
        "erster und dritter Dienstag im Monat 18:00, oder: alle 2 Wochen Dienstag",
    ),
    ("vierteljährlich", "WIQ302", "alle 3 Monate erster Dienstag im Monat 18:00 ab 24.11.2026"),
    ("jährlich", "WIQ302", "unter „termine“"),
    ("nach Absprache", "WIQ302", "unter „termine“"),
    ("erster Werktag im Monat", "WIQ302", "nur „letzter“"),
    ("jeden Dienstag 18:00 per Teams", "WIQ302", "Setz einen Ort in Klammern"),
    ("jeden Dienstag außer in den Ferien", "WIQ302", "unter „pause“"),
    ("jeden Dienstag ab Mi 01.09.2026", "WIQ307", "ein Dienstag"),
    ("jeden Dienstag ab dem 1. September 2026", "WIQ023", "01.09.2026"),
    ("jeden Dienstag ab September 2026", "WIQ023", "01.09.2026 bis 30.09.2026"),
    ("jeden Dienstag bis Ende Juni 2027", "WIQ023", "30.06.2027"),
    ("jeden Dienstag ab sofort", "WIQ023", "22.11.2026"),
    ("jeden Dienstag bis auf Weiteres", "WIQ302", "Hinter „bis“ fehlt der Tag"),
    ("jeden Dienstag 18-20", "WIQ030", "18:00–20:00"),
    ("jeden Dienstag 18h", "WIQ030", "18:00"),
    ("jeden Dienstag 18h30", "WIQ030", "18:30"),
    ("jeden Dienstag 6 pm", "WIQ030", "18:00"),
    ("jeden Dienstag ca. 18 Uhr", "WIQ030", "18:00"),
    ("jeden Dienstag um halb sieben", "WIQ030", "18:30 oder 06:30"),
    ("jeden Dienstag dreiviertel 7 ab 01.09.2026", "WIQ030", "18:45 oder 06:45"),
    ("jeden Dienstag viertel nach zwölf", "WIQ030", "12:15 oder 00:15"),
    ("jeden Dienstag 18:00 und Donnerstag 19:00", "WIQ302", "eine eigene Zeile"),
    ("erster Dienstag und dritter Donnerstag im Monat", "WIQ302", "eine eigene Zeile"),
    ("Dienstag vor dem ersten Mittwoch im Monat", "WIQ302", "Schreib „nach dem“"),
    ("Mo 18:00, Mi 19:00", "WIQ302", "Das sind zwei Rhythmen"),
    ("montags 18:00 dienstags 19:00", "WIQ302", "Das sind zwei Rhythmen"),
    ("am 24.12.2026", "WIQ302", "unter „termine“"),
    ("Di 01.09.2026 18:00", "WIQ302", "unter „termine“"),
    ("jeden Dienstag 18:00 (90 Min.)", "WIQ301", "nur der Ort"),
    ("alle 2 Dienstage", "WIQ303", "zwei Lesarten"),
    ("am Monatsende 17:00", "WIQ302", "letzter Tag im Monat 17:00, oder: letzter Werktag im Monat 17:00"),
    ("jeden Dienstag 18:00 (14-tägig)", "WIQ301", "In der Klammer steht nur der Ort"),
    ("jeden Dienstag 18:00 (nicht in den Ferien)", "WIQ301", "unter „pause“"),
    ("jeden Dienstag (18 Uhr)", "WIQ301", "Die Uhrzeit gehört davor"),
    ("jeden Dienstag (Hof) 18:00 (Garten)", "WIQ301", "es sind zwei"),
    ("alle 14 Tage Dienstag", "WIQ304", "Schreib „ab“"),
    ("alle 2 Wochen Dienstag 18:00", "WIQ304", "Schreib „ab“"),
    ("alle 3 Monate letzter Freitag", "WIQ304", "Schreib „ab“"),
    ("alle 10 Tage", "WIQ302", "keinen festen Wochentag"),
    ("Dienstag 18:00", "WIQ302", "jeden Dienstag 18:00, oder: erster Dienstag im Monat 18:00"),
    ("jeden dinstag", "WIQ302", "Meintest du „Dienstag“?"),
    ("ungerade KW 18:00", "WIQ302", "fehlt der Wochentag"),
    ("alle Wochen Dienstag", "WIQ302", "fehlt eine Zahl"),
    ("24.11.2026 18:00", "WIQ302", "unter „termine“"),
    ("wenn alle Zeit haben", "WIQ302", "erster Montag im Monat 19:00"),
    ("", "WIQ302", "erster Montag im Monat 19:00"),
    ("jeden Dienstag 01.09.2026", "WIQ302", "„ab“ oder „bis“"),
    ("jeden Dienstag 18:00 19:00", "WIQ302", "zweimal"),
    ("jeden Dienstag bis 19:30", "WIQ302", "18:00–19:30"),
    ("jeden Dienstag ab", "WIQ302", "fehlt der Tag"),
    ("jeden Dienstag ab 24.11.", "WIQ023", "24.11.2026"),
    ("jeden Dienstag ab 01.09.", "WIQ023", "01.09.2027"),
    ("jeden Dienstag ab 24.11.26", "WIQ023", "24.11.2026"),
    ("jeden Dienstag ab 11/24/2026", "WIQ023", "24.11.2026"),
    ("jeden Dienstag ab 05/06/2026", "WIQ023", "05.06.2026 oder 06.05.2026"),
    ("jeden Dienstag ab 31.09.2026", "WIQ023", "Der September 2026 hat 30 Tage"),
    ("jeden Dienstag ab 29.02.2027", "WIQ023", "Der Februar 2027 hat 28 Tage"),
    ("am 32. im Monat", "WIQ023", "zwischen 1 und 31"),
    ("jeden Dienstag 18.30", "WIQ030", "18:30"),
    ("jeden Dienstag 1800", "WIQ030", "18:00"),
    ("jeden Dienstag 1080", "WIQ030", "18:00"),
    ("jeden Dienstag 25:00", "WIQ030", "00:00 bis 23:59"),
    ("jeden Dienstag 24:00", "WIQ030", "00:00 am nächsten Tag"),
    ("jeden Dienstag 18:00–18:00", "WIQ308", "gleich"),
    ("jeden Dienstag 18:00 ab 01.09.2026 bis 31.08.2026", "WIQ305", "vor dem Anfang"),
    ("jeden Dienstag 18:00 (Lindenau", "WIQ301", "Klammer"),
    ({"am": "jeden Dienstag 18:00", "zeit": "19:00"}, "WIQ302", "zweimal"),
    ({"am": ["jeden Dienstag"]}, "WIQ022", "einzelner Text"),
]


@pytest.mark.parametrize(("line", "rule", "part"), REFUSED, ids=[str(one[0]) for one in REFUSED])
def test_refused_with_a_way_out(line: Any, rule: str, part: str) -> None:
    found, sentence = refusal(line)
    assert found == rule
    assert part in sentence


def test_without_a_day_no_year_is_guessed() -> None:
    assert "24.11.JJJJ" in refusal("jeden Dienstag ab 24.11.", None)[1]
    assert "alle 2 Wochen Dienstag ab …" in refusal("jeden 2. Dienstag", None)[1]


def test_a_refusal_never_repeats_the_place_or_unknown_words() -> None:
    sentence = refusal("jeden Dienstag bei Thea (Testgasse 1)")[1]
    assert "Thea" not in sentence
    assert "Testgasse" not in sentence


# -- properties -------------------------------------------------------------------------------------------------------
WEEKDAYS = st.integers(0, 6)
SETS = st.sets(WEEKDAYS, min_size=1).map(lambda found: tuple(sorted(found)))
ORDINALS = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
ORDINAL_SETS = st.sets(ORDINALS, min_size=1, max_size=3).map(
    lambda found: tuple(sorted(found, key=lambda one: (one < 0, one)))
)
MONTHS = st.integers(1, 12)
PATTERNS: st.SearchStrategy[Muster] = st.one_of(
    st.builds(Woechentlich, SETS, st.integers(1, 60)),
    st.builds(Kalenderwoche, SETS, st.integers(0, 1)),
    st.builds(Monatswochentag, ORDINAL_SETS, WEEKDAYS, MONTHS),
    st.builds(Danach, WEEKDAYS, ORDINALS, WEEKDAYS, MONTHS),
    st.builds(
        Monatstag, st.sets(st.integers(1, 31), min_size=1, max_size=3).map(lambda found: tuple(sorted(found))), MONTHS
    ),
    st.builds(Monatsende, st.booleans(), MONTHS),
)
STARTS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(PATTERNS)
def test_wiq_understands_its_own_words(muster: Muster) -> None:
    worte = Worte(muster.worte().lower(), None)
    assert read_muster(worte) == muster
    assert not worte.peek()


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(one.startswith("WIQ") for one in rules_of(text))


@given(st.lists(st.sampled_from(["jeden", "alle", "2", "2.", "14", "tage", "wochen", "monate", "gerade", "kw", "di", "und", "nach", "dem", "letzter", "werktag", "im", "monat", "am", "31.", "ab", "bis", "01.09.2026", "18:00", "18.30", "24.11.", "(", ")", "-", ",", "um", "uhr"]), max_size=9))  # fmt: skip
def test_any_words_are_read_or_refused(words: list[str]) -> None:
    assert all(one.startswith("WIQ") for one in rules_of(" ".join(words)))


@given(PATTERNS, STARTS)
def test_days_agree_with_dateutil(muster: Muster, ab: date) -> None:
    until = ab + timedelta(1500)
    found = tage(Rhythmus.model_construct(am=muster, ab=ab, bis=None), ab, until)
    assert found == oracle(muster, ab, until)


def oracle(muster: Muster, ab: date, until: date) -> list[date]:
    """The same days by another's calendar."""
    start, end = datetime.combine(ab, time.min), datetime.combine(until, time.min)
    match muster:
        case Woechentlich():
            rule = rrule(WEEKLY, start, muster.alle, MONDAY, until=end, byweekday=muster.wochentage)
        case Kalenderwoche():
            rule = rrule(WEEKLY, start, 1, MONDAY, until=end, byweekday=muster.wochentage)
            return [one.date() for one in rule if int(one.strftime("%V")) % 2 == muster.rest]
        case Monatswochentag():
            named = [weekday(muster.wochentag, one) for one in muster.ordnungen]
            rule = rrule(MONTHLY, start, muster.alle, MONDAY, until=end, byweekday=named)
        case Monatstag():
            rule = rrule(MONTHLY, start, muster.alle, MONDAY, until=end, bymonthday=muster.nummern)
        case Monatsende(werktag=True):
            workdays = [weekday(one) for one in range(MO.weekday, FR.weekday + 1)]
            rule = rrule(MONTHLY, start, muster.alle, MONDAY, until=end, byweekday=workdays, bysetpos=-1)
        case Monatsende():
            rule = rrule(MONTHLY, start, muster.alle, MONDAY, until=end, bymonthday=-1)
        case Danach():
            first = (start - timedelta(start.day * (muster.alle == 1))).replace(
                day=1
            )  # it may reach into the next month
            named = [weekday(muster.bezug, muster.ordnung)]
            rule = rrule(MONTHLY, first, muster.alle, MONDAY, until=end, byweekday=named)
            after = [one + relativedelta(days=1, weekday=weekday(muster.wochentag, 1)) for one in rule]
            return [one.date() for one in after if start <= one <= end]
        case _:
            raise AssertionError
    return [one.date() for one in rule]


def test_the_oracle_knows_the_day_after() -> None:
    assert oracle(Danach(2, 2, 1), date(2026, 3, 1), date(2026, 3, 31)) == [date(2026, 3, 11)]
