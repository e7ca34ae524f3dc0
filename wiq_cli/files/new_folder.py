"""Several new files at once: all of them, or none and no trace."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import WrongCall, reason
from wiq_cli.files import written
from wiq_cli.files.disk import write_new

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

PRIVATE = 0o750  # other users of this machine do not get in: names and addresses will stand here
EXECUTABLE = 0o111


def write_files(root: Path, files: Mapping[str, str], runnable: Collection[str]) -> None:
    """Write new files below a folder that may be missing; what was made goes again when one of them fails.

    Raises ``WrongCall`` with a sentence about what stood in the way.
    """
    made: list[Path] = []
    try:
        _make_folder(root, made, PRIVATE)
        for name, text in files.items():
            path = root / name
            _make_folder(path.parent, made)
            write_new(path, text)
            made.append(path)
            if name in runnable:
                make_runnable(path)
    except BaseException:  # an interrupted call leaves nothing behind either
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
            written.forget(path)
        raise


def make_runnable(path: Path) -> None:
    """Git runs a hook only where it may be run."""
    path.chmod(path.stat().st_mode | EXECUTABLE)


def _make_folder(folder: Path, made: list[Path], mode: int = 0o777) -> None:
    way = (folder, *folder.parents)
    there = next(one for one in way if one.exists())
    if not there.is_dir():
        raise WrongCall(f"{there.name} ist eine Datei und kein Ordner. Es wurde nichts geändert.")
    for one in reversed(way[: way.index(there)]):
        try:
            one.mkdir(mode=mode if one == folder else 0o777)
        except OSError as error:
            raise WrongCall(
                f"Der Ordner {one.name} lässt sich nicht anlegen: {reason(error)}. Es wurde nichts geändert."
            ) from None
        made.append(one)
