"""Everything that ends a command early. Each class knows its exit code; its text is the sentence the user reads.

WiqError
├── WrongCall             2    the call does not make sense, or a question has nobody to answer it
├── NothingToDo           3    nothing to work on, or not readable
│   └── Unreadable        3    one file could not be read; carries its findings
├── Refused               1    an edit that would break a rule; nothing was written
└── PublicationRefused    4    something private would have left
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.finding import Finding


class ExitCode(IntEnum):
    """What the shell sees."""

    FINE = 0
    FINDINGS = 1
    WRONG_CALL = 2
    NOTHING = 3
    REFUSED = 4
    BROKEN = 70
    ABORTED = 130


class WiqError(Exception):
    """A sentence in German, and what the shell is told. Never holds a value from a team file."""

    exit_code: ClassVar[ExitCode] = ExitCode.BROKEN


class WrongCall(WiqError):
    exit_code = ExitCode.WRONG_CALL


class NothingToDo(WiqError):
    exit_code = ExitCode.NOTHING


class Unreadable(NothingToDo):
    """A file that could not be read as the strict reader demands."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = findings[0]
        super().__init__(f"{first.file}:{first.span.line}:{first.span.column}: {first.message} {first.help}".rstrip())
        self.findings = tuple(findings)


class Refused(WiqError):
    exit_code = ExitCode.FINDINGS


class PublicationRefused(WiqError):
    exit_code = ExitCode.REFUSED


def reason(error: OSError) -> str:
    """A system error in German words."""
    match error:
        case FileNotFoundError():
            return "den Pfad gibt es nicht"
        case PermissionError():
            return "die Rechte fehlen"
        case IsADirectoryError():
            return "ein Ordner steht im Weg"
        case NotADirectoryError():
            return "eine Datei steht im Weg"
    return {
        27: "der erlaubte Platz ist aufgebraucht",
        28: "der Datenträger ist voll",
        30: "der Datenträger ist nur lesbar",
        36: "der Name ist zu lang",
        40: "dort steht ein Verweis",
        122: "der erlaubte Platz ist aufgebraucht",
    }.get(error.errno or 0, f"das System meldet Fehler {error.errno}")
