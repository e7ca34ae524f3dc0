"""The command line: finds the command that was called, and says in German what typer does not understand."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.main

from wiq_cli import __version__
from wiq_cli.cli.calling import call
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanGroup, GermanTyper, sentence
from wiq_cli.domain.errors import ExitCode, WrongCall

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUPS = {
    "Anfangen": ("init", "new-team", "doctor", "completion"),
    "Jede Woche": ("status", "meetings", "needs", "find", "report"),
    "Teams ändern, ohne YAML": ("add", "done", "set", "measure", "archive", "person"),
    "Entscheiden": ("decide",),
    "Prüfen": ("check", "fmt", "explain", "rules"),
    "Veröffentlichen und weitergeben": ("publish", "audit", "export"),
    "Für git und Editoren": ("schema", "migrate", "merge-driver"),
}
"""The commands as the help shows them."""
SURROGATE = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no UTF-8
COMMANDS = tuple(name for names in GROUPS.values() for name in names)


class CommandFiles(GermanGroup):
    """Finds each command in its own file and imports it only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # typer's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"wiq_cli.cli.commands.{cmd_name.replace('-', '_')}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each group under its own heading, all in the same columns."""
        width = max(map(len, COMMANDS))
        limit = formatter.width - width
        for heading, names in GROUPS.items():
            commands = [self.get_command(ctx, name) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(one.name.ljust(width), one.get_short_help_str(limit)) for one in commands])


app = GermanTyper(cls=CommandFiles, no_args_is_help=True)


def _version(value: bool) -> None:
    if value:
        out(f"wiq {__version__}")
        raise typer.Exit


@app.callback()
def wiq(
    version: Annotated[
        bool, typer.Option("--version", help="Zeigt die Version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Lösungsteams als Textdateien: anlegen, prüfen, treffen, entscheiden, veröffentlichen."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call of wiq and give its exit code. Never raises."""
    return call(lambda: _framework(argv), tuple(sys.argv[1:]) if argv is None else None)


def _framework(argv: Sequence[str] | None) -> int:
    """Let typer understand the call; what it does not understand it says in its own exceptions."""
    _refuse_unwritable(sys.argv[1:] if argv is None else argv)
    try:
        code = int(app(args=None if argv is None else list(argv), prog_name="wiq", standalone_mode=False) or 0)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            note(str(getattr(error, "message", "")))
        else:
            note(f"{sentence(error)}\nHilfe: {_command_path(error)} --help")
        return ExitCode.WRONG_CALL
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == ExitCode.ABORTED:  # typer makes a number of Ctrl-C
        raise KeyboardInterrupt
    return code


def _refuse_unwritable(words: Sequence[str]) -> None:
    """Refuse a word that no file can hold, before a command works with it; a file may be called so. Raises ``WrongCall``."""
    for place, word in enumerate(words, start=1):
        value = word.partition("=")[2] if word.startswith("--") else word
        if SURROGATE.search(word) and not os.path.lexists(value):
            raise WrongCall(
                f"Die {place}. Angabe hinter „wiq“ enthält ein Zeichen, das kein gültiges UTF-8 ist. Tipp sie neu ein."
            )


def _command_path(error: Any) -> str:
    ctx = getattr(error, "ctx", None)
    return str(ctx.command_path) if ctx is not None else "wiq"
