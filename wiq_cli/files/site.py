"""The output folder: built beside its place, read back, put there in one step. It never touches what is not wiq's own."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import NothingToDo, WrongCall, reason
from wiq_cli.files.exchange import put_in_place, recover
from wiq_cli.files.ignored import can_ask, would_be_committed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST = "manifest.json"
READABLE = 0o644
PRIVATE_FOLDERS = ("teams", "beschluesse", "vorlagen", ".git")


class Site:
    """The folder that ``wiq publish`` owns."""

    def __init__(self, target: Path, root: Path) -> None:
        self.target = Path(os.path.abspath(target))  # noqa: PTH100  # keeps links as the user sees them
        self._root = root

    def check_place(self) -> None:
        """Refuse a folder that is a link, holds the network itself, or would be committed beside the team files."""
        target, root = self.target, self._root
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise WrongCall(f"{target.name} ist kein gewöhnlicher Ordner. Nenn mit --out einen anderen.")
        real = target.parent.resolve() / target.name
        if root.resolve().is_relative_to(real) or any(
            real.is_relative_to(root.resolve() / one) for one in PRIVATE_FOLDERS
        ):
            raise WrongCall("In diesem Ordner liegen Dateien des Netzwerks. Nenn mit --out einen anderen.")
        if would_be_committed(root.resolve(), real):
            if not can_ask():
                raise WrongCall(
                    f"Der Ordner {target.name} liegt in einem git-Verzeichnis, aber das Programm git fehlt hier. Ob git den "
                    "Ordner übergeht, weiß ich nicht. Installier git oder nenn mit --out einen Ordner außerhalb."
                )
            raise WrongCall(
                f"Der Ordner {target.name} läge im selben git-Verzeichnis wie die Team-Dateien. "
                f"Schreib „{target.name}/“ in die Datei .gitignore oder nenn mit --out einen anderen Ordner."
            )

    def names(self) -> list[str]:
        """Every file in the folder. Raises ``WrongCall`` where something else than files and folders lies in it."""
        try:
            return sorted(_walk(self.target, ""))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise WrongCall(f"Den Ordner {self.target.name} kann ich nicht lesen: {reason(error)}.") from None

    def read(self, name: str) -> bytes:
        """Read one file of the folder; empty when it is not there."""
        try:
            return (self.target / name).read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise WrongCall(f"Den Ordner {self.target.name} kann ich nicht lesen: {reason(error)}.") from None

    def refuse_foreign(self, known: frozenset[str]) -> None:
        """Raise ``WrongCall`` when the folder holds files that no run of wiq wrote."""
        foreign = [name for name in self.names() if name not in known]
        if foreign:
            raise WrongCall(
                f"Im Ordner {self.target.name} liegen Dateien, die nicht von wiq sind. Ich ändere dort nichts. "
                "Räum sie weg oder nenn mit --out einen anderen Ordner."
            )

    @contextlib.contextmanager
    def build(self) -> Iterator[Build]:
        """Give an empty folder beside the target; it is gone afterwards, whatever happens."""
        parent = self.target.parent
        fresh = self.target.with_name(f".{self.target.name}.wiq-neu")
        try:
            parent.mkdir(parents=True, exist_ok=True)
            with _alone(parent):
                recover(self.target)
                _clear(fresh)
                fresh.mkdir(mode=0o700)  # nobody else looks in before it is checked
                try:
                    yield Build(fresh, self.target)
                finally:
                    _clear(fresh)
        except OSError as error:
            raise WrongCall(
                f"Der Ordner {self.target.name} lässt sich nicht schreiben: {reason(error)}. Es wurde nichts veröffentlicht."
            ) from None


class Build:
    """A site in the making."""

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder = folder
        self._target = target

    def write(self, pages: Mapping[str, str | bytes]) -> None:
        """Write these files, and no others."""
        folders = {(self._folder / name).parent for name in pages}
        for folder in sorted(folders):
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            data = text.encode() if isinstance(text, str) else text
            if self._keep(name, data):
                continue
            descriptor = os.open(
                self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644
            )
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)

    def _keep(self, name: str, data: bytes) -> bool:
        """Take over a file that is public already with these bytes: it keeps its time, and an upload sends what is new."""
        old = self._target / name
        try:
            if old.read_bytes() != data:
                return False
            os.link(old, self._folder / name, follow_symlinks=False)
        except (OSError, NotImplementedError):  # there is none, or this disk knows no second name for a file
            return False
        return True

    def read_back(self) -> Iterator[tuple[str, bytes]]:
        """Give every file as it lies on the disk now."""
        for name in sorted(_walk(self._folder, "")):
            yield name, (self._folder / name).read_bytes()

    def swap(self) -> None:
        """Put the new site in the place of the old one."""
        for folder, _, files in os.walk(self._folder):
            os.chmod(folder, 0o755)  # noqa: S103, PTH101  # a web server reads it
            for path in (Path(folder, name) for name in files):
                if stat.S_IMODE(path.stat().st_mode) != READABLE:
                    path.chmod(READABLE)
        put_in_place(self._folder, self._target)


def _walk(folder: Path, prefix: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as inside:
        for one in inside:
            if one.is_dir(follow_symlinks=False):
                found += _walk(Path(one.path), f"{prefix}{one.name}/")
            elif one.is_file(follow_symlinks=False):
                found.append(prefix + one.name)
            else:
                raise WrongCall(
                    "Im Ausgabeordner liegt ein Verweis oder ein Gerät. Ich ändere dort nichts. Räum es weg."
                )
    return found


def _clear(folder: Path) -> None:
    """Remove what an earlier run left behind; a link is removed, never followed."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


@contextlib.contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Let only one run at a time work in this folder; the lock goes with the process, whatever ends it."""
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
    except ImportError:
        yield
        return
    descriptor = os.open(parent, os.O_RDONLY)
    try:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise NothingToDo(
                    "Ein anderer Lauf von „wiq publish“ arbeitet gerade hier. Warte, bis er fertig ist."
                ) from None
        yield
    finally:
        os.close(descriptor)
