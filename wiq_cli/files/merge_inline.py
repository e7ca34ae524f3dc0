"""A merged value whose parts share a line, as in ``themen: [Umwelt, Sport]``, or stand differently on the two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.merge import Parts, Whole, result, same
from wiq_cli.files.emit import dump, inline, unquoted
from wiq_cli.files.merge_pieces import Piece, moved

if TYPE_CHECKING:
    from wiq_cli.domain.merge import Plan, Step
    from wiq_cli.domain.source import Node

DUMPED = 2  # columns before a dash in new text


def in_one(plan: Plan, ours: Piece, theirs: Piece, column: int) -> list[str]:
    """Give the lines of a value whose parts share a line, or stand differently on the two sides."""
    value = result(plan)
    for piece in (ours, theirs):
        if same(piece.value, value):
            return piece.at(column)
    value = unquoted(value)
    if ours.node.flow:
        mine, yours = _Text(ours), _Text(theirs)
        start, end = (mark.index - ours.start for mark in (ours.node.start, ours.node.end))
        new = mine.text[:start] + _flow(plan, mine, ours.node, yours, theirs.node) + mine.text[end:]
        return moved(new.split("\n"), column - ours.column)
    if ours.is_dashed:
        return moved(dump({"x": [value]}).rstrip("\n").split("\n")[1:], column - DUMPED)
    assert ours.node.key_start is not None  # noqa: S101  # what has no dash has a key
    assert ours.node.key_end is not None  # noqa: S101  # as above
    key = "\n".join(ours.lines)[ours.column : ours.column + ours.node.key_end.index - ours.node.key_start.index]
    return moved((key + dump({"x": value}).rstrip("\n")[1:]).split("\n"), column)


class _Text:
    """The lines of a piece, asked for parts that stand in brackets."""

    def __init__(self, piece: Piece) -> None:
        self.text = "\n".join(piece.lines)
        self._start = piece.start

    def raw(self, node: Node) -> str:
        return self.text[node.start.index - self._start : node.end.index - self._start]


def _flow(plan: Plan, mine: _Text, ours: Node | None, yours: _Text, theirs: Node | None) -> str:
    """Write a value into one line, each part as it stands where it comes from."""
    if isinstance(plan, Parts):
        pieces = []
        for one in plan.entries:
            below = _flow(one.plan, mine, _below(ours, one.ours), yours, _below(theirs, one.theirs))
            pieces.append(below if plan.is_list else f"{inline(one.theirs if one.ours is None else one.ours)}: {below}")
        return f"[{', '.join(pieces)}]" if plan.is_list else f"{{{', '.join(pieces)}}}"
    takes_theirs = isinstance(plan, Whole) and plan.side == "theirs"
    node = theirs if takes_theirs else ours
    text = "\n" if node is None else (yours if takes_theirs else mine).raw(node)
    return text if "\n" not in text else inline(unquoted(result(plan)))


def _below(node: Node | None, step: Step | None) -> Node | None:
    """Give what stands in brackets under a key or number; elsewhere a text may be one that brackets would break."""
    if node is None or not node.flow or step is None:
        return None
    children: Any = node.children
    return children[step] if step in (children if isinstance(children, dict) else range(len(children))) else None
