"""A site in the making. Its pages go where they belong at once: of all that was written, only names and digests stay in memory."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wiq_cli.domain.errors import WrongCall
from wiq_cli.files.exchange import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

READABLE, OPEN = 0o644, 0o755
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Pile(Protocol):
    """Where pages are put. ``sums`` has the digest of each, ``kept`` the names of those that are public already.

    ``is_shared``: what a second process puts there is there for all.
    """

    sums: dict[str, str]
    kept: set[str]
    is_shared: bool

    def write(self, pages: Mapping[str, str | bytes]) -> None:
        """Put pages there. What has the name of an earlier one takes its place."""

    def keep(self, sums: Mapping[str, str]) -> bool:
        """Take over pages that are public already with these very bytes: all, or none of them."""

    def read(self, name: str) -> bytes:
        """Give a file as it lies there now."""

    def read_back(self) -> Iterator[tuple[str, bytes]]:
        """Give every file as it lies there now."""


class Build:
    """A site that is written beside the old one."""

    is_shared = True

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder = folder
        self._target = target
        self._folders = {folder}
        self.sums: dict[str, str] = {}
        self.kept: set[str] = set()

    def write(self, pages: Mapping[str, str | bytes]) -> None:
        """Write files. One that is public already with the same bytes is taken over."""
        for name, text in pages.items():
            data = text.encode() if isinstance(text, str) else text
            self._put(name, data, is_public=self._old(name) == data)
            self.kept.discard(name)
            self.sums[name] = hashlib.sha256(data).hexdigest()

    def keep(self, sums: Mapping[str, str]) -> bool:
        """Take over pages that are public already with these very bytes: all, or none of them."""
        old = _public(self._target, sums)
        for name, data in old.items():
            self._put(name, data, is_public=True)
        self.sums |= sums if old else {}
        self.kept |= old.keys()
        return bool(old)

    def read(self, name: str) -> bytes:
        """Give a file as it lies on the disk now."""
        return (self._folder / name).read_bytes()

    def read_back(self) -> Iterator[tuple[str, bytes]]:
        """Give every file as it lies on the disk now."""
        for name in sorted(walk(self._folder, "")):
            yield name, self.read(name)

    def swap(self) -> None:
        """Put the new site in the place of the old one."""
        for folder, _, files in os.walk(self._folder):
            os.chmod(folder, OPEN)  # noqa: PTH101  # a web server reads it
            for path in (Path(folder, name) for name in files):
                if stat.S_IMODE(path.stat().st_mode) != READABLE:
                    path.chmod(READABLE)
        put_in_place(self._folder, self._target)

    def _old(self, name: str) -> bytes | None:
        try:
            return (self._target / name).read_bytes()
        except OSError:
            return None

    def _put(self, name: str, data: bytes, *, is_public: bool) -> None:
        """A file that is public already keeps its time, and an upload sends what is new."""
        path = self._folder / name
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        if name in self.sums:
            path.unlink(missing_ok=True)
        if not (is_public and self._linked(name)):
            try:
                descriptor = os.open(path, NEW, READABLE)
            except FileExistsError:  # of a second process that did not come to its end
                path.unlink()
                descriptor = os.open(path, NEW, READABLE)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)

    def _linked(self, name: str) -> bool:
        try:
            os.link(self._target / name, self._folder / name, follow_symlinks=False)
        except (OSError, NotImplementedError):  # this disk knows no second name for a file
            return False
        return True


class Held:
    """A site that is never written: for looking at what would be."""

    is_shared = False

    def __init__(self, target: Path) -> None:
        self._target = target
        self.sums: dict[str, str] = {}
        self.kept: set[str] = set()
        self._pages: dict[str, bytes] = {}

    def write(self, pages: Mapping[str, str | bytes]) -> None:
        """Hold pages."""
        for name, text in pages.items():
            self._pages[name] = text.encode() if isinstance(text, str) else text
            self.kept.discard(name)
            self.sums[name] = hashlib.sha256(self._pages[name]).hexdigest()

    def keep(self, sums: Mapping[str, str]) -> bool:
        """Hold pages that are public already with these very bytes: all, or none of them."""
        old = _public(self._target, sums)
        self._pages |= old
        self.sums |= sums if old else {}
        self.kept |= old.keys()
        return bool(old)

    def read(self, name: str) -> bytes:
        """Give a page."""
        return self._pages[name]

    def read_back(self) -> Iterator[tuple[str, bytes]]:
        """Give every page."""
        yield from sorted(self._pages.items())


def _public(folder: Path, sums: Mapping[str, str]) -> dict[str, bytes]:
    """Read these files of a folder; nothing where one of them has another digest."""
    try:
        found = {name: (folder / name).read_bytes() for name in sums}
    except OSError:
        return {}
    return found if all(hashlib.sha256(data).hexdigest() == sums[name] for name, data in found.items()) else {}


def walk(folder: Path, prefix: str) -> list[str]:
    """Name all files in a folder. Raises ``WrongCall`` for what is neither file nor folder."""
    found: list[str] = []
    with os.scandir(folder) as inside:
        for one in inside:
            if one.is_dir(follow_symlinks=False):
                found += walk(Path(one.path), f"{prefix}{one.name}/")
            elif one.is_file(follow_symlinks=False):
                found.append(prefix + one.name)
            else:
                raise WrongCall(
                    "Im Ausgabeordner liegt ein Verweis oder ein Gerät. Ich ändere dort nichts. Räum es weg."
                )
    return found
