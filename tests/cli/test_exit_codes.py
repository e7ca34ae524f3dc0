"""Every exit code through the real program, and no value from a file in anything it says when it breaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.run import wiq
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode

LEAK = with_keys(TEAM, "zusammenfassung: Ruf Thea Testmann an.\n")


def program(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wiq_cli", *words, "--root", str(root), "--today", HEUTE],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "teams", "code"),
    [
        (["check"], {"garten": TEAM}, ExitCode.FINE),
        (["check"], {"garten": with_keys(TEAM, "status: läuft\n")}, ExitCode.FINDINGS),
        (["check", "--formt"], {"garten": TEAM}, ExitCode.WRONG_CALL),
        (["new-team"], {"garten": TEAM}, ExitCode.WRONG_CALL),
        (["check"], {}, ExitCode.NOTHING),
        (["check", "gibt-es-nicht.yaml"], {"garten": TEAM}, ExitCode.NOTHING),
        (["publish"], {"garten": LEAK}, ExitCode.REFUSED),
        (["publish"], {"garten": TEAM}, ExitCode.FINE),
    ],
)
def test_exit_codes(words: list[str], teams: dict[str, str], code: ExitCode, tmp_path: Path) -> None:
    done = program(network(tmp_path / "netz", teams), *words)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_wiq_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*rest: object, **more: object) -> None:
        raise RuntimeError("Thea Testmann, 0341 1234567")

    monkeypatch.setattr("wiq_cli.usecases.check.Check.report", explode)
    result = wiq(capsys, network(tmp_path), "check")
    assert result.code == ExitCode.BROKEN
    assert "Das ist ein Fehler in wiq" in result.err
    assert "Thea" not in result.err
    assert "0341" not in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_stopped_by_hand(
    stop: type[BaseException], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*rest: Any, **more: Any) -> None:
        raise stop

    monkeypatch.setattr("wiq_cli.usecases.check.Check.report", interrupt)
    assert wiq(capsys, network(tmp_path), "check").code == ExitCode.ABORTED


def test_common_options_before_and_after_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from wiq_cli.cli.main import main  # noqa: PLC0415  # the bare entry point

    root = str(network(tmp_path))
    for words in (
        ["--root", root, "check", "--today", HEUTE],
        ["check", "--root", root],
        ["--today", HEUTE, "--root", root, "meetings"],
    ):
        assert main(words) == 0
        capsys.readouterr()


def test_settings_from_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wiq_cli.cli.main import main  # noqa: PLC0415  # the bare entry point

    monkeypatch.setenv("WIQ_ROOT", str(network(tmp_path)))
    monkeypatch.setenv("WIQ_TODAY", "2025-01-01")
    assert main(["check"]) == 0
    assert "WIQ201" in capsys.readouterr().out, "the consent of the test team lies in the future on that day"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from wiq_cli.cli.main import main  # noqa: PLC0415  # the bare entry point

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("wiq 0.")


@pytest.mark.parametrize("words", ["check", "rules", "meetings", "--help", "explain WIQ101", "decide list"])
@pytest.mark.parametrize(("to", "code"), [("&-", 0), ("/dev/full", 3)])
def test_output_that_nobody_takes(words: str, to: str, code: int, tmp_path: Path) -> None:
    root = network(tmp_path, {"garten": with_keys(TEAM, "zusammenfassung:\nstatus: idee\n")})
    command = f"{sys.executable} -m wiq_cli {words} --root {root} --today {HEUTE} >{to}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == (0 if words == "decide list" else code), done.stderr  # it has nothing to write
    assert "Traceback" not in done.stderr
    assert "Fehler in wiq" not in done.stderr


def test_who_reads_no_further_makes_no_fault(tmp_path: Path) -> None:
    root = network(tmp_path)
    for words in ("--help", "check --help", "rules", "schema team"):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "wiq_cli", *words.split(), "--root", str(root)],
            stdout=writing, stderr=subprocess.PIPE, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        assert (words, done.returncode, done.stderr) == (words, 0, "")


@pytest.mark.parametrize("inside", [True, False])
def test_what_the_system_does_not_allow_is_said_with_its_place(
    inside: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path / "netz")
    place = str(root / "teams") if inside else "/anderswo/x"

    def refuse(*rest: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied", place)

    monkeypatch.setattr("wiq_cli.usecases.check.Check.report", refuse)
    result = wiq(capsys, root, "check")
    assert result.code == ExitCode.NOTHING
    assert result.err.startswith("teams: Das lässt" if inside else "/anderswo/x: Das lässt")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("publish", "--port", "8080"), "--port geht nur zusammen mit --serve. Es wurde nichts veröffentlicht."),
        (("publish", "--template"), "Hilfe: wiq publish --help"),
        (("add", "garten", "weg", "x", "--bis"), "Hilfe: wiq add --help"),
        (("add", "", "weg", "x"), "TEAM: Hier steht nichts."),
        (("meetings", "cancel", " ", "24.11.2026"), "TEAM: Hier steht nichts."),
        (("new-team", ""), "NAME: Hier steht nichts."),
        (("new-team", "Con"), "Unter Windows heißt keine Datei „con“. Gib ein Kürzel mit an: --id con-team"),
        (("new-team", "Chor", "--id", "lpt1"), "--id lpt1-team"),
        (("completion", "tcsh"), "Hier geht: bash, zsh, fish."),
        (("completion",), "Es fehlt: bash|zsh|fish."),
        (("init", "{out}", "--name", " "), "--name: Hier steht nichts."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_a_slip_in_the_call_is_said_and_nothing_happens(
    words: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "neu"
    root = None if words[0] == "init" else network(tmp_path / "netz")
    result = wiq(capsys, root, *(word.format(out=out) for word in words))
    assert result.code == ExitCode.WRONG_CALL
    assert any(line.startswith(says) or line.endswith(says) for line in result.err.splitlines()), result.err
    assert not out.exists()
    assert root is None or {one.name for one in root.rglob("*") if one.is_file()} <= {"wiq.yaml", "garten.yaml"}


def test_root_is_taken_at_its_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path / "netz")
    monkeypatch.chdir(root)
    for named, code in ((root / "tippfehler", 2), (root / "wiq.yaml", 2), (root / "teams", 3), (tmp_path, 3)):
        result = wiq(capsys, named, "check")
        assert (result.code, result.out) == (code, ""), named
        assert "--root" in result.err


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "31.02.2026", "heute", "2026-1-1"])
def test_days_that_nobody_means(day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from wiq_cli.cli.main import main  # noqa: PLC0415  # the bare entry point

    assert main(["meetings", "--root", str(network(tmp_path)), "--today", day]) == 2
    assert "--today: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("decide", "new", "--team", "garten", "--title", "a", "--wording", "a \udcff"),
        ("decide", "reword", "x", "\udcff"),
        ("decide", "note", "x", "\udcff"),
        ("set", "garten", "untertitel", "\ud800"),
        ("find", "--format=\udcff"),
    ],
)
def test_no_word_of_a_call_is_written_that_is_no_utf_8(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    root = network(tmp_path, {"garten": TEAM})
    result = wiq(capsys, root, *words)
    place = next(number for number, word in enumerate(words, start=1) if not word.isascii())
    assert result.code == ExitCode.WRONG_CALL
    assert f"Die {place}. Angabe hinter „wiq“ enthält ein Zeichen, das kein gültiges UTF-8 ist." in result.err


def test_a_file_may_have_a_name_that_is_no_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TEAM})
    odd = root / "teams" / "a\udcff.yaml"
    odd.write_text(TEAM, encoding="utf-8")
    known = root.parent / "bekannt.json"
    assert wiq(capsys, root, "check", str(odd)).code == ExitCode.FINDINGS
    for fmt in ("sarif", "gitlab", "json", "junit", "github"):
        assert wiq(capsys, root, "check", "--format", fmt).code == ExitCode.FINDINGS
    assert wiq(capsys, root, "status").code == ExitCode.FINE
    assert wiq(capsys, root, "check", "--write-baseline", str(known)).code == ExitCode.FINE
    assert wiq(capsys, root, "check", "--baseline", str(known)).code == ExitCode.FINE
    for _ in range(2):
        assert wiq(capsys, root, "publish", "--out", str(tmp_path / "site")).code != ExitCode.BROKEN


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to write to")
def test_what_is_written_is_said_to_be_written(tmp_path: Path) -> None:
    root = network(tmp_path, {"garten": TEAM})
    for words, says in ((("--dry-run",), False), ((), True)):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [sys.executable, "-m", "wiq_cli", "set", "garten", "untertitel", "u4", *words, "--root", root, "--today", HEUTE],
                stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
        assert done.returncode == ExitCode.NOTHING
        assert ("Die Änderung steht trotzdem in der Datei." in done.stderr) == says
        assert ("u4" in (root / "teams" / "garten.yaml").read_text(encoding="utf-8")) == says


@pytest.mark.parametrize("command", ["check", "fmt", "audit", "migrate", "init"])
def test_an_empty_path_is_not_the_current_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    untidy = TEAM.replace("schema: 1\n", "") + "schema:   1\n"
    root = network(tmp_path, {"garten": untidy})
    monkeypatch.chdir(root)
    result = wiq(capsys, None, command, "")
    assert result.code == ExitCode.WRONG_CALL
    assert "Hier steht nichts. Nenn eine Datei oder einen Ordner." in result.err
    assert (root / "teams" / "garten.yaml").read_text(encoding="utf-8") == untidy
    assert wiq(capsys, None, command, "--root", "").code == ExitCode.WRONG_CALL


@pytest.mark.parametrize(
    "words",
    [
        ("publish", "--out"), ("status", "--site"), ("person", "show", "p901", "--out"), ("check", "--baseline"), ("check", "--write-baseline"), ("new-team", "--from"),
        ("decide", "verify", "--sign"), ("decide", "verify", "--signers"), ("decide", "verify", "--public"), ("export", "lists", "--output"), ("person", "forget", "p901", "--plan"),
    ],
)  # fmt: skip
def test_an_option_for_a_path_is_not_left_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    root = network(tmp_path, {"garten": TEAM})
    before = sorted(one.name for one in root.rglob("*"))
    result = wiq(capsys, root, *words, "")
    assert result.code == ExitCode.WRONG_CALL
    assert "Hier steht nichts. Nenn eine Datei oder einen Ordner." in result.err
    assert sorted(one.name for one in root.rglob("*")) == before
