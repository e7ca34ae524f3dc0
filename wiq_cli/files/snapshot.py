"""Notice when a file changes between reading it and using what was read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import NothingToDo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class Changed(NothingToDo):
    """A file is no longer what was read. Nothing that was concluded from it counts."""


Signature = tuple[int, int, int, int]


class Snapshot:
    """How a set of files looks at one moment. ``listing`` is asked again later: a new file is a change as well."""

    def __init__(self, listing: Callable[[], Iterable[Path]]) -> None:
        self._listing = listing
        self._seen = self._look()

    def check(self, name_of: Callable[[Path], str]) -> None:
        """Raise ``Changed`` when something is not as it was."""
        now = self._look()
        changed = sorted(
            name_of(path) for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)
        )
        if changed:
            raise Changed(
                f"Während ich las, hat sich {changed[0]} geändert. Es wurde nichts veröffentlicht. Ruf „wiq publish“ noch einmal auf."
            )

    def _look(self) -> dict[Path, Signature | None]:
        return {path: _signature(path) for path in self._listing()}


def _signature(path: Path) -> Signature | None:
    """The change time cannot be set back by anybody, so content need not be read again."""
    try:
        seen = os.lstat(path)
    except OSError:
        return None
    return (seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
