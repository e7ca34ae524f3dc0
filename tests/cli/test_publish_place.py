"""Where `wiq publish` writes: never into what is not its own, never half a site."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.publishing import UT, contents, write
from tests.support.texts import TEAM
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.build import Build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result


def test_a_folder_that_is_not_wiqs_own_is_never_touched(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "site/urlaub.jpg", "x")
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert contents(root / "site") == {"urlaub.jpg": b"x"}


def test_a_foreign_file_in_the_site_is_not_swept_away(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    write(root, "site/CNAME", "x")
    before = contents(root / "site")
    assert publish().code == ExitCode.WRONG_CALL
    assert contents(root / "site") == before


def test_git_must_ignore_the_site(root: Path, publish: Callable[..., Result]) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert ".gitignore" in result.err
    assert not (root / "site").exists()
    write(root, ".gitignore", "/site/\n")
    assert publish().code == ExitCode.FINE
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE


def test_without_git_nobody_knows_what_git_ignores(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE
    (root / ".git").mkdir()
    write(root, ".gitignore", "/site/\n/public/\n")
    for words in ((), ("--out", str(root / "public")), ("--out", str(root / "public/tief"))):
        result = publish(*words)
        assert result.code == ExitCode.WRONG_CALL
        assert "das Programm git fehlt" in result.err
    assert not (root / "site").exists()
    assert not (root / "public").exists()
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE


@pytest.mark.parametrize("out", ["/dev/null/site", "/proc/site", "/dev/null", "teams"])
def test_a_place_that_cannot_be_used(
    out: str, root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    result = publish("--out", out)
    assert result.code == ExitCode.WRONG_CALL
    assert result.err.count("\n") == 1


def test_a_file_that_changes_meanwhile(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    before = contents(root / "site")
    write_pages = Build.write

    def write_and_meddle(self: Build, pages: Any) -> None:
        write_pages(self, pages)
        write(root, "teams/garten.yaml", TEAM + "# nach dem Lesen\n")

    monkeypatch.setattr(Build, "write", write_and_meddle)
    write(root, "teams/ut.yaml", UT + "zusammenfassung: Neu.\n")
    result = publish()
    assert result.code == ExitCode.NOTHING
    assert "hat sich teams/garten.yaml geändert" in result.err
    assert contents(root / "site") == before


def test_a_disk_that_is_full(root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    before = contents(root / "site")

    def full(self: Build, pages: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Build, "write", full)
    write(root, "teams/ut.yaml", UT + "zusammenfassung: Neu.\n")
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert "der Datenträger ist voll" in result.err
    assert contents(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == [".wiq-cache", "site", "teams", "wiq.yaml"]


def test_a_place_that_there_is_not(publish: Callable[..., Result]) -> None:
    result = publish("--out", "/proc/seite")
    assert result.code == ExitCode.WRONG_CALL
    assert "Der Ordner seite lässt sich nicht schreiben: den Pfad gibt es nicht." in result.err
