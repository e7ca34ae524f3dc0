"""What a change would do, as people read it in git. In a pipe or a log, where others may read, lines of the house stay covered."""

from __future__ import annotations

import difflib
import os
import re
import sys

from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.intern import is_intern
from wiq_cli.files.loader import parse

FORMAT = ("schema",)  # on no page, but no secret
HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")


def unified(old: str, new: str, name: str) -> str:
    """Give the unified diff between two versions of a file; empty when they are the same."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lines = list(difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"))
    if seen_by_others():
        lines = _covered(lines, _of_the_house(old, name), _of_the_house(new, name))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ kein Zeilenende am Schluss\n" for line in lines)


def seen_by_others() -> bool:
    """Whether what is said lands in a file or a log instead of a terminal at home."""
    return bool(os.environ.get("CI")) or not (sys.stdout and sys.stdout.isatty())


def _of_the_house(text: str, name: str) -> set[int]:
    """Give the numbers of the lines with comments or with values that stay in the house; all where nobody can tell."""
    numbers = {number for number, line in enumerate(text.splitlines(), start=1) if "#" in line}
    try:
        source = parse(text, name)
    except Unreadable:
        return set(range(1, len(text.splitlines()) + 1))
    for path, _ in source.scalars():
        if is_intern(path) and path != FORMAT:
            span = source.span(path)
            numbers.update(range(span.line, span.end_line + 1))
    return numbers


def _covered(lines: list[str], before: set[int], after: set[int]) -> list[str]:
    shown, old, new = lines[:2], 0, 0
    for line in lines[2:]:
        if match := HUNK.match(line):
            old, new = int(match[1]), int(match[2])
            shown.append(line)
            continue
        sign = line[0]
        private = (sign != "+" and old in before) or (sign != "-" and new in after)
        indent = line[1:][: len(line[1:]) - len(line[1:].lstrip())].rstrip("\n")
        shown.append(f"{sign}{indent}…\n" if private and line.strip() else line)
        old, new = old + (sign != "+"), new + (sign != "-")
    return shown
