"""Merging line by line, as git does it without us: for files that nobody can read as entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.files.git import git
from wiq_cli.files.merge_text import LABELS

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "vorher"
GAVE_UP = 128  # from here on git says that it could not merge at all


def merge_lines(base: Path, ours: Path, theirs: Path, size: int) -> int:
    """Merge into ``ours``; give the number of conflicts.

    Where git can do nothing, as with what is no text, ``ours`` stays as it is and counts as a conflict: git keeps the
    other version in its index.
    """
    labels = [word for label in (LABELS[0], BEFORE, LABELS[1]) for word in ("-L", label)]
    files = [str(one.absolute()) for one in (ours, base, theirs)]
    answer = git(ours.absolute().parent, "merge-file", f"--marker-size={size}", *labels, "--", *files)
    if answer is None or not 0 <= answer.returncode < GAVE_UP:
        return 1
    return answer.returncode
