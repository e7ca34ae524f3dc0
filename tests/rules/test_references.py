"""References between files: every one that leads nowhere, and none that leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq
from tests.support.texts import TEAM, with_keys

if TYPE_CHECKING:
    from pathlib import Path

ID = "st-20260903-plakate"
FILE = f"beschluesse/st/2026/{ID}.yaml"
HEAD = f"id: {ID}\nteam: st\ntitel: Plakate\nantrag: Wir drucken Plakate.\n"
SUPPORT = f"id: {ID}\nteam: st\nart: lt_unterstuetzung\ntitel: Plakate\nantrag: Wir helfen.\nbetrifft: {{lt: garten}}\n"
SEAL = "siegel: {sha256: '00'}\n"


def check(capsys: pytest.CaptureFixture[str], root: Path, *files: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Give rule, level and place of the findings about references."""
    deciding_network(root)
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    words = ["check", "--format", "json", "--select", "WIQ407", "--select", "WIQ442"]
    return [
        (one["rule"], one["level"], ".".join(map(str, one["path"])))
        for one in wiq(capsys, root, *words).json["findings"]
    ]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("anwesend: [p1, p2, p99]\n", [("WIQ442", "error", "anwesend.2")]),
        ("anwesend: [p1, p11]\n", []),  # a guest
        ("stimmen: {p1: zustimmung, p99: veto}\n", [("WIQ442", "error", "stimmen.p99")]),
        ("stimmen: {p1: zustimmung, p11: veto}\n", [("WIQ407", "error", "stimmen.p11")]),
        ("stimmen: {udo-uebermut: veto}\n", [("WIQ442", "error", "stimmen")]),  # may be a name
        ("befangen: [{person: p99}]\nverantwortlich: p98\n", [("WIQ442", "error", "befangen.0.person"), ("WIQ442", "error", "verantwortlich")]),
        ("protokoll: {leitung: p99, fuehrung: p1}\n", [("WIQ442", "error", "protokoll.leitung")]),
        ("umsetzung: [{aufgabe: x, person: p99, team: tu}]\n", [("WIQ442", "error", "umsetzung.0.person"), ("WIQ442", "error", "umsetzung.0.team")]),
        ("betrifft: {person: p99}\n", [("WIQ442", "error", "betrifft.person")]),
        ("art: aufnahme\nbetrifft: {team: pt, person: p99}\n", []),  # not in the team yet
        ("verweise: {ersetzt: [st-20260101-plakat]}\n", [("WIQ442", "error", "verweise.ersetzt.0")]),
        (f"verweise: {{aendert: [{ID}]}}\n", []),
        ("ersetzt_durch: [st-20261001-neu]\n" + SEAL, [("WIQ442", "warning", "ersetzt_durch.0")]),
    ],
)  # fmt: skip
def test_what_a_decision_names(
    block: str, found: list[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sorted(check(capsys, tmp_path, (FILE, HEAD + block))) == sorted(found)


@pytest.mark.parametrize(
    ("leistung", "rest", "found"),
    [
        ("bewilligt: [werkzeug]", "", []),
        ("bewilligt: ['Woher kommt das Wasser?']", "", []),
        ("bewilligt: [Werkzeuge]", "", [("WIQ442", "error", "leistung.bewilligt.0")]),
        ("abgelehnt: [{was: Werkzeuge, grund: x}]", SEAL, [("WIQ442", "warning", "leistung.abgelehnt.0.was")]),
        ("offen: [Geld]", "", [("WIQ442", "warning", "leistung.offen.0.was")]),
        (
            "bewilligt: [Geld]",
            "ergebnis: {status: angenommen, am: 2026-09-10}\n",
            [("WIQ442", "warning", "leistung.bewilligt.0")],
        ),
        (
            "bewilligt: [Geld]",
            f"ergebnis: {{status: angenommen, am: 2026-09-10}}\n{SEAL}",
            [],
        ),  # granted, and gone from the list
    ],
)
def test_wishes(
    leistung: str, rest: str, found: list[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, tmp_path, (FILE, f"{SUPPORT}leistung: {{{leistung}}}\n{rest}")) == found


def test_the_wish_that_was_meant_is_named_by_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, tmp_path, (FILE, f"{SUPPORT}leistung: {{bewilligt: [Werkzeuge]}}\n"))
    said = wiq(capsys, tmp_path, "check", "--select", "WIQ442").out
    assert "„support[0].was“ in teams/garten.yaml" in said
    assert "Werkzeug" not in said


def test_a_person_may_stand_in_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = ("teams/kaputt.yaml", "name: [\n")
    assert check(capsys, tmp_path, (FILE, HEAD + "anwesend: [p99]\n"), broken) == []
    other = ("beschluesse/st/2026/st-20260101-alt.yaml", "id: [\n")
    assert check(capsys, tmp_path / "b", (FILE, HEAD + "verweise: {ersetzt: [st-20260101-alt]}\n"), other) == []


def test_a_team_file_names_decisions_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "mitglieder:\n  - {kennung: p1, zugang: {beschluesse: [%s]}}\n"
    for number, (one, found) in enumerate([(ID, []), ("st-20260903-plakat", [("WIQ442", "error", "mitglieder.0.zugang.beschluesse.0")])]):  # fmt: skip
        garten = ("teams/garten.yaml", with_keys(TEAM, people % one))
        assert check(capsys, tmp_path / str(number), (FILE, HEAD), garten) == found


def test_voters_count_by_the_day_of_the_electorate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ut = ("teams/ut.yaml", "art: UT\nname: UT\nmitglieder:\n  - {kennung: p11, seit: 2026-09-10}\n")
    name, text = "ut-20260903-zelt", "team: ut\ntitel: Zelt\nantrag: Wir kaufen ein Zelt.\nstimmen: {p11: zustimmung}\n"
    file, text = f"beschluesse/ut/2026/{name}.yaml", f"id: {name}\n{text}"
    late = text + "wahlkoerper: {stichtag: 2026-09-12, zahl: 1}\n"
    assert check(capsys, tmp_path / "a", (file, text), ut) == [("WIQ407", "error", "stimmen.p11")]
    assert check(capsys, tmp_path / "b", (file, late), ut) == []
