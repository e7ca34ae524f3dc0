"""``wiq status``: every team on one screen, and why."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import pytest

from tests.support.repo import commit
from tests.support.run import Result, wiq
from tests.support.terminal import at_terminal
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Status = Callable[..., Result]

QUIET = "treffen:\n  ort: Garten\n  termine: [01.06.2026 18:00]\nchronik: [{am: 2026-06-10, text: Fest}]\n"
TEAMS = {
    "garten": TEAM,
    "still": with_keys(TEAM, f"name: Stilles Team\n{QUIET}"),
    "spaet": with_keys(
        TEAM, "name: Spätes Team\nziele: {bis: 2026-08-01, teilziele: [{ziel: Beete, erreicht: ja}, Bänke]}\n"
    ),
    "ohne": with_keys(
        TEAM, "name: Team ohne Leitung\nleitung: [{kennung: p901, name: Thea Testmann, bis: 2026-10-31}]\n"
    ),
    "ruht": with_keys(TEAM, f"name: Ruhendes Team\nstatus: pausiert\n{QUIET}"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", TEAMS)


@pytest.fixture
def status(root: Path, capsys: pytest.CaptureFixture[str]) -> Status:
    return lambda *words, **more: wiq(capsys, root, "status", *words, **more)


def test_in_a_pipe_each_team_is_one_line_the_worst_first(status: Status) -> None:
    result = status()
    lines = [line.split("\t") for line in result.out.splitlines()]
    assert result.code == 0
    assert [line[:2] for line in lines[:3]] == [["dringend", "still"], ["dringend", "ohne"], ["dringend", "spaet"]]
    assert {line[1] for line in lines} == TEAMS.keys()
    assert {len(line) for line in lines} == {12}
    assert lines[0][11].startswith("Seit 165 Tagen ist nichts zu sehen. Das Letzte: Chronik am 10.06.2026.")
    assert "Seit 22 Tagen leitet niemand das Team." in lines[1][11]
    assert "Die Frist ist seit 113 Tagen vorbei. Erreicht: 1 von 2 Zielen." in lines[2][11]


def test_a_team_that_rests_is_left_in_peace(status: Status) -> None:
    rests = next(one for one in status("--format", "json").json["teams"] if one["team"] == "ruht")
    assert (rests["level"], rests["reasons"]) == ("fine", [])


def test_json_says_everything_and_names_nobody(status: Status) -> None:
    result = status("--format", "json")
    data = result.json
    assert (data["schema"], data["date"], data["history"], data["next"]) == (
        "wiq.status/1", "2026-11-22", "none", ["still", "ohne", "spaet"]
    )  # fmt: skip
    garden = next(one for one in data["teams"] if one["team"] == "garten")
    assert garden["goals"] == {"reached": 0, "total": 2}
    assert garden["effects"] == [{"target": 50.0, "actual": None, "date": None}]
    assert garden["next_meeting"] == "2026-12-07T19:00:00"
    assert garden["wishes"] == [
        {"kind": "sonstiges", "support": True, "since": None},
        {"kind": "frage", "support": False, "since": None},
    ]
    assert garden["concept"] == {"filled": 11, "total": 11, "empty": []}
    assert not re.search("Thea|Udo|Werkzeug|example.org", result.out)


def test_thresholds_stand_in_wiq_yaml(root: Path, status: Status) -> None:
    settings = root / "wiq.yaml"
    settings.write_text(settings.read_text("utf-8") + "schwellen: {still_hinweis: 5, still_warnung: 12}\n", "utf-8")
    garden = next(one for one in status("--format", "json").json["teams"] if one["team"] == "garten")
    assert [one["kind"] for one in garden["reasons"]][:1] == ["silent"]


def test_git_knows_how_old_a_wish_is_and_that_somebody_wrote(root: Path, status: Status) -> None:
    commit(root, "2026-08-01")
    path = root / "teams" / "still.yaml"
    path.write_text(path.read_text("utf-8").replace("[Werkzeug]", "[Farbe, Werkzeug]"), "utf-8")
    commit(root, "2026-11-12")
    data = status("--format", "json").json
    quiet = next(one for one in data["teams"] if one["team"] == "still")
    assert data["history"] == "full"
    assert quiet["last_sign"] == {"date": "2026-11-12", "kind": "Änderung der Datei"}
    assert [one["since"] for one in quiet["wishes"]] == ["2026-11-12", "2026-08-01", "2026-08-01"]
    wish = next(one for one in quiet["reasons"] if one["kind"] == "wish")
    assert wish["message"] == "Ein Wunsch wartet, seit mindestens 113 Tagen."


def test_what_git_knows_of_the_future_does_not_count(root: Path, status: Status) -> None:
    commit(root, "2026-11-30")
    quiet = next(one for one in status("--format", "json").json["teams"] if one["team"] == "still")
    assert quiet["last_sign"]["date"] == "2026-06-10"
    assert all(one["since"] is None for one in quiet["wishes"])


def test_without_git_that_is_said_once(status: Status) -> None:
    assert status().err.count("Was git weiß, fehlt hier.") == 1


def test_published_profiles_are_fresh_stale_or_must_go(
    root: Path, status: Status, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ".gitignore").write_text("site/\n", "utf-8")
    commit(root, "2026-11-01")
    assert wiq(capsys, root, "publish").code == 0
    (root / "teams" / "garten.yaml").write_text(TEAM + "untertitel: am Wasser\n", "utf-8")
    gone = root / "teams" / "ruht.yaml"
    gone.write_text(gone.read_text("utf-8").replace("durch: p901", "widerrufen: 2026-11-20"), "utf-8")
    commit(root, "2026-11-21")
    profiles = {one["team"]: one["profile"] for one in status("--format", "json").json["teams"]}
    assert profiles == {"garten": "stale", "still": "fresh", "spaet": "fresh", "ohne": "fresh", "ruht": "must_go"}
    assert status().out.startswith("dringend\truht\t")


def test_a_file_that_cannot_be_read_has_its_own_line(root: Path, status: Status) -> None:
    (root / "teams" / "kaputt.yaml").write_text("name: [Thea\n", "utf-8")
    result = status()
    assert result.code == 1
    assert result.out.startswith("Datei\tkaputt\t")
    assert len(result.out.splitlines()) == len(TEAMS) + 1
    assert "Thea" not in result.out


def test_a_file_that_can_be_read_in_part_is_shown_and_said(root: Path, status: Status) -> None:
    (root / "teams" / "garten.yaml").write_text(with_keys(TEAM, "stand: [{text: Los, am: bald}]\n"), "utf-8")
    result = status("--why", "garten")
    assert result.code == 1
    assert "bald\tEine Angabe in der Datei kann ich nicht lesen.\tSieh nach: wiq check teams/garten.yaml" in result.out


def test_why_explains_every_light_of_one_team(status: Status) -> None:
    lines = [line.split("\t") for line in status("--why", "ohne").out.splitlines()]
    assert lines[0] == [
        "dringend",
        "Seit 22 Tagen leitet niemand das Team.",
        "Frag im Team, wer die Leitung übernimmt.",
    ]
    assert ["Anzeige", "Konzept", "11 von 11 Zeilen ausgefüllt"] in lines
    assert ["Anzeige", "Letztes Zeichen", "vor 20 Tagen: Chronik am 02.11.2026"] in lines


def test_large_and_small_values_are_numbers_for_people(root: Path, status: Status) -> None:
    values = "wirkung: [{indikator: Wege, einheit: m, soll: 2500000, ist: [{am: 2026-10-01, wert: '1234567,5'}]}]\n"
    (root / "teams" / "garten.yaml").write_text(with_keys(TEAM, values), encoding="utf-8")
    assert "1.234.567,5 von 2.500.000" in status("--why", "garten").out


def test_an_unknown_team_is_refused_with_the_nearest_name(status: Status) -> None:
    result = status("--why", "gartn")
    assert (result.code, result.out) == (2, "")
    assert "Meintest du „garten“?" in result.err


def test_a_network_without_teams(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, network(tmp_path / "leer", {}), "status")
    assert result.code == 3
    assert "wiq new-team" in result.err


def test_a_page_for_the_house_holds_everything_in_one_file(root: Path, tmp_path: Path, status: Status) -> None:
    path = tmp_path / "status.html"
    result = status("--format", "html", "--output", str(path))
    text = path.read_text("utf-8")
    assert (result.code, result.out) == (0, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert text == status("--format", "html").out
    assert "Stilles Team" in text
    assert "Seit 165 Tagen ist nichts zu sehen." in text
    assert not re.search(r"<script|<link|<img|https?://|Thea", text)
    assert status("--output", str(root / "site" / "status.html")).code == 2


def test_names_of_teams_are_harmless_on_the_page_and_on_the_screen(root: Path, status: Status) -> None:
    bad = with_keys(TEAM, "name: '<script>alert(1)</script> [/] \u202eb'\n")
    (root / "teams" / "garten.yaml").write_text(bad, "utf-8")
    assert "<script" not in status("--format", "html").out
    assert "\u202e" not in status().out


def test_at_a_terminal_the_table_fits_and_says_whom_to_call(root: Path) -> None:
    code, said = at_terminal(root, "2026-11-22", "status")
    assert code == 0
    assert max(map(len, said.splitlines())) <= 100
    assert "Netz am Kanal · Sonntag, 22.11.2026 · 5 Teams: 4 laufen, 1 pausiert" in said
    assert " 1. Stilles Team: Seit 165 Tagen ist nichts zu sehen." in said
    assert "Weiter: wiq status --why still" in said
    code, said = at_terminal(root, "2026-11-22", "status", "--why", "still")
    assert "→ Ruf an. Ruht das Team? Dann passt „status: pausiert“." in said
