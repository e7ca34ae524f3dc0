"""Everything a user reads is German: every help page, every wrong call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import typer
import typer.main

from tests.support.run import wiq
from tests.support.texts import network
from wiq_cli.cli.german import GERMAN_OPTIONS
from wiq_cli.cli.main import app, main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Show this|No such|Missing|Invalid|Error|required|default|Try|the|and|is not|"
    r"unexpected|does not|exist|Aborted|requires|argument)\b"
)
OPTION = re.compile(r"--[a-z-]+|\[[A-Z_]+\]")  # names of options stay English


def _commands() -> Iterator[tuple[list[str], Any]]:
    """Every command with its words, groups included."""
    top = typer.main.get_command(app)
    todo: list[tuple[list[str], Any]] = [([], top)]
    while todo:
        words, command = todo.pop()
        yield words, command
        if hasattr(command, "list_commands"):
            todo += [([*words, name], command.get_command(None, name)) for name in command.list_commands(None)]


COMMANDS = [words for words, _ in _commands()]


def english(text: str) -> list[str]:
    return ENGLISH.findall(OPTION.sub("", text))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_is_german(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for way in ("--help", "-h"):
        assert main([*words, way]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith("Aufruf: wiq")
        assert english(shown) == []
        assert "--today" in shown
        assert "..." not in shown, "a sentence stays whole"
        assert "Zeigt diese Hilfe." in shown


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_option_and_argument_is_explained(words: list[str]) -> None:
    (command,) = [one for own, one in _commands() if own == words]
    assert command.help
    for parameter in command.params:
        assert parameter.help, parameter.name
        if parameter.param_type_name == "argument":
            assert parameter.metavar, parameter.name


WRONG = [
    ["gibt-es-nicht"],
    ["chekc"],
    ["pruefen"],
    ["check", "--gibt-es-nicht"],
    ["check", "--formt", "json"],
    ["check", "--format"],
    ["check", "--format", "xml"],
    ["check", "--today", "24.11."],
    ["check", "--today", "2026-02-30"],
    ["explain"],
    ["explain", "WIQ999"],
    ["explain", "WIQ101", "WIQ102"],
    ["rules", "zu", "viel"],
    ["schema", "banane"],
    ["new-team", "Ein", "Name", "ohne", "Zeichen"],
    ["meetings", "gibt-es-nicht"],
    ["decide", "vote"],
    ["publish", "--out"],
    ["--gibt-es-nicht"],
    [],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_wrong_call_gets_a_german_sentence_and_2(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network(tmp_path)
    code = main([*words] if not words else [*words, "--root", str(tmp_path)])
    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert shown.err.strip()
    assert english(shown.err) == []


def test_a_near_miss_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "„check“" in wiq(capsys, tmp_path, "chekc").err
    assert "„check“" in wiq(capsys, tmp_path, "pruefen").err
    assert "„--format“" in wiq(capsys, tmp_path, "check", "--formt", "json").err
    assert "WIQ101" in wiq(capsys, tmp_path, "explain", "WIQ1O1").err


def test_surplus_words_are_not_repeated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(tmp_path)
    assert "Raphaela" not in wiq(capsys, tmp_path, "new-team", "Ein", "Raphaela").err


def test_the_words_of_the_files_are_understood_as_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options are English; the German name works without standing in the help."""
    root = network(tmp_path, {})
    assert wiq(capsys, root, "new-team", "Hof", "--ziel", "Beete", "--bis=2027-05-01", "--kuerzel", "h").code == 0
    assert "Beete" in (root / "teams" / "h.yaml").read_text(encoding="utf-8")
    assert "--ziel" not in wiq(capsys, root, "new-team", "--help").out
    assert "„--place“" in wiq(capsys, root, "new-team", "Hof", "--orte", "hier").err
    assert "--ziel" in wiq(capsys, root, "check", "--ziel", "x").err


def test_every_german_name_leads_to_an_option() -> None:
    commands = [command for _, command in _commands()]
    parameters = [one for command in commands for one in command.get_params(typer.Context(command))]
    options = {name for one in parameters for name in one.opts}
    assert {english for _, english in GERMAN_OPTIONS} <= options
