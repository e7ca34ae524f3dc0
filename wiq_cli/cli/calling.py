"""One call of wiq from its beginning to its end: whatever happens becomes an exit code and a German sentence."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from wiq_cli.cli.console import note, prepare_streams
from wiq_cli.cli.settings import begin, end, settings
from wiq_cli.domain.errors import ExitCode, Unreadable, WiqError, reason
from wiq_cli.files import written

if TYPE_CHECKING:
    from collections.abc import Callable

# A plugin of another package would see personal data, and looking for plugins costs time at every start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def call(work: Callable[[], int | None], words: tuple[str, ...] | None) -> int:
    """Do one piece of work and give its exit code. Never raises. ``words``: the call as the system gave it."""
    prepare_streams()
    begin(words)
    written.begin()
    try:
        code = work()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last wall: no traceback may show a private value
        text, code = _told(error)
        note(text)
    finally:
        end()
    return int(code or 0)


def as_program(work: Callable[[], int]) -> NoReturn:
    """Be a program: a short life that needs no garbage collector and no tidying up at its end."""
    gc.disable()
    try:
        code = work()
    except KeyboardInterrupt as error:  # while it was still being loaded
        text, code = _told(error)
        note(text)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _told(error: BaseException) -> tuple[str, int]:
    """Give the sentence and the exit code for everything that can end a command."""
    match error:
        case KeyboardInterrupt() | EOFError():
            place = written.where()
            then = f"Was bis dahin geändert war, steht {place}." if place else "Es wurde nichts geändert."
            return f"Abgebrochen. {then}", ExitCode.ABORTED
        case Unreadable():
            places = (f"{one.file}:{one.span.line}:{one.span.column}" for one in error.findings)
            said = (f"{one.message} {one.help}".rstrip() for one in error.findings)
            return "\n".join(map(": ".join, zip(places, said, strict=True))), error.exit_code
        case WiqError():
            return str(error), error.exit_code
        case OSError():
            return f"{_place(error)}Das lässt das System nicht zu: {reason(error)}.", ExitCode.NOTHING
        case _:
            return _fault(error), ExitCode.BROKEN


def _place(error: OSError) -> str:
    """Name the file or folder that it is about, from here or from the network on."""
    if not isinstance(error.filename, str):
        return ""
    shown = error.filename
    with contextlib.suppress(OSError, ValueError):  # the current folder may be gone
        near = os.path.relpath(shown, settings().root or ".")
        shown = shown if near.startswith("..") else near
    return f"{shown}: "


def _fault(error: BaseException) -> str:
    """Name the place in our own code, never a value."""
    place, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "wiq_cli" in name:
            place = f"{os.path.relpath(name, os.path.dirname(os.path.dirname(__file__)))}:{trace.tb_lineno}"  # noqa: PTH120
        trace = trace.tb_next
    return f"Das ist ein Fehler in wiq, nicht in deinen Dateien ({type(error).__name__} in {place or 'wiq'}). Bitte melde ihn mit dieser Zeile."
