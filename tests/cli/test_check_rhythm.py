"""Who checks the file of one team hears how its rhythm is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli import check_call

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = "treffen:\n  ort: Hof\n  pause: [16.12.2026]\n  rhythmus: [ungerade KW Mi 18–20 Uhr (Hinterhaus)]\n"


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    network(tmp_path, {"garten": with_keys(TEAM, BLOCK)})
    return tmp_path


def test_the_rhythm_is_said_back(
    garden: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_call, "is_terminal", lambda _: True)
    said = wiq(capsys, garden, "check", str(garden / "teams" / "garten.yaml")).err
    assert "In ungeraden Kalenderwochen am Mittwoch um 18:00–20:00 Uhr." in said
    assert "Die nächsten: Mi 02.12.2026, Mi 30.12.2026, Mi 06.01.2027." in said
    assert "Pause: Mi 16.12.2026" in said
    assert "53. Kalenderwoche" in said
    assert "Hinterhaus" not in said


def test_all_teams_and_pipes_hear_nothing(
    garden: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(garden / "teams" / "garten.yaml")
    assert "Kalenderwochen" not in wiq(capsys, garden, "check", file).err
    monkeypatch.setattr(check_call, "is_terminal", lambda _: True)
    assert "Kalenderwochen" not in wiq(capsys, garden, "check").err
    assert "Kalenderwochen" not in wiq(capsys, garden, "check", str(garden / "wiq.yaml")).err
    assert "Kalenderwochen" not in wiq(capsys, garden, "check", file, "--format", "concise").err
