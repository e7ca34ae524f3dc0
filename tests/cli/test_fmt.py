"""``wiq fmt`` and ``wiq check --fix`` as their users meet them."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.domain.errors import Refused
from wiq_cli.files import disk

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = "# Kopf\n\n" + TEAM.replace("schema: 1\nname: Garten am Kanal\n", "name: Garten am Kanal # k\nschema: 1\n")
TIDY = "# Kopf\n\n" + TEAM.replace("name: Garten am Kanal\n", "name: Garten am Kanal # k\n")
BROKEN = "name: [offen\n"


def text_of(root: Path, name: str = "garten") -> str:
    return (root / "teams" / f"{name}.yaml").read_bytes().decode()


def test_brings_files_into_form_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": UNTIDY, "hof": TEAM})
    result = wiq(capsys, root, "fmt")
    assert (result.code, result.out, result.err) == (0, "teams/garten.yaml\n", "Eine Datei in Form gebracht.\n")
    assert (text_of(root), text_of(root, "hof")) == (TIDY, TEAM)
    result = wiq(capsys, root, "fmt")
    assert (result.code, result.out, result.err) == (0, "", "3 Dateien angesehen, nichts zu ändern.\n")


def test_check_names_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": UNTIDY, "hof": TEAM})
    result = wiq(capsys, root, "fmt", "--check")
    assert (result.code, result.out) == (1, "teams/garten.yaml\n")
    assert "„wiq fmt“" in result.err
    assert text_of(root) == UNTIDY
    assert wiq(capsys, root, "fmt", "--check", str(root / "teams" / "hof.yaml")).code == 0


def test_dry_run_shows_the_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": UNTIDY})
    result = wiq(capsys, root, "fmt", "--dry-run")
    assert result.code == 0
    assert "+schema: 1\n …\n-schema: 1\n" in result.out, "in a pipe nobody sees a comment"
    assert text_of(root) == UNTIDY


def test_every_kind_of_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {}, WIQ + "traeger: {url: https://netz.example, name: Verein}\n")
    (root / "regeln.yaml").write_text("gilt_ab: 1.1.2026\nfassung: r\nteams: {}\n", encoding="utf-8")
    folder = root / "beschluesse" / "garten" / "2026"
    folder.mkdir(parents=True)
    decision = (
        "id: garten-20260101-x\nschema: 1\nteam: garten\ntitel: X\nantrag: {wortlaut: Y, eingebracht_am: 1.1.2026}\n"
    )
    (folder / "garten-20260101-x.yaml").write_text(decision, encoding="utf-8")
    result = wiq(capsys, root, "fmt")
    assert result.out.splitlines() == ["wiq.yaml", "regeln.yaml", "beschluesse/garten/2026/garten-20260101-x.yaml"]
    assert "{name: Verein, url: https://netz.example}" in (root / "wiq.yaml").read_text(encoding="utf-8")
    assert (root / "regeln.yaml").read_text(encoding="utf-8") == "fassung: r\ngilt_ab: 2026-01-01\nteams: {}\n"
    assert "{eingebracht_am: 2026-01-01, wortlaut: Y}" in (folder / "garten-20260101-x.yaml").read_text(
        encoding="utf-8"
    )


def test_a_file_with_faults_is_named_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"a": BROKEN, "b": UNTIDY})
    for words in (("fmt",), ("fmt", "--check"), ("fmt", "--dry-run")):
        result = wiq(capsys, root, *words)
        assert result.code == 1
        assert "teams/a.yaml:1:7: " in result.err
        assert "Eine Datei kann ich nicht in Form bringen." in result.err
    assert (text_of(root, "a"), text_of(root, "b")) == (BROKEN, TIDY)


def test_a_file_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("teams/garten.yaml hat sich eben geändert.")

    monkeypatch.setattr(disk, "replace_text", refuse)
    result = wiq(capsys, network(tmp_path, {"garten": UNTIDY}), "fmt")
    assert (result.code, result.out) == (1, "")
    assert "hat sich eben geändert" in result.err


class Piped(io.StringIO):
    """Standard input with the bytes below it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.buffer = io.BytesIO(text.encode())  # type: ignore[misc]


def test_standard_input(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(text: str, *words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", Piped(text))
        result = wiq(capsys, tmp_path, "fmt", "-", *words)
        return result.code, result.out

    assert piped(UNTIDY) == (0, TIDY)
    assert piped(UNTIDY, "--check") == (1, "")
    assert piped(TIDY, "--check") == (0, "")
    assert piped(UNTIDY, "--dry-run")[1].startswith("--- a/-\n")
    assert piped("ort: Leipzig\nname: X\n", "--as", "netz/wiq.yaml") == (0, "name: X\nort: Leipzig\n")
    assert piped("team: st\nid: st-20260101-x\n", "--as", "beschluesse/st/2026/x.yaml") == (
        0,
        "id: st-20260101-x\nteam: st\n",
    )
    assert piped(BROKEN) == (3, "")


@pytest.mark.parametrize(
    "words", [("fmt", "-", "x.yaml"), ("fmt", "--as", "x"), ("check", "--dry-run"), ("check", "--fix", "-")]
)
def test_wrong_calls(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(TEAM))
    result = wiq(capsys, network(tmp_path), *words)
    assert result.code == 2
    assert result.err


def test_a_question_of_style_is_no_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": UNTIDY.replace("2027-09-15", "15.09.2027").replace("\n", "\r\n")})
    result = wiq(capsys, root, "check", "--strict")
    assert (result.code, result.out) == (0, "")
    assert wiq(capsys, root, "fmt").code == 0
    assert text_of(root) == TIDY.replace("\n", "\r\n")
    assert (wiq(capsys, root, "check", "--strict")).code == 0


MISSPELT = with_keys(TEAM, "status: läuft\n").replace("mitglieder:", "mitgleider:") + "hobby: Garten\n"


def test_fix_mends_what_is_clear_and_reports_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": MISSPELT, "kaputt": BROKEN})
    assert wiq(capsys, root, "check", "--format", "json").json["summary"]["errors"] == 4
    result = wiq(capsys, root, "check", "--fix", "--format", "json")
    assert result.code == 1
    assert [(one["file"], one["rule"]) for one in result.json["findings"]] == [
        ("teams/garten.yaml", "WIQ020"),
        ("teams/kaputt.yaml", "WIQ007"),
    ]
    assert "teams/garten.yaml: Jetzt richtig geschrieben: laeuft, mitglieder.\nEine Datei geändert.\n" in result.err
    assert text_of(root) == TEAM + "hobby: Garten\n"
    assert text_of(root, "kaputt") == BROKEN


def test_fix_dry_run_shows_the_diff_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": MISSPELT})
    result = wiq(capsys, root, "check", "--fix", "--dry-run")
    assert result.code == 0
    assert "-status: läuft\n+status: laeuft\n" in result.out
    assert "würde ich ändern" in result.err
    assert text_of(root) == MISSPELT


def test_fix_names_the_field_and_no_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = with_keys(TEAM, "leitung: [{kennung: p901, name: A, email: 'mailto:geheim@example.org'}]\n")
    root = network(tmp_path, {"garten": text})
    shown = wiq(capsys, root, "check", "--fix", "--dry-run")
    done = wiq(capsys, root, "check", "--fix")
    assert "geheim" not in shown.out + shown.err + done.out + done.err
    assert "Jetzt richtig geschrieben: email." in done.err
    assert "email: geheim@example.org" in text_of(root)


def test_fix_touches_only_what_was_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": MISSPELT, "hof": MISSPELT})
    wiq(capsys, root, "check", "--fix", str(root / "teams" / "hof.yaml"))
    assert text_of(root) == MISSPELT
    assert "status: laeuft" in text_of(root, "hof")


def test_what_wiq_writes_is_in_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "netz"
    assert wiq(capsys, None, "init", str(root), "--name", "Netz").code == 0
    answers = (
        "--impact",
        "Bäume: 50",
        "--impact",
        "Freude",
        "--goal",
        "Z",
        "--until",
        "2027-01-01",
        "--lead",
        "A <a@example.org>",
    )
    assert wiq(capsys, root, "new-team", "Garten", *answers).code == 0
    assert wiq(capsys, root, "new-team", "Leer").code == 0
    assert wiq(capsys, root, "meetings", "add", "garten", "jeden Dienstag 18:00 ab 01.09.2026").code == 0
    result = wiq(capsys, root, "fmt", "--check")
    assert (result.code, result.out) == (0, "")
