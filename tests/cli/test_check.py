"""``wiq check`` as its users meet it: places, words, formats, exit codes."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support.run import wiq
from tests.support.terminal import all_seen
from tests.support.texts import HEUTE, TEAM, WIQ, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BROKEN = with_keys(TEAM, "mitgleider: []\nstatus: läuft\n")


def test_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, network(tmp_path), "check")
    assert (result.code, result.out) == (0, "")
    assert result.err == "2 Dateien geprüft: alles in Ordnung.\n"


def test_one_line_each_in_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, network(tmp_path, {"garten": BROKEN}), "check")
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[0].startswith("teams/garten.yaml:4:9: Fehler WIQ024: ")
    assert "„laeuft“" in lines[0]
    assert result.err == "2 Dateien geprüft: 2 Fehler.\n"


def test_json_is_the_promised_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = with_keys(TEAM, "ziele: {bis: 2027-09-15, teilziele: [a, b, c, d]}\n")
    result = wiq(capsys, network(tmp_path, {"garten": text}), "check", "--format", "json")
    assert result.code == 1
    assert result.json["schema"] == "wiq.check/1"
    assert result.json["summary"] == {"files": 2, "errors": 1, "warnings": 0, "hints": 0}
    (finding,) = result.json["findings"]
    assert list(finding) == ["rule", "level", "file", "line", "column", "path", "message", "help"]
    assert (finding["rule"], finding["level"], finding["path"]) == ("WIQ103", "error", ["ziele", "teilziele", 3])
    assert (finding["file"], finding["line"], finding["column"]) == ("teams/garten.yaml", 9, 47)


def test_gaps_are_errors_while_a_team_runs_and_hints_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for status, level, code in (("laeuft", "error", 1), ("idee", "hint", 0), ("pausiert", "hint", 0)):
        text = with_keys(TEAM, f"status: {status}\nzusammenfassung:\n")
        result = wiq(capsys, network(tmp_path, {"garten": text}), "check", "--format", "json")
        assert [(one["rule"], one["level"], one["path"]) for one in result.json["findings"]] == [
            ("WIQ101", level, ["zusammenfassung"])
        ]
        assert result.code == code


def test_a_broken_file_never_hides_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teams = {"a": "name: [offen\n", "b": "a: 1\na: 2\n", "c": BROKEN, "d": ""}
    result = wiq(capsys, network(tmp_path, teams), "check", "--format", "json")
    assert {one["file"] for one in result.json["findings"]} == {f"teams/{name}.yaml" for name in teams}
    again = wiq(capsys, tmp_path, "check", "--format", "json")
    assert again.out == result.out


def test_only_what_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path, {"a": with_keys(BROKEN, "name: Hof\nverteiler: hof@netz.example\n"), "b": TEAM})
    monkeypatch.chdir(root / "teams")
    assert wiq(capsys, None, "check", "b.yaml").code == 0
    assert wiq(capsys, None, "check", "a.yaml").code == 1
    assert wiq(capsys, None, "check", "../wiq.yaml").code == 0
    assert wiq(capsys, None, "check", "..").code == 1
    assert wiq(capsys, None, "check", "weg.yaml").code == 3


def test_a_file_elsewhere_is_checked_as_a_team(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    (root / "entwurf.yaml").write_text("nme: X\n", encoding="utf-8")
    result = wiq(capsys, root, "check", str(root / "entwurf.yaml"))
    assert result.code == 1
    assert result.out.startswith("entwurf.yaml:1:1: Fehler WIQ020")


def test_settings_with_faults_do_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"a": BROKEN}, WIQ + "bundesladn: SN\n")
    (root / "regeln.yaml").write_text("schema: 1\nfasung: r\n", encoding="utf-8")
    files = {one["file"] for one in wiq(capsys, root, "check", "--format", "json").json["findings"]}
    assert files == {"wiq.yaml", "regeln.yaml", "teams/a.yaml"}


def test_nothing_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, tmp_path, "check")
    assert result.code == 3
    assert "wiq init" in result.err
    result = wiq(capsys, network(tmp_path, {}), "check")
    assert result.code == 3
    assert "wiq new-team" in result.err


def on_terminal(root: Path, *words: str, **more: str) -> str:
    """Run wiq with a terminal as its output and give what a person sees."""
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": str(root), **more}
    command = [sys.executable, "-m", "wiq_cli", *words, "--root", str(root), "--today", HEUTE]
    subprocess.run(
        command, stdout=theirs, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment, check=False
    )
    os.close(theirs)
    return all_seen(ours)


def test_a_person_sees_the_line_with_a_caret(tmp_path: Path) -> None:
    text = with_keys(
        TEAM, "ziele:\n  bis: 2027-09-15\n  teilziele:\n    - a\n    - b\n    - c\n    - 東京 sehen # Rest\n"
    )
    shown = on_terminal(network(tmp_path, {"garten": text}), "check", NO_COLOR="1")
    assert shown == (
        "Fehler WIQ103: Zu viele Teilziele\n"
        "  --> teams/garten.yaml:15:7\n"
        "15 |     - 東京 sehen\n"
        "   |       ^^^^^^^^^^\n"
        "   = Das ist das vierte von 4 Teilzielen. Höchstens drei passen hier hin.\n"
        "   = Dann schau mal, ob es unter „langfristig“ gut aufgehoben ist.\n"
        "   = Mehr: wiq explain WIQ103\n"
    )
    assert "\x1b[1;31mFehler WIQ103\x1b[0m" in on_terminal(tmp_path, "check")


def test_no_line_with_a_private_value_is_shown(tmp_path: Path) -> None:
    text = with_keys(TEAM, "leitung:\n  - {name: Thea Testmann, email: thea(at)example.org}\n") + "telefon: 0341 555\n"
    root = network(tmp_path, {"garten": text})
    shown = on_terminal(root, "check", NO_COLOR="1")
    assert "WIQ028" in shown
    assert "WIQ020" in shown
    for private in ("Thea", "thea", "0341"):
        assert private not in shown
    for public in (
        "status: thea.testmann@example.org\n",
        "status: Thea\n",
        "status: xx # Thea\n",
        "ziele: {bis: 0341 5556677}\n",
    ):
        root = network(tmp_path, {"garten": with_keys(TEAM, public)})
        shown = on_terminal(root, "check", NO_COLOR="1")
        assert "garten.yaml" in shown
        assert not [one for one in ("Thea", "thea", "0341") if one in shown]
    public = with_keys(TEAM, "status: läuft\n")
    assert "läuft" in on_terminal(network(tmp_path, {"garten": public}), "check")
    assert "läuft" not in on_terminal(tmp_path, "check", CI="true"), "a log of a server may be public"


def test_a_closed_pipe_is_no_finding(tmp_path: Path) -> None:
    root = network(tmp_path, {f"t{number}": TEAM for number in range(3)})
    command = f"{sys.executable} -m wiq_cli rules --root {root}; echo code=$? >&2"
    done = subprocess.run(["sh", "-c", f"({command}) | head -1"], capture_output=True, text=True, check=True)
    assert "code=0" in done.stderr
