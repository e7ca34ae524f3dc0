from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from tests.support.handbook.commands import every_command
from tests.support.handbook.completion import SCRIPTS, SHELLS
from tests.support.shells import TAB, in_bash, in_fish, typed
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HOSTILE = ("$(touch gotcha)", "`touch gotcha`", "';touch gotcha'", "-rf", "zwei\nzeilen")
ASKED: dict[str, Sequence[str]] = {
    "stat": ["status"],
    "meetings ca": ["cancel"],
    "add g": ["garage", "garten"],
    "add garten w": ["wirkung", "weg"],
    "add garten weg Text --bi": ["--bis"],
    "add garten support Text --art ma": ["material"],
    "done garten ": ["ziele.teilziele", "stand", "weg"],
    "set garten zi": ["ziele.bis", "ziele.anlass"],
    "set garten status im": ["im-betrieb"],
    "set garten name ": [],
    "meetings free garten gara": ["garage"],
    "archive garten ": [],
    "export contacts garten gara": ["garage"],
    "report --for fu": ["funder"],
    "status --format h": ["html"],
    "status --why gart": ["garten"],
    "person consent Kim --answer n": ["nein"],
    "decide vote st-": ["st-20260101-regal"],
    "explain WIQ103": ["WIQ103"],
    "--today 2026-11-24 expl": ["explain"],
    "completion z": ["zsh"],
    "nichts gar": [],
}


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    """Give a network with folders below, in one of which somebody stands."""
    root = tmp_path / "mein netz"
    for name in ("teams/garten", "teams/garage", "teams/bäume", "beschluesse/st/2026/st-20260101-regal"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / f"{name}.yaml").touch()
    (root / "wiq.yaml").touch()
    (root / "tief" / "unten").mkdir(parents=True)
    return root


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == (SCRIPTS / f"wiq.{shell}").read_text(encoding="utf-8")


def test_bash_offers_every_command_and_every_option(tmp_path: Path) -> None:
    asked: list[list[str]] = []
    expected: list[set[str] | None] = []
    for called, command in every_command():
        path = called.split()[1:]
        params = command.get_params(typer.Context(command))
        options = {name for one in params for name in (*one.opts, *one.secondary_opts) if name.startswith("--")}
        asked += [[*path, "--"], [*path, ""]]
        expected += [options, set(command.list_commands(None)) if hasattr(command, "list_commands") else None]
    for words, offered, wanted in zip(asked, in_bash(SCRIPTS / "wiq.bash", tmp_path, asked), expected, strict=True):
        found = {one for one in offered if one.startswith("--")} if words[-1] == "--" else set(offered)
        assert wanted is None or found == wanted, words


def test_bash_offers_what_fits(netz: Path) -> None:
    lines = [line.split(" ") for line in ASKED]
    found = in_bash(SCRIPTS / "wiq.bash", netz / "tief" / "unten", lines)
    assert dict(zip(ASKED, found, strict=True)) == ASKED


def test_fish_offers_what_fits(netz: Path) -> None:
    found = in_fish(SCRIPTS / "wiq.fish", netz / "tief" / "unten", [f"wiq {line}" for line in ASKED])
    assert dict(zip(ASKED, map(sorted, found), strict=True)) == {line: sorted(words) for line, words in ASKED.items()}


def test_the_network_can_be_named(netz: Path, tmp_path: Path) -> None:
    apart = [["add", "--root", "=", f"{netz}", "gart"], ["--root", f"{netz}", "add", "gart"], ["add", "gart"]]
    assert in_bash(SCRIPTS / "wiq.bash", tmp_path, apart) == [["garten"], ["garten"], []]
    lines = [f"wiq add --root='{netz}' gart", f"wiq --root '{netz}' add gart", "wiq add gart"]
    assert in_fish(SCRIPTS / "wiq.fish", tmp_path, lines) == [["garten"], ["garten"], []]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"wiq arch{TAB}gart{TAB}", "<archive><garten>"),
        (f"wiq add b{TAB}w{TAB}eg{TAB}x --bei{TAB}vert{TAB}", "<add><bäume><weg><x><--beitrag_zu><vertrauen>"),
        (f"wiq status --format=h{TAB}", "<status><--format=html>"),
        (f"wiq schema fr{TAB}", "<schema><freigaben>"),
    ],
)
def test_somebody_presses_tab(netz: Path, shell: str, line: str, words: str) -> None:
    assert typed(shell, SCRIPTS / f"wiq.{shell}", netz, line) == words


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize("name", ["mein team", "it's", *HOSTILE[:3]])
def test_a_name_stays_a_name(netz: Path, shell: str, name: str) -> None:
    for path in (netz / "teams").iterdir():
        path.unlink()
    (netz / "teams" / f"{name}.yaml").touch()
    assert typed(shell, SCRIPTS / f"wiq.{shell}", netz, f"wiq archive {TAB}") == f"<archive><{name}>"
    assert not list(netz.rglob("gotcha"))


def test_what_would_be_read_as_something_else_is_not_offered(netz: Path) -> None:
    for name in HOSTILE:
        (netz / "teams" / f"{name}.yaml").touch()
    (offered,) = in_bash(SCRIPTS / "wiq.bash", netz, [["archive", ""]])
    assert not [one for one in offered if one.startswith("-") or "zeilen" in one]
    assert {"garten", "garage", "bäume"} < set(offered)
    assert not list(netz.rglob("gotcha"))
