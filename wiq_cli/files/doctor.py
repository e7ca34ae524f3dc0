"""What a machine and a folder are like, for ``wiq doctor``. Nothing here judges."""

from __future__ import annotations

import codecs
import importlib.util
import locale
import os
import shutil
import stat
import sys
import zoneinfo
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.files.git import git

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN_TO_ALL = ("git://", "http://")  # anyone may read along


def has_libyaml() -> bool:
    """Whether PyYAML was built with its fast reader."""
    return importlib.util.find_spec("yaml._yaml") is not None


def knows_zone(zone: str) -> bool:
    """Whether this machine has the data of a time zone."""
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def speaks_utf8() -> bool:
    """Whether terminal and file names are UTF-8, as far as the environment says."""
    names = (locale.getpreferredencoding(do_setlocale=False), sys.getfilesystemencoding())
    return all(codecs.lookup(name).name == "utf-8" for name in names)


def python_version() -> tuple[int, int, int]:
    return sys.version_info[:3]


def own_program() -> bool:
    """Whether a hook would find ``wiq``."""
    return shutil.which("wiq") is not None


def git_version() -> str | None:
    answer = git(Path.cwd(), "--version")
    return answer.stdout.removeprefix("git version").strip() if answer is not None and answer.returncode == 0 else None


def hooks_in_use(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Give the text of every hook that git would run here."""
    found = {}
    for name in names:
        answer = git(root, "rev-parse", "--git-path", f"hooks/{name}")
        path = root / answer.stdout.strip() if answer is not None and answer.returncode == 0 else None
        if path is not None and path.is_file() and os.access(path, os.X_OK):
            found[name] = text_of(path) or ""
    return found


def remotes(root: Path) -> list[tuple[str, bool]]:
    """Give the names of the places that this repository is pushed to, and whether the address itself is open to all."""
    answer = git(root, "config", "--get-regexp", r"^remote\..*\.url$")
    lines = answer.stdout.splitlines() if answer is not None and answer.returncode == 0 else []
    rows = [line.partition(" ") for line in lines]
    return [
        (key.removeprefix("remote.").removesuffix(".url"), url.startswith(OPEN_TO_ALL) or ".pages." in url)
        for key, _, url in rows
    ]


def readable_by_others(folder: Path) -> bool:
    """Whether other users of this machine can get into a folder and read it."""
    if os.name != "posix":
        return False
    way = [folder, *folder.resolve().parents]
    try:
        return all(path.stat().st_mode & stat.S_IXOTH for path in way) and bool(folder.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def text_of(path: Path) -> str | None:
    """Read a file that may be missing or not be text."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
