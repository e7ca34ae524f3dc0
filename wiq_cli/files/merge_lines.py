"""Merging line by line, as git does it without us: for files that nobody can read as entries."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from wiq_cli.files.merge_text import LABELS

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "vorher"
GAVE_UP = 128  # from here on git says that it could not merge at all


def merge_lines(base: Path, ours: Path, theirs: Path, size: int) -> tuple[bytes, int] | None:
    """Give the merged lines and the number of conflicts; None where git can do nothing, as with what is no text.

    git hands the lines over as they are. Writing them is not left to it: on a full disk it would cut the file short.
    """
    program = shutil.which("git")
    if program is None:
        return None
    labels = [word for label in (LABELS[0], BEFORE, LABELS[1]) for word in ("-L", label)]
    files = [str(one.absolute()) for one in (ours, base, theirs)]
    answer = subprocess.run(  # noqa: S603  # no shell, fixed words
        [program, "merge-file", "-p", f"--marker-size={size}", *labels, "--", *files],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return (answer.stdout, answer.returncode) if 0 <= answer.returncode < GAVE_UP else None
