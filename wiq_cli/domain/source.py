"""One text file as the strict reader saw it: its values, all of them text, and the place of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from wiq_cli.domain.finding import WHOLE_FILE, DataPath, Finding, Span
from wiq_cli.domain.pruned import value_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


PLAIN = (None, "")
BLOCK = ("|", ">")
SWALLOWED = re.compile(r":?[ \t]+(#)(?!wiq:)[^\s#!]")


class Mark(Protocol):
    """A point in a text as libyaml counts it: from 0."""

    index: int
    line: int
    column: int


class Node:
    """A value's place. ``children`` is a dict for a mapping, a list for a sequence, None for a scalar."""

    __slots__ = ("children", "end", "flow", "key_end", "key_start", "start", "style")

    def __init__(
        self, start: Mark, end: Mark, children: dict[str, Node] | list[Node] | None, style: str | None
    ) -> None:
        self.start = start
        self.end = end
        self.children = children
        self.style = style  # of a scalar: None or "" (plain), ', ", |, >
        self.flow = False
        self.key_start: Mark | None = None
        self.key_end: Mark | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read.

    ``data`` holds dicts, lists, text and None (nothing behind the colon). ``faults`` are what the reader could step
    over, such as a duplicate key; a file with faults is good for checking only, never for publishing.
    """

    file: str
    text: str
    data: Any
    root: Node | None
    faults: tuple[Finding, ...] = field(default=())
    remarks: tuple[tuple[int, int, str], ...] = field(default=())  # comments to wiq: line, column, text

    def span(self, path: DataPath, *, at_key: bool = False) -> Span:
        """Where ``path`` stands; the nearest parent's key where it does not stand at all."""
        node = self.root
        if node is None:
            return WHOLE_FILE
        for depth, step in enumerate(path):
            child = _child(node, step)
            if child is None and node.children is None and node.start.index != node.end.index and not at_key:
                return self._value_span(node)  # the text stands for a list or a group
            if child is None:
                return _key_span(node) if depth else WHOLE_FILE
            node = child
        if not path:
            return WHOLE_FILE
        if at_key or node.start.index == node.end.index:
            return _key_span(node)
        return self._value_span(node)

    def node(self, path: DataPath) -> Node | None:
        """Give the node at a path; None where nothing stands."""
        node = self.root
        for step in path:
            node = _child(node, step) if node else None
        return node

    def part(self, path: DataPath, start: int, length: int) -> Span:
        """Where a part of a text stands, told by its place in the value. Lines may be folded, so blanks do not count."""
        node = self.node(path)
        value = value_at(self.data, path)
        if node is None or not isinstance(value, str) or node.style == '"':
            return self.span(path)
        here = node.start.index if node.style not in BLOCK else self.text.index("\n", node.start.index)
        before = len("".join(value[:start].split())) + (node.style == "'")
        wanted = before + len("".join(value[start : start + length].split()))
        seen = _filled(self.text, here, node.end.index)[before:wanted]
        return Span(*_position(self.text, seen[0]), *_position(self.text, seen[-1] + 1)) if seen else self.span(path)

    def swallowed(self, path: DataPath) -> Span | None:
        """Where a ``#`` without a blank behind it makes a comment of what may belong to the text at ``path``."""
        node = self.node(path)
        if node is None or node.children is not None or node.style not in PLAIN:
            return None
        behind = self.text[(node.key_end or node.end).index if node.start.index == node.end.index else node.end.index :]
        match = SWALLOWED.match(behind)
        if match is None:
            return None
        index = len(self.text) - len(behind) + match.start(1)
        return Span(*_position(self.text, index), *_position(self.text, index + 1))

    def has_no_colon(self, path: DataPath) -> bool:
        """Whether a key stands alone between commas: ``{text: Neustart, mit Kuchen}``."""
        node = self.node(path)
        return (
            node is not None and node.key_end is not None and self.text[node.key_end.index :].lstrip()[:1] in (",", "}")
        )

    def scalars(self) -> list[tuple[DataPath, str]]:
        """Every text value with its path, in the order of the file."""
        return scalars_of(self.data)

    def leaves(self) -> Iterator[DataPath]:
        """Every place of a text, also of one that is not filled."""
        waiting: list[tuple[DataPath, Node]] = [((), self.root)] if self.root else []
        for path, node in waiting:
            if node.children is None:
                yield path
            else:
                inner = node.children.items() if isinstance(node.children, dict) else enumerate(node.children)
                waiting += [((*path, step), child) for step, child in inner]

    def _value_span(self, node: Node) -> Span:
        last = node
        while last.children:  # the end mark of a block collection lies behind the comments that follow it
            if last.flow:
                break
            last = list(last.children.values())[-1] if isinstance(last.children, dict) else last.children[-1]
        return _span(node.start, last.end)

    def coverage(self) -> Callable[[int, int], tuple[int, int]]:
        """Give a look-up for the place of a comment: the first and the last line of the entry it belongs to.

        Above the first entry it belongs to the whole file.
        """
        text, entries = self.lines(), _entries_by_line(self.root)
        below = list(range(len(text) + 1))  # of each line the next one that is neither empty nor a comment
        for line in range(len(text) - 1, 0, -1):
            if not text[line - 1].strip() or text[line - 1].lstrip().startswith("#"):
                below[line] = below[line + 1]

        def covered(line: int, column: int) -> tuple[int, int]:
            behind = bool(text[line - 1][: column - 1].strip())
            line = line if behind else below[line]
            if self.root is None or (not behind and line <= self.root.start.line + 1):
                return 1, len(text)
            node = entries.get(line)
            return (line, self._value_span(node).end_line) if node else (line, line)

        return covered

    def lines(self) -> list[str]:
        """The text by lines; only LF and CRLF end a line."""
        return self.text.replace("\r\n", "\n").split("\n")


@lru_cache(maxsize=2)  # many parts of the same text may be asked for
def _filled(text: str, start: int, end: int) -> list[int]:
    """Give the places of everything that is no blank."""
    return [index for index in range(start, end) if not text[index].isspace()]


def _entries_by_line(node: Node | None) -> dict[int, Node]:
    """Give the outermost entry that begins in each line."""
    found: dict[int, Node] = {}
    waiting = [node] if node else []
    while waiting:
        children = waiting.pop().children or []
        inner = list(children.values() if isinstance(children, dict) else children)
        for child in inner:
            found.setdefault((child.key_start or child.start).line + 1, child)
        waiting += inner
    return found


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.children, dict):
        return node.children.get(step) if isinstance(step, str) else None
    if isinstance(node.children, list) and isinstance(step, int) and 0 <= step < len(node.children):
        return node.children[step]
    return None


def _key_span(node: Node) -> Span:
    return _span(node.key_start or node.start, node.key_end or node.end)


def _span(start: Mark, end: Mark) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def scalars_of(data: Any, path: DataPath = ()) -> list[tuple[DataPath, str]]:
    """Give every text in plain nested data with its path."""
    if isinstance(data, str):
        return [(path, data)]
    found: list[tuple[DataPath, str]] = []
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if isinstance(value, str):
            found.append(((*path, step), value))
        elif value:
            found += scalars_of(value, (*path, step))
    return found
