"""The output folder: built beside its place, read back, put there in one step. It never touches what is not wiq's own."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import NothingToDo, WrongCall, reason
from wiq_cli.files.build import OPEN, READABLE, Build, walk
from wiq_cli.files.exchange import aside_of, recover
from wiq_cli.files.ignored import can_ask, would_be_committed

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = "manifest.json"
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
            return sorted(walk(self.target, ""))
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

    def sum_of_manifest(self) -> str:
        """Give the digest of the list of all files, which has the digest of each."""
        return hashlib.sha256(self.read(MANIFEST)).hexdigest()

    def stands(self, manifest: str) -> bool:
        """Whether all files lie here, and no others, as they were written with this manifest, and nothing is left of a killed run."""
        if self.sum_of_manifest() != manifest or any(map(os.path.lexists, (self._fresh, aside_of(self.target)))):
            return False
        files = {**json.loads(self.read(MANIFEST))["files"], MANIFEST: manifest}
        folders = {self.target / parent for name in files for parent in PurePosixPath(name).parents}
        return (
            set(self.names()) == files.keys()
            and all(_is_as_written(self.target / name, digest) for name, digest in files.items())
            and all(stat.S_IMODE(one.stat().st_mode) == OPEN for one in folders)
        )

    @property
    def _fresh(self) -> Path:
        return self.target.with_name(f".{self.target.name}.wiq-neu")

    @contextlib.contextmanager
    def build(self) -> Iterator[Build]:
        """Give an empty folder beside the target; it is gone afterwards, whatever happens."""
        parent = self.target.parent
        fresh = self._fresh
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


def _is_as_written(path: Path, digest: str) -> bool:
    with path.open("rb") as stream:
        readable = stat.S_IMODE(os.fstat(stream.fileno()).st_mode) == READABLE
        return readable and hashlib.sha256(stream.read()).hexdigest() == digest


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
