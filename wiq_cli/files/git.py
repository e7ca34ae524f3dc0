"""What wiq asks git, always without a shell and never over the network. No git is no fault."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str] | None:
    """Run git in a folder; None where there is no git."""
    program = shutil.which("git")
    if program is None:
        return None
    return subprocess.run(  # noqa: S603  # no shell, fixed words
        [program, "-C", str(folder), *words],
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",  # a file may have any name
        check=False,
        stdin=subprocess.DEVNULL,
    )


def in_work_tree(folder: Path) -> bool:
    """Whether a folder lies in a git work tree."""
    answer = git(folder, "rev-parse", "--is-inside-work-tree")
    return answer is not None and answer.returncode == 0 and answer.stdout.strip() == "true"


def changed_since(folder: Path, base: str) -> set[str] | None:
    """Give the files below a folder that differ from a state in git, new, renamed and deleted ones included.

    None where git cannot say.
    """
    changed = git(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--")
    new = git(folder, "ls-files", "--others", "--exclude-standard", "-z")
    if changed is None or new is None or changed.returncode or new.returncode or base.startswith("-"):
        return None
    return {name for answer in (changed, new) for name in answer.stdout.split("\0") if name}


def is_shallow(folder: Path) -> bool:
    """Whether a repository was fetched without its whole history."""
    answer = git(folder, "rev-parse", "--is-shallow-repository")
    return answer is not None and answer.returncode == 0 and answer.stdout.strip() == "true"


def switch_on(folder: Path, key: str, value: str) -> bool:
    """Make a setting of this clone; whether git did it."""
    answer = git(folder, "config", "--local", key, value)
    return answer is not None and answer.returncode == 0


def start_repository(folder: Path) -> bool:
    """Make a folder a git repository unless it is part of one; whether one was made."""
    if in_work_tree(folder):
        return False
    answer = git(folder, "init", "--quiet")
    return answer is not None and answer.returncode == 0
