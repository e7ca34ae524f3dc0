"""``wiq check --staged``: what counts is what the next commit would hold."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.files.staged import staged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Found = Callable[[], set[tuple[str, str]]]

BAD = with_keys(TEAM, "status: läuft\n")
OTHER = with_keys(TEAM, "name: Werkstatt\nverteiler: werkstatt@netz.example\nleitung:\nmitglieder:\n")


def git(root: Path, *words: str) -> None:
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(root), *author, *words], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    root = network(tmp_path / "netz", {"garten": TEAM})
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    return root


@pytest.fixture
def found(root: Path, capsys: pytest.CaptureFixture[str]) -> Found:
    def look() -> set[tuple[str, str]]:
        result = wiq(capsys, root, "check", "--staged", "--format", "json")
        errors = {(one["file"], one["rule"]) for one in result.json["findings"] if one["level"] == "error"}
        assert result.code == bool(errors)
        return errors

    return look


def write(root: Path, name: str, text: str) -> None:
    (root / "teams" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_nothing_staged_is_nothing_wrong(root: Path, found: Found) -> None:
    write(root, "garten", BAD)
    assert found() == set()


def test_the_staged_content_counts(root: Path, found: Found) -> None:
    write(root, "garten", BAD)
    git(root, "add", "--all")
    write(root, "garten", TEAM)
    assert found() == {("teams/garten.yaml", "WIQ024")}


def test_only_staged_files_are_reported(root: Path, found: Found) -> None:
    write(root, "garten", BAD)
    write(root, "werkstatt", with_keys(OTHER, "status: kaputt\n"))
    git(root, "add", "teams/werkstatt.yaml")
    assert found() == {("teams/werkstatt.yaml", "WIQ024")}


def test_nothing_of_the_network_staged_is_silent_and_reads_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "garten", BAD)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    (root / "bild.txt").write_text("x", encoding="utf-8")
    git(root, "add", "--all")
    monkeypatch.delattr("wiq_cli.cli.checking.collect")
    result = wiq(capsys, root, "check", "--staged")
    assert (result.code, result.out, result.err) == (0, "", "")
    document = wiq(capsys, root, "check", "--staged", "--format", "json").json
    assert (document["findings"], document["summary"]["files"]) == ([], 0)


def test_named_files_come_on_top_of_the_staged_ones(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So a hook sees deleted and misnamed files, which it does not name, and everything when it names all."""
    write(root, "garten", BAD)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    write(root, "garten", TEAM)
    (root / "teams" / "hof.yaml.bak").write_text(TEAM, encoding="utf-8")
    git(root, "add", "teams/hof.yaml.bak")
    result = wiq(capsys, root, "check", "--staged", str(root / "teams" / "garten.yaml"), "--format", "json")
    found = {(one["file"], one["rule"]) for one in result.json["findings"]}
    assert found == {("teams/garten.yaml", "WIQ024"), ("teams/hof.yaml.bak", "WIQ909")}


def test_a_hook_starts_at_the_top_of_the_repository(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "netze").mkdir()
    for name in ("wiq.yaml", "teams"):
        git(root, "mv", name, f"netze/{name}")
    monkeypatch.chdir(root)
    (root / "netze" / "teams" / "garten.yaml").write_text(BAD, encoding="utf-8")
    git(root, "add", "--all")
    result = look_around(capsys)
    assert (result.code, "teams/garten.yaml:4:9: Fehler WIQ024" in result.out) == (1, True)
    git(root, "commit", "--quiet", "--message", "x")
    (root / "bild.yaml").write_text("x: 1", encoding="utf-8")
    git(root, "add", "--all")
    assert look_around(capsys) == Result(0, "", "")
    network(root / "noch-eines")
    git(root, "add", "--all")
    assert look_around(capsys).code == 3, "which of the two?"


def look_around(capsys: pytest.CaptureFixture[str]) -> Result:
    return wiq(capsys, None, "check", "--staged")


def test_what_is_in_no_commit_does_not_count(root: Path, found: Found) -> None:
    write(root, "zwilling", TEAM)
    write(root, "garten", TEAM + "# neu\n")
    git(root, "add", "teams/garten.yaml")
    assert found() == set()
    git(root, "add", "teams/zwilling.yaml")
    assert ("teams/zwilling.yaml", "WIQ903") in found()


def test_a_staged_file_that_is_gone_from_the_disk(root: Path, found: Found) -> None:
    write(root, "zwilling", TEAM)
    git(root, "add", "--all")
    (root / "teams" / "zwilling.yaml").unlink()
    assert ("teams/zwilling.yaml", "WIQ903") in found()


def test_a_staged_decision_whose_folders_are_gone(root: Path, found: Found) -> None:
    path = root / "beschluesse" / "garten" / "2026" / "garten-20261120-x.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("schema: 1\n", encoding="utf-8")
    git(root, "add", "--all")
    path.unlink()
    path.parent.rmdir()
    path.parent.parent.rmdir()
    assert (path.relative_to(root).as_posix(), "WIQ021") in found()


def test_a_staged_removal_removes(root: Path, found: Found) -> None:
    git(root, "rm", "--quiet", "--cached", "teams/garten.yaml")
    write(root, "neu", TEAM)
    git(root, "add", "teams/neu.yaml")
    assert found() == set()


def test_own_rules_that_are_not_staged_do_not_count(root: Path, found: Found) -> None:
    (root / "regeln.yaml").write_text("teams: kaputt\n", encoding="utf-8")
    write(root, "garten", TEAM + "# neu\n")
    git(root, "add", "teams/garten.yaml")
    assert found() == set()


def test_many_files_come_from_one_call(root: Path) -> None:
    for number in range(300):
        write(root, f"t{number}", OTHER + f"# {number} ä\n" * 40)
    git(root, "add", "--all")
    for number in range(300):
        write(root, f"t{number}", "")
    commit = staged(root)
    assert commit is not None
    assert len(commit.names) == 300
    assert commit.contents["teams/t7.yaml"] == (OTHER + "# 7 ä\n" * 40).encode()


def test_what_does_not_go_together(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, root, "check", "--staged", "--changed").code == 2
    assert wiq(capsys, root, "check", "--staged", "--fix").code == 2
    result = wiq(capsys, network(tmp_path / "ohne"), "check", "--staged")
    assert result.code == 2
    assert "git init" in result.err


def test_a_missing_git_is_said_to_be_missing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root / "leer"))
    for words in (("--staged",), ("--changed",)):
        result = wiq(capsys, root, "check", *words)
        assert (result.code, "git fehlt hier." in result.err, "git init" in result.err) == (2, True, False)
