"""The two streams: data to stdout, everything said to people to stderr. The only place that writes to either."""

from __future__ import annotations

import contextlib
import os
import sys

from wiq_cli.domain.errors import NothingToDo, WrongCall, reason
from wiq_cli.files import written
from wiq_cli.report.safe import safe

NARROWEST, WIDEST = 40, 100
SHOWN_AT_MOST = 50  # findings


def prepare_streams() -> None:
    """Write UTF-8 whatever the machine's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            with contextlib.suppress(ValueError, OSError):
                reconfigure(encoding="utf-8", errors="replace")


def out(text: str) -> None:
    """Write data to stdout. A reader that has gone away is no fault: the exit code stays."""
    if not text:
        return
    try:
        sys.stdout.write(whole_lines(text))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
    except (AttributeError, ValueError):  # the stream was closed before we began
        return
    except OSError as error:
        _silence_stdout()
        place = written.where()
        still = f" Die Änderung steht trotzdem {place}." if place else ""
        raise NothingToDo(f"Die Ausgabe lässt sich nicht schreiben: {reason(error)}.{still}") from None


def whole_lines(text: str) -> str:
    """End the last line, where there is one."""
    return text if text.endswith("\n") or not text else f"{text}\n"


def given(limit: int) -> bytes:
    """Read the standard input, one byte more than allowed at most. Raises ``WrongCall`` where there is none."""
    try:
        return sys.stdin.buffer.read(limit + 1)
    except (AttributeError, ValueError, OSError):  # the stream was closed before we began, or is none to read from
        raise WrongCall("Hier kommt nichts herein. Leite eine Datei mit „<“ um oder nenn ihren Namen.") from None


def note(text: str) -> None:
    """Say something to the person at the terminal."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        sys.stderr.write(safe(text, keep_lines=True) + "\n")
        sys.stderr.flush()


def progress(text: str) -> None:
    """Show how far long work is, in one line that is overwritten; an empty text wipes it away. Only a person sees it."""
    if is_terminal(sys.stderr) and os.environ.get("TERM") == "dumb":  # knows no way back to the beginning of a line
        if text and not text.endswith("%"):
            note(text)
    elif is_terminal(sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):
            sys.stderr.write(f"\r\x1b[K{safe(text)}")
            sys.stderr.flush()


def next_step(text: str) -> None:
    """Name the next command, only where a person reads along."""
    if is_terminal(sys.stderr):
        note(f"Weiter: {text}")


def is_terminal(stream: object) -> bool:
    """Whether a person sees this stream."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def columns() -> int:
    """How wide a text may be on this terminal: no wider than is good to read."""
    import shutil  # noqa: PLC0415  # start-up

    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def can_ask() -> bool:
    """Whether a question reaches a person who can answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def colour_wanted() -> bool:
    """Colour on a terminal unless NO_COLOR or a dumb terminal says no; FORCE_COLOR says yes."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _silence_stdout() -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(null, sys.stdout.fileno())
    os.close(null)
