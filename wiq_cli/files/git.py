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
        [program, "-C", str(folder), *words], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def in_work_tree(folder: Path) -> bool:
    """Whether a folder lies in a git work tree."""
    answer = git(folder, "rev-parse", "--is-inside-work-tree")
    return answer is not None and answer.returncode == 0 and answer.stdout.strip() == "true"


def start_repository(folder: Path) -> bool:
    """Make a folder a git repository unless it is part of one; whether one was made."""
    if in_work_tree(folder):
        return False
    answer = git(folder, "init", "--quiet")
    return answer is not None and answer.returncode == 0
