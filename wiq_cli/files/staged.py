"""What the next commit would hold, asked from git: the content that is staged, not the one on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = ("wiq.yaml", "regeln.yaml", "freigaben.yaml", "teams", "beschluesse")
NOT_ON_DISK = ("C", "R")  # git's letters for files that differ from what is staged, or are gone from the disk


class Staged(NamedTuple):
    """File names below the network's folder."""

    names: frozenset[str]  # what the commit adds, changes or deletes
    contents: dict[str, bytes]  # where the disk holds something else
    absent: frozenset[str]  # on disk, but in no commit yet


def staged_names(folder: Path) -> frozenset[str] | None:
    """Give what the next commit adds, changes or deletes below a folder; None where git cannot say."""
    names = _run(folder, "diff", "--cached", "--name-only", "--relative", "--no-renames", "-z")
    return None if names is None else frozenset(_entries(names))


def networks(folder: Path) -> list[Path]:
    """Give the folders of all networks in the repository around a folder."""
    top = _run(folder, "rev-parse", "--show-toplevel")
    found = _run(folder, "ls-files", "--full-name", "-z", "--", ":(top,glob)**/wiq.yaml")
    if top is None or found is None:
        return []
    return [Path(os.fsdecode(top).rstrip("\n"), name).parent for name in _entries(found)]


def staged(folder: Path) -> Staged | None:
    """Look at the index of git, also at the temporary one of a running commit; None where git cannot say."""
    names = staged_names(folder)
    different = _run(folder, "ls-files", "-t", "--others", "--modified", "--deleted", "-z", "--", *PLACES)
    if names is None or different is None:
        return None
    by_letter: dict[str, set[str]] = {}
    for entry in _entries(different):
        by_letter.setdefault(entry[0], set()).add(entry[2:])
    wanted = set().union(*(by_letter.get(letter, set()) for letter in NOT_ON_DISK))
    contents = _contents(folder, wanted) if wanted else {}
    return None if contents is None else Staged(names, contents, frozenset(by_letter.get("?", ())))


def _contents(folder: Path, wanted: set[str]) -> dict[str, bytes] | None:
    listing = _run(folder, "ls-files", "--stage", "-z", "--", *PLACES)
    rows = [entry.partition("\t") for entry in _entries(listing or b"")]
    blobs = {name: about.split(" ")[1] for about, _, name in rows if name in wanted}
    data = _run(folder, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in blobs.values()).encode())
    return None if listing is None or data is None else dict(zip(blobs, _objects(data), strict=True))


def _objects(data: bytes) -> Iterator[bytes]:
    """Part the answer of ``cat-file --batch``: a line that ends with the size, as many bytes, a line end."""
    start = 0
    while start < len(data):
        head, _, _ = data[start:].partition(b"\n")
        begin = start + len(head) + 1
        end = begin + int(head.split()[2])
        yield data[begin:end]
        start = end + 1


def _entries(data: bytes) -> list[str]:
    return [os.fsdecode(one) for one in data.split(b"\0") if one]


def _run(folder: Path, *words: str, stdin: bytes = b"") -> bytes | None:
    program = shutil.which("git")
    if program is None:
        return None
    environment = dict(os.environ)
    if index := environment.get("GIT_INDEX_FILE"):  # git names it from the folder where it started the hook
        environment["GIT_INDEX_FILE"] = os.path.abspath(index)  # noqa: PTH100  # no link is to be followed
    done = subprocess.run(  # noqa: S603  # no shell, fixed words
        [program, "-C", str(folder), *words], input=stdin, env=environment, capture_output=True, check=False
    )
    return None if done.returncode else done.stdout
