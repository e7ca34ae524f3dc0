"""What else lies in the folder of a network: notes, copies, templates. Nobody reads it, but it may name people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.disk import read_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LARGEST = 1024 * 1024


def loose_texts(root: Path, known: Collection[Path], site: Path) -> Iterator[tuple[str, str | None]]:
    """Give every other file below the root with its text; None for what is no text, too large or a link.

    Leaves out hidden folders, the site and folders of other repositories.
    """
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(
            one
            for one in folders
            if not one.startswith(".") and here / one != site and not os.path.lexists(here / one / ".git")
        )
        for name in sorted(files):
            path = here / name
            if path not in known:
                yield path.relative_to(root).as_posix(), text_of(path)


def text_of(path: Path) -> str | None:
    """Read a file that may be anything; None for what is no text."""
    try:
        data = read_bytes(path, path.name, LARGEST)
    except Unreadable:
        return None
    return None if b"\0" in data else data.decode("utf-8", "replace")
