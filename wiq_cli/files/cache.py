"""The folder ``.wiq-cache`` of a network, and what may be trusted of it: only what this very wiq has written.

This module loads next to nothing: an answer from this folder should cost no more than to start Python.
"""

from __future__ import annotations

import os

import wiq_cli

try:
    from _blake2 import blake2b  # hashlib would load all of OpenSSL for it
except ImportError:  # another Python
    from hashlib import blake2b

TYPE_CHECKING = False  # typing alone costs more than the answer
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = ".wiq-cache"
PACKAGE = os.path.dirname(wiq_cli.__file__)  # noqa: PTH120  # pathlib costs more than all of this
NOT_CODE = ("__pycache__", "data")


def digest(*pieces: bytes | str) -> str:
    """Give a short name that only the same contents have."""
    return digest_of(pieces)


def digest_of(pieces: Iterable[bytes | str]) -> str:
    """Give the same of pieces that need not lie in memory together."""
    total = blake2b(digest_size=16)
    for one in pieces:
        data = one.encode("utf-8", "surrogateescape") if isinstance(one, str) else one
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def program(rooms: tuple[str, ...] = ("",), others: tuple[str, ...] = ()) -> str:
    """Name this very wiq: its version, and its files as they are, since one that is being worked on keeps its version.

    ``others`` are files it leans on, by their full names. Raises ``OSError`` for one that is gone.
    """
    seen: list[tuple[str, int, int]] = []
    for room in rooms:
        _look(f"{PACKAGE}/{room}", seen)
    for name in others:
        found = os.stat(name)  # noqa: PTH116
        seen.append((name, found.st_mtime_ns, found.st_size))
    return f"{wiq_cli.__version__} {sorted(seen)}"


def _look(folder: str, seen: list[tuple[str, int, int]]) -> None:
    with os.scandir(folder) as entries:
        for one in entries:
            if one.name.endswith(".py"):
                found = one.stat()
                seen.append((one.path, found.st_mtime_ns, found.st_size))
            elif one.is_dir() and one.name not in NOT_CODE:
                _look(one.path, seen)


def leans_on(*names: str) -> tuple[str, ...]:
    """Give the files that these packages are loaded from."""
    import importlib.util  # noqa: PLC0415  # start-up

    found = (importlib.util.find_spec(name) for name in names)
    return tuple(spec.origin for spec in found if spec and spec.origin)


def put_aside(file: str, text: str) -> None:
    """Write a file of this folder: whole or not at all, for its owner alone, out of git. Raises ``OSError``."""
    from pathlib import Path  # noqa: PLC0415  # start-up

    path = Path(file)
    folder = path.parent
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink():
        return
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    put_whole(path, text.encode("utf-8", "surrogateescape"))  # a file may have any name


def put_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, for its owner alone. Raises ``OSError``."""
    import tempfile  # noqa: PLC0415  # start-up

    handle, name = tempfile.mkstemp(dir=path.parent)  # readable for the owner alone
    temporary = path.parent / name
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
