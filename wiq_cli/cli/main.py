"""The front door: runs one command and turns everything that can happen into an exit code and a German sentence."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.main

from wiq_cli import __version__
from wiq_cli.cli.console import note, out, prepare_streams
from wiq_cli.cli.german import GermanGroup, GermanTyper, sentence
from wiq_cli.cli.settings import begin, end
from wiq_cli.domain.errors import ExitCode, Unreadable, WiqError, reason

if TYPE_CHECKING:
    from collections.abc import Sequence

# A plugin of another package would see personal data, and looking for plugins costs time at every start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

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
    prepare_streams()
    begin(tuple(sys.argv[1:]) if argv is None else None)
    try:
        code = app(args=None if argv is None else list(argv), prog_name="wiq", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last wall: no traceback may show a private value
        text, code = _told(error)
        note(text)
    finally:
        end()
    return int(code or 0)


def _told(error: BaseException) -> tuple[str, int]:  # noqa: PLR0911  # one return for each kind of end
    """Give the sentence and the exit code for everything that can end a command."""
    match error:
        case typer.TyperException() if type(error).__name__ == "NoArgsIsHelpError":
            return str(getattr(error, "message", "")), ExitCode.WRONG_CALL
        case typer.TyperException():
            return f"{sentence(error)}\nHilfe: {_command_path(error)} --help", ExitCode.WRONG_CALL
        case typer.Abort() | KeyboardInterrupt() | EOFError():
            return "Abgebrochen. Es wurde nichts geändert.", ExitCode.ABORTED
        case Unreadable():
            places = (f"{one.file}:{one.span.line}:{one.span.column}" for one in error.findings)
            said = (f"{one.message} {one.help}".rstrip() for one in error.findings)
            return "\n".join(map(": ".join, zip(places, said, strict=True))), error.exit_code
        case WiqError():
            return str(error), error.exit_code
        case OSError():
            return f"Das lässt das System nicht zu: {reason(error)}.", ExitCode.NOTHING
        case _:
            return _fault(error), ExitCode.BROKEN


def _command_path(error: Any) -> str:
    ctx = getattr(error, "ctx", None)
    return str(ctx.command_path) if ctx is not None else "wiq"


def _fault(error: BaseException) -> str:
    """Name the place in our own code, never a value."""
    place, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "wiq_cli" in name:
            place = f"{os.path.relpath(name, os.path.dirname(os.path.dirname(__file__)))}:{trace.tb_lineno}"  # noqa: PTH120
        trace = trace.tb_next
    return f"Das ist ein Fehler in wiq, nicht in deinen Dateien ({type(error).__name__} in {place or 'wiq'}). Bitte melde ihn mit dieser Zeile."


def run() -> None:
    """Start as a program: a short life that needs no garbage collector and no tidying up at its end."""
    import gc  # noqa: PLC0415  # only here

    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
