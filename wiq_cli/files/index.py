"""What was found out about files that have not changed since, so that they need not be read again.

It lies in the network's folder ``.wiq-cache``, for its owner alone and out of git. No person is in it: whoever puts
something here sees to that. A file that is damaged, or made by another wiq or under other settings, counts as none.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wiq_cli
from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.disk import read_bytes

if TYPE_CHECKING:
    from collections.abc import Collection

FOLDER = ".wiq-cache"
SCHEMA = "wiq.index/1"
LARGEST = 64 * 1024 * 1024
ROOMS = ("domain", "files", "render", "usecases")
DEPENDS_ON = (
    "holidays",
    "dateutil",
    "jinja2",
    "markupsafe",
    "markdown_it",
)  # another version of these may say something else about the same file


class Index:
    """One such file. ``about`` is everything besides the files themselves that the answers depend on."""

    def __init__(self, root: Path, name: str, *about: bytes | str) -> None:
        self._path = root / FOLDER / f"{name}.json"
        self._key = digest(_program(), *about)
        self._entries = self._load()
        self._changed = False

    def get(self, name: str, data: bytes) -> Any | None:
        """Give what was put here about a file with these contents; None where nothing was."""
        seen, value = self._entries.get(name, ("", None))
        return value if seen == digest(data) else None

    def put(self, name: str, data: bytes, value: Any) -> None:
        """Remember something about a file with these contents; None forgets it."""
        if value is not None:
            self._entries[name] = (digest(data), value)
            self._changed = True
        elif self._entries.pop(name, None):
            self._changed = True

    @property
    def names(self) -> frozenset[str]:
        """Of what something is remembered."""
        return frozenset(self._entries)

    def save(self, names: Collection[str]) -> None:
        """Write it down if anything is new, only about files that are still there. That it cannot be written harms nobody."""
        gone = self._entries.keys() - set(names)
        if not (gone or self._changed):
            return
        text = json.dumps(
            {name: self._entries[name] for name in sorted(self._entries.keys() - gone)}, ensure_ascii=False
        )
        with contextlib.suppress(OSError):
            self._write(f"{SCHEMA} {self._key} {digest(text)}\n{text}")

    def _load(self) -> dict[str, Any]:
        try:
            head, _, text = read_bytes(self._path, "", LARGEST).decode().partition("\n")
            if head == f"{SCHEMA} {self._key} {digest(text)}":
                entries: dict[str, Any] = json.loads(text)
                return entries
        except (Unreadable, ValueError):
            pass
        return {}

    def _write(self, text: str) -> None:
        folder = self._path.parent
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink():
            return
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        handle, temporary = tempfile.mkstemp(dir=folder)  # readable for the owner alone
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode())
            Path(temporary).replace(self._path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise


def digest(*pieces: bytes | str) -> str:
    """Give a short name that only the same contents have."""
    total = blake2b(digest_size=16)
    for one in pieces:
        data = one.encode() if isinstance(one, str) else one
        total.update(f"{len(data)}:".encode() + data)
    return total.hexdigest()


def _program() -> str:
    """Name this very wiq: its version, and its files as they are, since one that is being worked on keeps its version."""
    folder = Path(wiq_cli.__file__).parent
    origins = (spec.origin for name in DEPENDS_ON if (spec := importlib.util.find_spec(name)))
    with contextlib.suppress(OSError):
        files = [one for room in ROOMS for one in os.scandir(folder / room) if one.is_file()]
        seen = [(one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in files]
        seen += [(origin, os.stat(origin).st_mtime_ns, 0) for origin in origins if origin]  # noqa: PTH116  # short
        return f"{wiq_cli.__version__} {sorted(seen)}"
    return wiq_cli.__version__
