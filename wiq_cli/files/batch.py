"""Changing several files together: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.errors import Refused, WiqError
from wiq_cli.files.disk import read_text, refuse_too_large, replace_text, write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Change(NamedTuple):
    """One file: its name in messages, what stands there, what shall stand there."""

    path: Path
    file: str
    old: str
    new: str


def replace_all(changes: Sequence[Change]) -> None:
    """Write all changes. When one cannot be written, those before it are taken back. Raises ``Refused`` or ``WrongCall``."""
    for one in changes:
        refuse_too_large(one.file, one.new)
        if read_text(one.path, one.file) != one.old:
            raise Refused(f"{one.file} hat sich eben geändert. Es wurde nichts geschrieben. Versuch es noch einmal.")
    done: list[Change] = []
    try:
        for one in changes:
            replace_text(one.path, one.file, one.old, one.new)
            done.append(one)
    except (WiqError, OSError):
        for one in reversed(done):
            write_atomic(one.path, one.old)
        raise
