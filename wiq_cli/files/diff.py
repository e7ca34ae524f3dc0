"""What a change would do, as people read it in git."""

from __future__ import annotations

import difflib


def unified(old: str, new: str, name: str) -> str:
    """Give the unified diff between two versions of a file; empty when they are the same."""
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ kein Zeilenende am Schluss\n" for line in lines)
