"""``wiq init``: a new network that is in order from the first minute, and never overwrites anything."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from wiq_cli import resources
from wiq_cli.domain.schema import MODELS, json_schema

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_network_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "mein-netz"
    result = wiq(
        capsys, None, "init", str(root), "--name", "Mein Netz", "--bundesland", "SN", "--domain", "netz.example"
    )
    assert result.code == 0
    assert "wiq.yaml" in result.out.splitlines()
    assert "name: Mein Netz\n" in (root / "wiq.yaml").read_text(encoding="utf-8")
    assert wiq(capsys, root, "new-team", "Hof").code == 0
    checked = wiq(capsys, root, "check", "--format", "json")
    assert checked.code == 0
    assert checked.json["summary"]["warnings"] == 0


def test_the_editor_files_are_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    for path in [*(tmp_path / "n" / ".vscode").iterdir(), *(tmp_path / "n" / ".wiq" / "schema").iterdir()]:
        json.loads(path.read_text(encoding="utf-8"))


def test_a_network_becomes_a_repository_unless_it_is_in_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("git") is None:
        pytest.fail("git is needed to test what wiq does with it")
    assert wiq(capsys, None, "init", str(tmp_path / "aussen")).code == 0
    assert (tmp_path / "aussen" / ".git").is_dir()
    assert wiq(capsys, None, "init", str(tmp_path / "aussen" / "innen")).code == 0
    assert not (tmp_path / "aussen" / "innen" / ".git").exists()


def test_without_git_it_works_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    assert (tmp_path / "n" / "wiq.yaml").exists()


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".gitignore").write_text("meins\n", encoding="utf-8")
    result = wiq(capsys, None, "init", str(tmp_path))
    assert result.code == 0
    assert ".gitignore gab es schon" in result.err
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "meins\n"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".git/" not in str(path)}
    result = wiq(capsys, None, "init", str(tmp_path), "--name", "Anders")
    assert result.code == 2
    assert all(path.read_bytes() == data for path, data in before.items())


def test_wrong_settings_are_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = wiq(capsys, None, "init", str(tmp_path / "n"), "--domain", "https://netz.example", "--bundesland", "XX")
    assert result.code == 2
    assert "--domain: " in result.err
    assert "--bundesland: " in result.err
    assert not (tmp_path / "n").exists()


def test_dry_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, None, "init", str(tmp_path / "n"), "--dry-run")
    assert (result.code, (tmp_path / "n").exists()) == (0, False)
    assert "regeln.yaml" in result.out


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    result = wiq(capsys, None, "init", str(tmp_path / "datei" / "n"))
    assert result.code == 2
    assert "lässt sich nicht anlegen" in result.err


@pytest.mark.parametrize("kind", MODELS)
def test_the_shipped_schemas_are_fresh(kind: str, bless: bool) -> None:
    path = resources.folder("schemas") / f"{kind}.json"
    if bless:
        path.write_text(json_schema(kind), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == json_schema(kind), "run: pytest --bless"
