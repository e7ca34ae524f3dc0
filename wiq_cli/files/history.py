"""What git still holds: every commit with its files, and the contents of old versions. Reads only, asks nobody else."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.domain.verlauf import Commit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LARGEST = 1024 * 1024
AT_ONCE = 64
LOG = ("log", "--all", "--topo-order", "--reverse", "--no-color", "--no-show-signature", "--encoding=UTF-8")
RAW = ("--raw", "--no-abbrev", "--no-renames", "--diff-merges=first-parent", "--format=%x00%H")
ABOUT = ("-z", "--no-patch", "--format=%H%n%P%n%aI%n%an%n%ae%n%cn%n%ce%n%B")
FIELDS = 7
FILE_MODES = ("100", "120")  # regular files and links; no folders of other repositories


@dataclass(frozen=True, slots=True)
class History:
    """Every commit that a branch, a tag or a stash still reaches, parents first."""

    commits: tuple[Commit, ...]
    tags: tuple[str, ...]  # the messages of tags, with who made them
    is_shallow: bool


def history(root: Path) -> History | None:
    """Read the history of the repository a folder lies in; None where there is none."""
    about, changes = _git(root, *LOG, *ABOUT), _git(root, "-c", "log.showRoot=true", *LOG, *RAW)
    if about is None or changes is None:
        return None
    files = dict(_changes(changes))
    commits = (_commit(one.lstrip("\n"), files) for one in about.split("\0") if one.strip())
    tags = _git(root, "for-each-ref", "--format=%(refname:short) %(taggername) %(taggeremail) %(contents)", "refs/tags")
    shallow = _git(root, "rev-parse", "--is-shallow-repository") or ""
    return History(tuple(commits), tuple(filter(None, (tags or "").split("\n"))), shallow.strip() == "true")


def contents(root: Path, blobs: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Give the text of old versions; None for what is no text or too large."""
    names = list(blobs)
    for first in range(0, len(names), AT_ONCE):
        some = names[first : first + AT_ONCE]
        sizes = _sizes(root, some)
        small = [name for name in some if sizes.get(name, LARGEST + 1) <= LARGEST]
        yield from ((name, None) for name in some if name not in small)
        yield from _batch(_run(root, "cat-file", "--batch", given="\n".join(small).encode() + b"\n") if small else b"")


def raw_log(root: Path, state: str, *places: str) -> Iterator[tuple[str, str | None]]:
    """Give each file below ``root`` that a commit up to ``state`` changed, with its contents then; nothing without git."""
    everything = ("log", state, "--no-color", "--no-show-signature", "--raw", "--no-abbrev", "--no-renames", "-m")
    answer = _git(root, "-c", "log.showRoot=true", *everything, "--format=", "--relative", "--", *places)
    return (_change(line) for line in (answer or "").split("\n") if line.startswith(":"))


def committed(root: Path, file: str) -> str | None:
    """Give a file as the last commit holds it; None where it does not."""
    data = _run(root, "show", f"HEAD:./{file}")
    return None if data is None else data.decode("utf-8", "replace")


def toplevel(folder: Path) -> str | None:
    """Give the folder of the repository that a folder lies in."""
    answer = _git(folder, "rev-parse", "--show-toplevel")
    return answer.strip() if answer else None


def prefix(root: Path) -> str:
    """Give where a folder lies inside its repository: empty, or a path with a slash at its end."""
    return (_git(root, "rev-parse", "--show-prefix") or "").strip()


def _commit(text: str, files: dict[str, tuple[tuple[str, str | None], ...]]) -> Commit:
    fields = text.split("\n", FIELDS)
    sha, parents, day, author, author_email, committer, committer_email = fields[:FIELDS]
    return Commit(
        sha=sha,
        parents=tuple(parents.split()),
        day=day[:10],
        people=tuple(dict.fromkeys((f"{author} <{author_email}>", f"{committer} <{committer_email}>"))),
        message=fields[FIELDS] if len(fields) > FIELDS else "",
        changes=files.get(sha, ()),
    )


def _changes(text: str) -> Iterator[tuple[str, tuple[tuple[str, str | None], ...]]]:
    for one in text.split("\0")[1:]:
        sha, *lines = one.split("\n")
        yield sha, tuple(_change(line) for line in lines if line.startswith(":"))


def _change(line: str) -> tuple[str, str | None]:
    """Read ``:100644 100644 old new M<TAB>path``: which file, and its new contents."""
    about, _, path = line.partition("\t")
    _, mode, _, new, _ = about.split(" ")
    return path, new if mode.startswith(FILE_MODES) else None


def _sizes(root: Path, names: list[str]) -> dict[str, int]:
    answer = _run(root, "cat-file", "--batch-check", given="\n".join(names).encode() + b"\n") or b""
    rows = (line.split(" ") for line in answer.decode("utf-8", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[2].isdigit()}  # noqa: PLR2004  # name, type, size


def _batch(data: bytes | None) -> Iterator[tuple[str, str | None]]:
    position, data = 0, data or b""
    while position < len(data):
        line_end = data.index(b"\n", position)
        name, _, size = data[position:line_end].decode().split(" ")
        position = line_end + 1 + int(size) + 1
        body = data[line_end + 1 : position - 1]
        yield name, None if b"\0" in body else body.decode("utf-8", "replace")


def _git(folder: Path, *words: str) -> str | None:
    answer = _run(folder, "-c", "core.quotePath=false", *words)
    return None if answer is None else answer.decode("utf-8", "replace")


def _run(folder: Path, *words: str, given: bytes = b"") -> bytes | None:
    """Run git without a shell; None where it is missing or refuses. A hook's own settings do not count, nothing is fetched."""
    program = shutil.which("git")
    if program is None:
        return None
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
    answer = subprocess.run(  # noqa: S603  # no shell; only our own words
        [program, "--no-pager", "-C", str(folder), *words],
        input=given,
        capture_output=True,
        check=False,
        env=environment,
    )
    return answer.stdout if answer.returncode == 0 else None
