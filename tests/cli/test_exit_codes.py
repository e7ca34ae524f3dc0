"""Every exit code through the real program, and no value from a file in anything it says when it breaks."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.run import wiq
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

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
