"""A git repository for tests, with commits on days that the test chooses."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def git(root: Path, *words: str, day: str = "2026-11-22") -> str:
    """Run git as somebody made up, on a day."""
    person = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ute"), ("EMAIL", "ute@example.org"), ("DATE", f"{day}T12:00:00+00:00"))
    }
    done = subprocess.run(
        ["git", "-C", str(root), *words], env={**os.environ, **person}, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(root: Path, day: str, message: str = "Stand") -> None:
    """Commit everything that lies there."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", message, day=day)
