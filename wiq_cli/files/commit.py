"""Which state of a network in git a publication was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.files.git import git

if TYPE_CHECKING:
    from pathlib import Path


class Commit(NamedTuple):
    """The last commit that touched the network, and whether its files differ from what is committed."""

    id: str | None = None
    changed: bool = False


def commit_of(root: Path) -> Commit:
    """Ask git; without git, a repository or a commit there is none. Other folders of the repository have no say."""
    last = git(root, "log", "-1", "--format=%H", "--", ".")
    if last is None or last.returncode or not last.stdout.strip():
        return Commit()
    status = git(root, "-c", "core.fsmonitor=false", "status", "--porcelain", "--", ".")
    return Commit(last.stdout.strip(), status is None or bool(status.returncode or status.stdout.strip()))
