"""A finding is data: which rule, how grave, where, what is the matter, what to do. It never carries a private value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

DataPath = tuple[str | int, ...]
"""Known keys and list positions from the top of a file down to a value."""


class Level(StrEnum):
    """How grave a finding is; only errors change the exit code."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Span(NamedTuple):
    """A stretch of a file, counted from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


WHOLE_FILE = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one place."""

    file: str
    span: Span
    rule: str
    level: Level
    path: DataPath
    message: str
    help: str = ""
    also: str = ""  # the other file that has a part in it

    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """Order of every listing: file, line, column, rule; then whatever tells two findings apart."""
        span = self.span
        return (self.file, span.line, span.column, self.rule, self.message, self.help, field_name(self.path))


class Fault(NamedTuple):
    """What a rule yields: a place in the data and two sentences. The engine adds rule, file and line."""

    path: DataPath
    message: str
    help: str = ""
    level: Level | None = None  # None: the level of the rule
    at_key: bool = False  # point at the key instead of the value
    span: Span | None = None  # where it is neither, but for example a comment


def touches(places: frozenset[DataPath], path: DataPath) -> bool:
    """Whether a path leads to one of the places, into it, or past it."""
    return bool(places) and any(path[: len(one)] == one or one[: len(path)] == path for one in places)


def field_name(path: DataPath) -> str:
    """Write a path as people read it: ``ziele.teilziele[2]``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
