"""What ``--fix`` writes by itself, and what it leaves to people."""

from __future__ import annotations

import pytest

from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.team import Team
from wiq_cli.files.format_repair import repaired


def fix(text: str) -> str:
    return repaired(text, Team, "teams/x.yaml")[0]


MENDED = [
    ("weg: [{schritt: a, erledigt: true}]", "weg: [{schritt: a, erledigt: ja}]"),
    ("weg: [{schritt: a, erledigt: No}]", "weg: [{schritt: a, erledigt: nein}]"),
    ("weg: [{schritt: a, bis: 30. Juni 2027}]", "weg: [{schritt: a, bis: 2027-06-30}]"),
    ("weg: [{schritt: a, bis: 2027/06/30}]", "weg: [{schritt: a, bis: 2027-06-30}]"),
    (
        "kooperationspartner: [{name: V, url: www.v.example}]",
        "kooperationspartner: [{name: V, url: https://www.v.example}]",
    ),
    ("leitung: [{name: A, email: mailto:a@example.org}]", "leitung: [{name: A, email: a@example.org}]"),
    ("leitung: [{name: A, Tel.: 0341 1}]", "leitung: [{name: A, telefon: 0341 1}]"),
    ("art: lt", "art: LT"),
    ("treffen: {termine: [{am: 05.12.2026, zeit: 10.30}]}", "treffen: {termine: [{am: 05.12.2026, zeit: 10:30}]}"),
    ("treffen: {termine: [{am: 05.12.2026, zeit: 19 Uhr}]}", "treffen: {termine: [{am: 05.12.2026, zeit: 19:00}]}"),
]
LEFT = [
    "weg: [{schritt: a, erledigt: x}]",
    "weg: [{schritt: a, erledigt: teilweise}]",
    "weg: [{schritt: a, bis: 15.9.27}]",
    "weg: [{schritt: a, bis: ca. 30.6.2027}]",
    "weg: [{schritt: a, bis: 03/04/2027}]",
    "weg: [{schritt: a, bis: Ende Juni 2027}]",
    "wirkung: [{indikator: a, soll: 1.250}]",
    "wirkung: [{indikator: a, soll: 50 Leute}]",
    "kooperationspartner: [{name: V, url: v.example}]",
    "leitung: [{name: A, handy: 0341 1}]",
    "leitung: [{name: A, einwilligung: {name: {antwort: true, am: 2026-01-01, nachweis: x}}}]",
    "leitung: [{name: A, einwilligung: {name: {antwort: ja, am: 2026/01/01, nachweis: x}}}]",
    "treffen: {termine: [{am: 05.12.2026, zeit: halb acht}]}",
    "treffen: {termine: [{am: 05.12.2026, zeit: 1080}]}",
    "treffen: {termine: [05.12.2026 10.30]}",
]


@pytest.mark.parametrize(("written", "mended"), MENDED)
def test_what_means_one_thing_is_mended(written: str, mended: str) -> None:
    text = f"name: X # k\n{written} # bleibt\n"
    assert fix(text) == f"name: X # k\n{mended} # bleibt\n"
    assert fix(fix(text)) == fix(text)


@pytest.mark.parametrize("written", LEFT)
def test_what_may_mean_more_is_left(written: str) -> None:
    text = f"name: X\n{written}\n"
    assert fix(text) == text


def test_lines_end_as_they_did() -> None:
    text = with_keys(TEAM, "status: läuft\n").replace("\n", "\r\n")
    assert fix(text) == with_keys(TEAM, "status: laeuft\n").replace("\n", "\r\n")
