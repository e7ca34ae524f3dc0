"""``wiq migrate``: all files or none, shown before, and nothing to do the second time."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

OLD = with_keys(
    TEAM, "schema: 1\ntreffen:\n  ort: Hof\n  # Aus dem Protokoll.\n  termine: 26.03.2024; 19.04.2024 (Hof)\n"
)
NEW = with_keys(
    TEAM,
    "schema: 2\ntreffen:\n  ort: Hof\n  # Aus dem Protokoll.\n  termine:\n    - 26.03.2024\n    - 19.04.2024 (Hof)\n",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    other = OLD.replace("p90", "p80").replace("garten@", "hof@").replace("Garten am Kanal", "Hof")
    return network(tmp_path / "netz", {"garten": OLD, "hof": other})


def text_of(root: Path, name: str = "garten") -> str:
    return (root / "teams" / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_way_of_an_old_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = wiq(capsys, root, "check", "--format", "json")
    hints = [one for one in found.json["findings"] if one["rule"] == "WIQ053"]
    assert [(one["file"], one["level"], one["path"]) for one in hints] == [
        (f"teams/{name}.yaml", "hint", ["treffen", "termine"]) for name in ("garten", "hof")
    ]
    assert "wiq migrate" in hints[0]["help"]
    meetings = wiq(capsys, root, "meetings", "--format", "json", "--today", "2024-01-01").json["meetings"]
    shown = wiq(capsys, root, "migrate", "--dry-run")
    assert (shown.code, shown.err) == (0, "2 Dateien würde ich umschreiben.\n")
    assert "-  termine: 26.03.2024; 19.04.2024 (Hof)\n+  termine:\n+    - 26.03.2024\n" in shown.out
    assert text_of(root) == OLD
    done = wiq(capsys, root, "migrate")
    assert (done.code, done.err, done.out) == (0, "2 Dateien umgeschrieben.\n", shown.out)
    assert text_of(root) == NEW
    again = wiq(capsys, root, "migrate")
    assert (again.code, again.out) == (0, "")
    assert again.err == "2 Dateien angesehen. Alles steht schon in der neuesten Fassung.\n"
    left = wiq(capsys, root, "check", "--format", "json").json["findings"]
    assert not [one for one in left if one["rule"] == "WIQ053"]
    assert wiq(capsys, root, "meetings", "--format", "json", "--today", "2024-01-01").json["meetings"] == meetings


def test_only_what_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, root, "migrate", str(root / "teams" / "garten.yaml")).err == "Eine Datei umgeschrieben.\n"
    assert (text_of(root), "schema: 1" in text_of(root, "hof")) == (NEW, True)
    assert wiq(capsys, root, "migrate", str(root / "wiq.yaml")).code == 0
    assert wiq(capsys, root, "migrate", str(root / "fehlt.yaml")).code == 3


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("zukunft", "schema: 3\nname: A\n", "teams/zukunft.yaml:1:9: Diese Fassung des Formats kenne ich nicht. Hol ein neueres wiq."),
        ("kaputt", "name: [Thea Testmann\n", "teams/kaputt.yaml:"),
    ],
)  # fmt: skip
def test_all_or_none(root: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str) -> None:
    (root / "teams" / f"{name}.yaml").write_text(text, encoding="utf-8")
    for words in ((), ("--dry-run",)):
        found = wiq(capsys, root, "migrate", *words)
        assert (found.code, found.out, said in found.err) == (3, "", True), found.err
        assert found.err.endswith("Eine Datei kann ich nicht umschreiben. Es wurde nichts geändert.\n")
        assert "Thea" not in found.err
        assert text_of(root) == OLD


def test_sealed_decisions_and_settings_stay(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"wiq.yaml", "beschluesse/garten/2026/garten-20260101-a.yaml"}
    (root / "beschluesse" / "garten" / "2026").mkdir(parents=True)
    (root / "beschluesse" / "garten" / "2026" / "garten-20260101-a.yaml").write_text(
        "schema: 1\nid: [", encoding="utf-8"
    )
    before = {name: (root / name).read_bytes() for name in files}
    assert wiq(capsys, root, "migrate").code == 0
    assert {name: (root / name).read_bytes() for name in files} == before


def test_a_new_team_is_written_in_the_newest_version(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, root, "new-team", "Laube").code == 0
    assert "\nschema: 2\n" in "\n" + text_of(root, "laube")
    assert wiq(capsys, root, "migrate", str(root / "teams" / "laube.yaml")).out == ""
    assert json.loads(wiq(capsys, root, "schema", "team").out)["properties"]["schema"]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_whoever_stops_it_finds_what_was_there(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    real, stops = Path.replace, [KeyboardInterrupt, KeyboardInterrupt]

    def stopped(new: Path, path: Path) -> None:
        stop = stops.pop() if path.name == "hof.yaml" and stops else None
        if stop and not after:
            raise stop
        real(new, path)
        if stop:
            raise stop

    before = {path.name: path.read_bytes() for path in (root / "teams").iterdir()}
    monkeypatch.setattr(Path, "replace", stopped)
    result = wiq(capsys, root, "migrate")
    assert (result.code, result.out, result.err) == (130, "", "Abgebrochen. Es wurde nichts geändert.\n")
    assert {path.name: path.read_bytes() for path in (root / "teams").iterdir()} == before


def test_a_full_disk_is_noticed_while_nothing_has_changed(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        if b"schema: 2" in b"".join(path.read_bytes() for path in (root / "teams").glob(".wiq-*")):
            raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("os.fsync", full)
    result = wiq(capsys, root, "migrate")
    assert (result.code, result.out) == (2, "")
    assert "der Datenträger ist voll. Es wurde nichts geändert.\n" in result.err
    assert sorted(path.name for path in (root / "teams").iterdir()) == ["garten.yaml", "hof.yaml"]
    assert text_of(root) == OLD
