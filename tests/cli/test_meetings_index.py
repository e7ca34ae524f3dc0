"""The index of meetings: the same listing with it and without, whatever happens to it, and nobody in it."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.commands.meetings import known, reading
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Meetings = Callable[..., Result]

EVERYTHING = """\
treffen:
  ort: Nachbarschaftszentrum
  rhythmus: [jeden Montag 19:00–21:00, {am: jeden Freitag, zeit: 17:00, oeffentlich: nein}]
  pause: [feiertage]
  termine: [05.12.2026 (Lindenau), 06.12.2026 23:30 (Hofweg 7)]
  verlegt: [07.12.2026 -> 08.12.2026 18:00 (Laube von Xenia)]
  ausfall: [14.12.2026 Thea ist krank]
"""
SECRETS = ("Thea", "thea", "Udo", "Übermut", "Xenia", "Laube", "Hofweg", "krank", "@example", "p901")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    teams = {f"team-{number:02}": with_keys(TEAM, f"name: Team {number}\n") for number in range(known.FEWEST)}
    return network(tmp_path / "netz", {**teams, "alles": with_keys(TEAM, EVERYTHING), "chor-xenia": TEAM})


@pytest.fixture
def meetings(root: Path, capsys: pytest.CaptureFixture[str]) -> Meetings:
    return lambda *words, **more: wiq(capsys, root, "meetings", *words, **more)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the files that are read as teams."""
    names: list[str] = []
    real = reading.read_team

    def noted(ordner: object, path: Path, broken: list[str]) -> object:
        names.append(path.stem)
        return real(ordner, path, broken)  # type: ignore[arg-type]

    monkeypatch.setattr(known, "read_team", noted)
    return names


def index(root: Path) -> Path:
    return root / ".wiq-cache" / "treffen.json"


def write(root: Path, kuerzel: str, text: str) -> None:
    (root / "teams" / f"{kuerzel}.yaml").write_text(text, encoding="utf-8")


CALLS = [
    (), ("--format", "json"), ("--days", "7"), ("--next", "5"), ("--district", "lindenau"), ("--from", "2026-12-01", "--to", "2026-12-31"),
    ("--from", "2025-01-01", "--to", "2025-02-01"), ("--days", "700"), ("--next", "400", "--format", "json"), ("--team", "alles"),
]  # fmt: skip


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_the_same_with_the_index_and_without(
    words: tuple[str, ...], meetings: Meetings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "FEWEST", 10_000)
    plain = meetings(*words)
    monkeypatch.setattr(known, "FEWEST", 2)
    assert [meetings(*words), meetings(*words), meetings(*words)] == [plain] * 3


def test_only_what_changed_is_read_again(root: Path, meetings: Meetings, read: list[str]) -> None:
    meetings()
    assert len(read) == known.FEWEST + 2
    read.clear()
    meetings()
    asked = {"alles", "chor-xenia"}  # a reason, a private place; a name that is somebody's
    assert set(read) == asked
    write(root, "team-03", with_keys(TEAM, "treffen: {termine: [24.11.2026 18:00 (Hof)]}\n"))
    (root / "teams" / "team-04.yaml").touch()
    read.clear()
    shown = meetings().out
    assert set(read) == {*asked, "team-03"}
    assert "2026-11-24\t18:00\t" in shown
    read.clear()
    meetings()
    assert set(read) == asked


def test_nobody_is_in_it(root: Path, meetings: Meetings) -> None:
    assert "Laube von Xenia" in meetings().out
    text = index(root).read_text(encoding="utf-8")
    assert "Nachbarschaftszentrum" in text
    assert "Lindenau" in text
    assert not [one for one in SECRETS if one in text]
    assert stat.S_IMODE(index(root).stat().st_mode) == 0o600
    assert stat.S_IMODE(index(root).parent.stat().st_mode) == 0o700
    assert sorted(one.name for one in index(root).parent.iterdir()) == [".gitignore", "treffen.json"]
    assert (index(root).parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("spoil", ["", "{}", "x", "cut", "flip", "fifo", "link", "bytes", "folder"])
def test_a_damaged_one_counts_as_none(spoil: str, root: Path, meetings: Meetings, tmp_path: Path) -> None:
    plain = meetings()
    path = index(root)
    text = path.read_text(encoding="utf-8")
    path.unlink()
    match spoil:
        case "cut":
            path.write_text(text[:-10], encoding="utf-8")
        case "flip":
            path.write_text(text.replace("Nachbarschafts", "Nachbarschaftz", 1), encoding="utf-8")
        case "bytes":
            path.write_bytes(b"\xff\xfe\0")
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "fremd").write_text(text, encoding="utf-8")
            path.symlink_to(tmp_path / "fremd")
        case "fifo":
            os.mkfifo(path)
        case _:
            path.write_text(spoil, encoding="utf-8")
    assert meetings() == plain
    assert meetings() == plain


def test_settings_count_too(root: Path, meetings: Meetings) -> None:
    write(root, "alles", with_keys(TEAM, "treffen: {rhythmus: [jeden Mittwoch 19:00], pause: [ferien]}\n"))
    day = "2026-12-02\t19:00"
    assert day in meetings().out
    holidays = "ferien: {stand: 2026-01-01, quelle: x, bis: 2027-12-31, zeiten: [{name: Ruhe, von: 2026-12-01, bis: 2026-12-05}]}\n"
    (root / "wiq.yaml").write_text(WIQ + holidays, encoding="utf-8")
    result = meetings()
    assert result.code in (ExitCode.FINE, ExitCode.NOTHING), result.err
    assert day not in result.out


def test_a_file_with_faults_is_named_every_time(root: Path, meetings: Meetings) -> None:
    meetings()
    write(root, "team-05", with_keys(TEAM, "treffen: {rhythmus: [jeden 2. Dienstag 18:00]}\n"))
    write(root, "team-06", with_keys(TEAM, "treffen: {termine: [24.11.2026 18:00], ausfall: [25.11.2026]}\n"))
    first = meetings()
    assert first.code == ExitCode.FINDINGS
    assert "team-05.yaml:" in first.err
    assert "team-06.yaml:" in first.err
    assert meetings() == first
    assert "team-05" not in index(root).read_text(encoding="utf-8")


def test_who_is_gone_is_gone(root: Path, meetings: Meetings) -> None:
    meetings()
    (root / "teams" / "team-07.yaml").unlink()
    assert "team-07" not in meetings().out
    assert "team-07" not in index(root).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_harms_nobody(
    root: Path, meetings: Meetings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".wiq-cache").write_text("belegt", encoding="utf-8")
    assert meetings().code == ExitCode.FINE
    assert (root / ".wiq-cache").read_text(encoding="utf-8") == "belegt"


def test_a_small_network_needs_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path / "klein")
    wiq(capsys, root, "meetings")
    assert not (root / ".wiq-cache").exists()


def test_one_team_leaves_the_others_in_it(root: Path, meetings: Meetings, monkeypatch: pytest.MonkeyPatch) -> None:
    meetings()
    before = json.loads(index(root).read_text(encoding="utf-8").partition("\n")[2])
    monkeypatch.setattr(known, "FEWEST", 1)
    write(root, "team-08", TEAM)
    meetings("--team", "team-08")
    after = json.loads(index(root).read_text(encoding="utf-8").partition("\n")[2])
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["team-08.yaml"]
