"""``wiq publish --look-back``: what is up today, seen with the eyes of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Result

CONSENT = "leitung: [{kennung: p901, name: Thea Testmann, email: thea@example.org, seit: 2026-01-01, einwilligung: {name: {antwort: ja, am: 2026-01-10, nachweis: Ordner 3%s}}}]\n"
NAMED = with_keys(TEAM, CONSENT % "")
PAGE = "teams/garten/index.html"


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A network whose site names somebody who had agreed."""
    network(tmp_path, {"garten": NAMED})
    assert wiq(capsys, tmp_path, "publish").code == 0
    assert "Thea Testmann" in (tmp_path / "site" / PAGE).read_text(encoding="utf-8")
    return tmp_path


def look_back(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> Result:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = wiq(capsys, root, "publish", "--look-back", *words)
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}, "it writes nothing"
    for word in ("Thea", "Testmann", "Udo", "0341"):
        assert word not in result.out + result.err
    return result


def test_nothing_to_take_down(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = look_back(capsys, root)
    assert (result.code, result.out) == (0, "")
    assert "Alles darf öffentlich bleiben." in result.err


def test_a_withdrawn_consent(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(root, {"garten": with_keys(TEAM, CONSENT % ", widerrufen: 2026-11-20")})
    result = look_back(capsys, root)
    assert result.code == 1
    assert f"{PAGE}\tName\tteams/garten.yaml:17 leitung[0].name" in result.out.splitlines()
    leaks = look_back(capsys, root, "--format", "json").json["leaks"]
    assert {
        "team": "garten",
        "file": "teams/garten.yaml",
        "line": 17,
        "field": "leitung[0].name",
        "kind": "name",
    }.items() <= leaks[0].items()


def test_a_new_person_whose_name_was_always_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(
        root,
        {
            "chor": with_keys(
                TEAM,
                "name: Chor\nverteiler: chor@netz.example\nmitglieder: [{kennung: p7, name: Gisa Gartenfroh}]\nleitung: []\n",
            )
        },
    )
    page = root / "site" / PAGE
    page.write_text(
        page.read_text(encoding="utf-8") + "<p>Dank an Gisa Gartenfroh, Tel. 0341 5550199</p>", encoding="utf-8"
    )
    found = look_back(capsys, root).out.splitlines()
    assert any(line.startswith(f"{PAGE}\tName\tteams/chor.yaml:") for line in found)
    assert f"{PAGE}\tTelefonnummer\tsteht nur auf der Seite" in found


def test_a_team_that_is_no_longer_public(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "teams" / "garten.yaml").unlink()
    network(root, {"chor": with_keys(TEAM, "name: Chor\nverteiler: chor@netz.example\n")})
    result = look_back(capsys, root)
    assert result.code == 1
    assert "teams/garten/\talle Seiten\tteams/garten.yaml" in result.out.splitlines()
    assert look_back(capsys, root, "--format", "json").json["removed"] == ["garten"]


def test_what_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "site" / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    result = look_back(capsys, root)
    assert result.code == 3
    assert (
        "Nicht geprüft: film.mp4: Diese Art von Datei kann ich nicht lesen. Speichere sie als PDF, docx, JPEG, PNG oder reinen Text."
        in result.err
    )
    (root / "site" / "film.mp4").unlink()
    (root / "teams" / "kaputt.yaml").write_text("name: [\n", encoding="utf-8")
    result = look_back(capsys, root)
    assert result.code == 3
    assert "teams/kaputt.yaml" in result.err


def test_without_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(tmp_path)
    assert wiq(capsys, tmp_path, "publish", "--look-back").code == 3
