"""Ask git whether a folder stays out of the repository that holds the team files, and whether git can be asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def can_ask() -> bool:
    """Whether git is there at all."""
    return shutil.which("git") is not None


def silence(root: Path) -> str:
    """Say why git tells nothing of the repository a folder lies in, where it did not; empty where it lies in none."""
    if _work_tree(root.absolute()) is None:
        return ""
    return "git gibt hier keine Auskunft. Warum, sagt: git status." if can_ask() else "git fehlt hier."


def would_be_committed(root: Path, target: Path) -> bool:
    """Whether ``target`` lies in the work tree of the network's repository and is not ignored there.

    Where git cannot answer although there is a repository, the answer is yes: nobody knows better. Without git that
    goes for every repository, since the network's own may be part of it.
    """
    if not can_ask():
        return _work_tree(target) is not None
    top = _work_tree(root)
    if top is None or not target.is_relative_to(top):
        return False
    return not is_ignored(top, target / "index.html")


def is_ignored(top: Path, path: Path) -> bool:
    """Whether git passes over a file in the work tree ``top``; where it cannot say, it does not."""
    git = shutil.which("git") or "git"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}  # a hook sets its own
    command = [git, "-C", str(top), "-c", "core.fsmonitor=false", "check-ignore", "-q", "--", str(path)]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0  # noqa: S603  # no shell; only our own words and a path


def _work_tree(root: Path) -> Path | None:
    return next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), None)
