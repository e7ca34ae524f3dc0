"""The files that ``wiq audit`` is pointed at: single ones, and all in a folder. Links are named and never followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal, NamedTuple

from wiq_cli.domain.errors import NothingToDo, reason

LEFT_OUT = frozenset({".git"})
Refusal = Literal["link", "disk", "size", "binary"]


class Datei(NamedTuple):
    """A file to look through. ``name`` is what of its path was not typed by the user, and the last word of what was."""

    path: Path
    above: str
    name: str
    rank: int


def listed(given: str) -> list[Datei]:
    """Give a file, or all files below a folder, in a fixed order. Raises ``NothingToDo`` for an unreadable folder."""
    path = Path(given)
    if path.is_symlink() or not path.is_dir():
        above, name = given[: len(given) - len(path.name)], path.name
        return [Datei(path, above, name, 1)]
    found: list[Datei] = []
    for folder, folders, files in os.walk(path, onerror=_refuse):
        folders[:] = sorted(one for one in folders if one not in LEFT_OUT)
        links = [one for one in folders if Path(folder, one).is_symlink()]
        for rank, one in enumerate(sorted([*files, *links]), start=1):
            whole = Path(folder, one)
            found.append(Datei(whole, given.rstrip("/") + "/", whole.relative_to(path).as_posix(), rank))
    return found


def load(path: Path, limit: int) -> bytes | Refusal:
    """Read a regular file that is no link; never blocks on a pipe or a device."""
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISREG(mode):
            return "link" if stat.S_ISLNK(mode) else "binary"
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError):  # a zero byte in a path is no system error
        return "disk"
    return "size" if len(data) > limit else data


def _refuse(error: OSError) -> None:
    raise NothingToDo(f"Den Ordner {error.filename} kann ich nicht lesen: {reason(error)}.")
