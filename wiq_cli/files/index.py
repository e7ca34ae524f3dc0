"""What was found out about files that have not changed since, so that they need not be read again.

It lies in the network's folder ``.wiq-cache``, for its owner alone and out of git. No person is in it: whoever puts
something here sees to that. A file that is damaged, or made by another wiq or under other settings, counts as none.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import wiq_cli
from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.cache import FOLDER, digest, leans_on, program, put_aside
from wiq_cli.files.disk import read_bytes

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

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
            put_aside(f"{self._path}", f"{SCHEMA} {self._key} {digest(text)}\n{text}")

    def _load(self) -> dict[str, Any]:
        try:
            head, _, text = read_bytes(self._path, "", LARGEST).decode("utf-8", "surrogateescape").partition("\n")
            if head == f"{SCHEMA} {self._key} {digest(text)}":
                entries: dict[str, Any] = json.loads(text)
                return entries
        except (Unreadable, ValueError):
            pass
        return {}


def _program() -> str:
    with contextlib.suppress(OSError):
        return program(ROOMS, leans_on(*DEPENDS_ON))
    return wiq_cli.__version__
