"""``docs/befehle.md``: every command with its arguments and options, from the commands themselves."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import typer
import typer.main

from tests.support.handbook.markdown import GENERATED, anchor, code, table, text
from wiq_cli.cli.german import COMMON
from wiq_cli.cli.main import app
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

INTRO = """\
# Die Befehle

`wiq BEFEHL --help` zeigt dasselbe am Terminal. Was in eckigen Klammern steht, darf fehlen.
Optionen sind englisch. Wer das deutsche Wort aus der Datei nimmt, wird auch verstanden: `--ziel` meint `--goal`.
"""
EVERYWHERE = """\
## Überall

Diese Optionen hat jeder Befehl, vor und hinter seinem Namen:

"""
EXIT_CODES = {
    ExitCode.FINE: "in Ordnung",
    ExitCode.FINDINGS: "es gibt Fehler in den Dateien, oder etwas ist nicht eingerichtet",
    ExitCode.WRONG_CALL: "der Aufruf stimmt nicht",
    ExitCode.NOTHING: "nichts da, oder nicht lesbar",
    ExitCode.REFUSED: "nicht veröffentlicht: Etwas Privates wäre hinausgegangen",
    ExitCode.BROKEN: "ein Fehler in wiq",
    ExitCode.ABORTED: "abgebrochen",
}


def page() -> str:
    """Write the page."""
    commands = [(words, command) for words, command in every_command() if words != "wiq"]
    contents = "".join(
        f"{'  ' * (words.count(' ') - 1)}- [{words}](#{_anchor(words)}): {text(command.get_short_help_str())}\n"
        for words, command in commands
    )
    codes = table(["Exit-Code", "heißt"], ([code(str(int(one))), said] for one, said in EXIT_CODES.items()))
    everywhere = EVERYWHERE + _options([*COMMON]) + "| `-h`, `--help` | Zeigt diese Hilfe. |\n"
    ends = f"So enden alle Befehle:\n\n{codes}"
    return GENERATED + "\n".join([INTRO, contents, everywhere, ends, *(_entry(*one) for one in commands)])


def every_command() -> Iterator[tuple[str, Any]]:
    """Give every command with its words, each group before its members; first wiq itself."""
    todo: list[tuple[str, Any]] = [("wiq", typer.main.get_command(app))]
    while todo:
        words, command = todo.pop(0)
        yield words, command
        if hasattr(command, "list_commands"):
            inner = [(f"{words} {name}", command.get_command(None, name)) for name in command.list_commands(None)]
            todo = inner + todo


def _entry(words: str, command: Any) -> str:
    context = typer.Context(command)
    common = {one.name for one in COMMON} | {"help"}
    own = [one for one in command.get_params(context) if one.name not in common]
    arguments = [one for one in own if one.param_type_name == "argument"]
    options = [one for one in own if one.param_type_name == "option"]
    pieces = " ".join([words, *command.collect_usage_pieces(context)]).replace("[OPTIONS]", "[OPTIONEN]")
    parts = [
        f"{anchor(_anchor(words))}\n{'#' * (words.count(' ') + 1)} {words}",
        f"```sh\n{pieces.replace('{', '').replace('}', '')}\n```",
        text(textwrap.dedent(command.help).strip()),
    ]
    if arguments:
        parts.append(table(["Angabe", "heißt"], ([code(one.metavar), text(one.help)] for one in arguments)).rstrip())
    if options:
        parts.append(_options(options).rstrip())
    return "\n\n".join(parts) + "\n"


def _options(options: list[Any]) -> str:
    return table(["Option", "heißt"], ([_names(one), text(one.help) + _more(one)] for one in options))


def _names(option: Any) -> str:
    names = ", ".join(code(one) for one in option.opts)
    return names if option.is_flag or not option.metavar else f"{names} {code(option.metavar)}"


def _more(option: Any) -> str:
    more = [f"Vorgabe: {option.default}"] if isinstance(option.default, str) else []
    more += [f"Umgebung: {code(option.envvar)}"] if option.envvar else []
    return f" ({', '.join(more)})" if more else ""


def _anchor(words: str) -> str:
    return words.replace(" ", "-")
