"""What a check said of a network in which it found nothing, to be said again while nothing has changed.

Only calls that found nothing are remembered, so no text of any file is in it, and no person. What was said holds for the
very same call, in the same folder, by the same wiq, on the same day, and while every file that a check looks at holds the
same bytes under the same name: the whole network then says what it said before, and the rules over all files as well.

A memo that is damaged, or is no ordinary file, counts as none. This module loads next to nothing: whoever asks it has
not decided yet whether to load the rest of wiq.
"""

from __future__ import annotations

import os
import sys
import time

from wiq_cli.files.cache import FOLDER, digest, digest_of, program, put_aside

TYPE_CHECKING = False  # typing alone costs more than the answer
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCHEMA = "wiq.memo/1"
NAME = "check-"
FOLDERS = ("teams", "beschluesse")  # all that lies in them is looked at; beside them only what is called like YAML
YAML = (".yaml", ".yml")
MOST = 20  # calls
LARGEST_FILE = 16 * 1024 * 1024
PIECE = 64 * 1024  # a larger one would be fetched from the system anew for each file
READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Memo:
    """What one call said in the network at ``root``, if anybody remembers."""

    def __init__(self, root: str, words: Sequence[str]) -> None:
        self._root = root
        terminal = os.isatty(1)
        told = (os.environ.get("WIQ_ROOT", "\0"), os.environ.get("WIQ_TODAY", "\0"), f"{terminal}", os.getcwd())  # noqa: PTH109
        self._path = f"{root}/{FOLDER}/{NAME}{digest(SCHEMA, *told, *words)}"
        self._before: str | None = None

    def answer(self) -> tuple[str, str] | None:
        """Give what the call said to stdout and to stderr; None where nobody knows or something has changed."""
        try:
            seal, _, text = _read(self._path).decode().partition("\0")
            if seal != digest(text):
                return None
            made, state, first, last, out, err, *others = text.split("\0")
            if not float(first) <= time.time() < float(last) or made != _made(tuple(others)):
                return None
            return (out, err) if state == state_of(self._root) else None
        except (OSError, ValueError):
            return None

    def begin(self) -> None:
        """Note how the network looks before a check reads it."""
        self._before = state_of(self._root)

    def keep(self, out: str, err: str, days: tuple[float, float], others: tuple[str, ...]) -> None:
        """Remember what the call said, unless the network changed meanwhile; ``days`` are the moments between which it holds."""
        from contextlib import suppress  # noqa: PLC0415  # start-up

        if self._before is None or self._before != state_of(self._root):
            return
        with suppress(OSError):
            first, last = days
            text = "\0".join((_made(others), self._before, f"{first}", f"{last}", out, err, *others))
            _make_room(os.path.dirname(self._path))  # noqa: PTH120
            put_aside(self._path, f"{digest(text)}\0{text}")


def state_of(root: str, but: str = "") -> str | None:
    """Give a short name of everything that a check of the network looks at; None where something is no plain file.

    ``but``: a folder at the top that may come and go.
    """
    try:
        return digest_of(piece for one in _looked_at(root) if one[0] != f"{but}/" for piece in one)
    except (OSError, ValueError):
        return None


def _looked_at(root: str) -> Iterator[tuple[str, bytes]]:
    """Give each name with its contents; of what is not read, the name alone. Raises ``ValueError`` for a link."""
    for one in _entries(root):
        if one.name.casefold() in FOLDERS:  # to some disks these are the same
            yield from _all_in(one)
        elif not one.is_symlink() and not one.is_dir() and any(end in one.name.casefold() for end in YAML):
            yield one.path, _read(one.path)
        else:
            yield f"{one.path}{'/' if one.is_dir() else ''}{'@' if one.is_symlink() else ''}", b""


def _all_in(one: os.DirEntry[str]) -> Iterator[tuple[str, bytes]]:
    if one.is_symlink():
        raise ValueError
    if not one.is_dir():
        yield one.path, _read(one.path)
        return
    yield f"{one.path}/", b""
    for inner in _entries(one.path):
        yield from _all_in(inner)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)


def _read(path: str) -> bytes:
    """Read a file that is no link, and never wait for a pipe."""
    handle = os.open(path, READ_ONLY)
    try:
        data = os.read(handle, PIECE)
        if len(data) < PIECE:
            return data
        pieces, size = [data], len(data)
        while data:
            if size > LARGEST_FILE:
                raise ValueError
            data = os.read(handle, PIECE)
            pieces.append(data)
            size += len(data)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _made(others: tuple[str, ...]) -> str:
    """Name the wiq and the Python that say it."""
    return digest(program(others=others), sys.version)


def _make_room(folder: str) -> None:
    """Forget the oldest calls. Raises ``OSError``."""
    if os.path.isdir(folder):  # noqa: PTH112
        with os.scandir(folder) as entries:
            kept = sorted((one.stat().st_mtime_ns, one.path) for one in entries if one.name.startswith(NAME))
        for _, path in kept[: max(0, len(kept) + 1 - MOST)]:
            os.unlink(path)  # noqa: PTH108
