"""Put one folder in the place of another, without a moment in which there is none where the system can do that."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def put_in_place(fresh: Path, target: Path) -> None:
    """Make ``fresh`` the new ``target``; what stood there lies at ``fresh`` afterwards, or is gone. Raises ``OSError``."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        aside = aside_of(target)
        target.rename(aside)
        try:
            fresh.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def recover(target: Path) -> None:
    """Put the old folder back when an earlier run was killed between two steps."""
    aside = aside_of(target)
    if not aside.is_dir() or aside.is_symlink():
        return
    if target.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(target)


def aside_of(target: Path) -> Path:
    """Where the old folder waits on systems that cannot exchange two."""
    return target.with_name(f".{target.name}.wiq-alt")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step. False where the kernel or the file system does not know how."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
