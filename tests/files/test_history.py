"""Reading git: every commit of every branch, contents of old versions, nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.people import committed, git
from wiq_cli.files.history import committed as text_in_git
from wiq_cli.files.history import contents, history, prefix, toplevel

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_no_repository(tmp_path: Path) -> None:
    assert history(tmp_path) is None
    assert toplevel(tmp_path) is None
    assert text_in_git(tmp_path, "a.txt") is None


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert history(tmp_path) is None


def test_an_empty_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    found = history(tmp_path)
    assert found is not None
    assert found.commits == ()


def test_commits_and_contents(tmp_path: Path) -> None:
    folder = tmp_path / "unter ordner"
    folder.mkdir()
    (folder / "ä b.txt").write_text("eins\n", encoding="utf-8")
    (folder / "bild.bin").write_bytes(b"\0\1")
    (folder / "gross.txt").write_text("x" * (1024 * 1024 + 1), encoding="utf-8")
    committed(tmp_path, "Erste\n\nmit mehr\nZeilen")
    (folder / "ä b.txt").write_text("zwei\n", encoding="utf-8")
    committed(tmp_path, "Zweite")
    (folder / "ä b.txt").unlink()
    committed(tmp_path, "Dritte")
    found = history(folder)
    assert found is not None
    assert [one.message.split("\n")[0] for one in found.commits] == ["Erste", "Zweite", "Dritte"]
    assert "mit mehr\nZeilen" in found.commits[0].message
    assert found.commits[0].people == ("Support <support@netz.example>",)
    assert found.commits[1].parents == (found.commits[0].sha,)
    ((path, blob),) = found.commits[1].changes
    assert path == "unter ordner/ä b.txt"
    blobs = [name for one in found.commits for _, name in one.changes if name and set(name) != {"0"}]
    assert blob in blobs
    texts = dict(contents(folder, blobs))
    assert sorted(map(str, texts.values())) == ["None", "None", "eins\n", "zwei\n"]
    assert prefix(folder) == "unter ordner/"


def test_the_environment_of_a_hook_does_not_lead_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a\n", encoding="utf-8")
    committed(tmp_path)
    monkeypatch.setenv("GIT_DIR", "/gibt/es/nicht")
    assert text_in_git(tmp_path, "a.txt") == "a\n"
