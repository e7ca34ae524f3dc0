"""A file cut into pieces: each entry with its lines, the comments above it, and the entries inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.pruned import value_at
from wiq_cli.files.comments import comments
from wiq_cli.files.edit import content_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.merge import Step
    from wiq_cli.domain.source import Node, Source


@dataclass(slots=True)
class Piece:
    """One entry. ``lines`` holds all of it but the comments above, which are ``lead``."""

    node: Node
    value: Any
    column: int  # of its key or its dash
    start: int  # where its first line begins in the text
    lead: list[str]
    lines: list[str]
    remarks: list[str]  # the comments in its lines
    is_dashed: bool = False
    inner: dict[Step, Piece] | None = None  # its entries, where each has lines of its own
    header: list[str] = field(default_factory=list)  # what stands above the first of them
    tail: list[str] = field(default_factory=list)  # and below the last

    def at(self, column: int) -> list[str]:
        """Give its lines as they stand when it begins in another column."""
        return moved(self.lines, column - self.column)

    def first_inner(self) -> Piece:
        """Give the first of the entries inside."""
        assert self.inner, "a block has entries"  # noqa: S101  # the reader knows no block without one
        return next(iter(self.inner.values()))


def moved(lines: Sequence[str], by: int) -> list[str]:
    """Shift lines to the right, or to the left as far as they can."""
    if by >= 0:
        return [" " * by + line if line.strip() else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip())) :] for line in lines]


def cut(source: Source) -> Piece | None:
    """Cut a whole file; None where it does not stand line by line."""
    return _Cutter(source).top()


def piece_at(top: Piece | None, path: DataPath) -> Piece | None:
    """Give the piece at a path; None where nothing stands in lines of its own."""
    for step in path:
        top = top.inner.get(step) if top is not None and top.inner is not None else None
    return top


class _Cutter:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.removesuffix("\n").split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.remarks: dict[int, list[str]] = {}
        for one in comments(source):
            self.remarks.setdefault(one.line - 1, []).append(one.text.rstrip())

    def top(self) -> Piece | None:
        root = self.source.root
        if root is None or not isinstance(root.children, dict) or root.flow or not root.children:
            return None
        piece = self._piece(root, (), root.start.column, 0, 0, len(self.lines))
        self._open(piece, (), 0, len(self.lines))
        if piece.inner is None:
            return None
        first = piece.first_inner()  # what stands at the top of a file speaks about all of it
        piece.header, first.lead = first.lead, []
        return piece

    def _piece(self, node: Node, path: DataPath, column: int, lead: int, start: int, end: int) -> Piece:
        remarks = [text for number in range(start, end) for text in self.remarks.get(number, ())]
        value = value_at(self.source.data, path)
        return Piece(node, value, column, self.starts[start], self.lines[lead:start], self.lines[start:end], remarks)

    def _open(self, piece: Piece, path: DataPath, begin: int, end: int) -> None:
        """Cut the inside of a block that has the lines from ``begin`` to ``end``; leave it whole where that fails."""
        children = piece.node.children
        inner: list[tuple[Step, Node]] = [
            *(children.items() if isinstance(children, dict) else enumerate(children or []))
        ]
        firsts = self._first_lines(piece.node, [node for _, node in inner], begin, end)
        if firsts is None:
            return
        column = piece.node.start.column
        found: dict[Step, Piece] = {}
        lead = begin
        for number, (step, node) in enumerate(inner):
            start, limit = firsts[number], firsts[number + 1] if number + 1 < len(firsts) else end
            stop = min(max(self._line_of(content_end(self.source.text, node) - 1), start) + 1, limit)
            stop += _deeper(self.lines[stop:limit], column)
            one = self._piece(node, (*path, step), column, lead, start, stop)
            one.is_dashed = isinstance(step, int)
            self._open_entry(one, (*path, step), start, stop)
            found[step] = one
            lead = stop
        piece.inner, piece.header, piece.tail = found, [], self.lines[lead:end]

    def _open_entry(self, one: Piece, path: DataPath, start: int, stop: int) -> None:
        if not one.node.children or one.node.flow:
            return
        if not one.is_dashed:
            self._open(one, path, start + 1, stop)
            one.header = self.lines[start : start + 1]
        elif isinstance(one.node.children, dict) and one.node.start.line == start:
            line = self.lines[start]
            self.lines[start] = f"{line[: one.column]} {line[one.column + 1 :]}"
            self._open(one, path, start, stop)

    def _first_lines(self, block: Node, nodes: Sequence[Node], begin: int, end: int) -> list[int] | None:
        """Give the line where each entry begins; None unless each begins one, all in the same column."""
        column, found, here = block.start.column, [], begin
        for node in nodes:
            if node.key_start is not None and node.key_start.column != column:
                return None
            first = node.key_start.line if node.key_start is not None else self._dash(column, here, end)
            if not here <= first < end or self.lines[first][:column].strip():
                return None
            found.append(first)
            here = max(self._line_of(content_end(self.source.text, node) - 1), first) + 1
        return found

    def _dash(self, column: int, here: int, end: int) -> int:
        """Find the next line with a dash, from the end of the entry before."""
        return next(
            (n for n in range(here, end) if self.lines[n].lstrip()[:1] == "-" == self.lines[n][column : column + 1]),
            end,
        )

    def _line_of(self, index: int) -> int:
        low, high = 0, len(self.starts) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= index else (low, middle)
        return low


def _deeper(between: Sequence[str], column: int) -> int:
    """Give how many lines below an entry belong to it because a comment stands further to the right."""
    deeper = [n + 1 for n, line in enumerate(between) if line.strip() and len(line) - len(line.lstrip()) > column]
    return deeper[-1] if deeper else 0
