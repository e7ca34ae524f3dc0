"""The comments of a file: what the reader steps over, and what may still say something about somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.source import Node, Source

START = re.compile(r"(?<![^\s])#")
LINE_END = re.compile(r"\r?\n|\Z")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment with its place in the text as it was read."""

    line: int
    start: int
    text: str
    is_alone: bool  # nothing else stands in its line


def comments(source: Source) -> Iterator[Comment]:
    """Give every comment, leaving out what only looks like one inside a text."""
    spans = sorted(_spans(source.root, source.text)) if source.root else []
    text, behind, here = source.text, 0, 0
    for match in START.finditer(text):
        start = match.start()
        while here < len(spans) and spans[here][1] <= start:
            here += 1
        if start < behind or (here < len(spans) and spans[here][0] <= start):
            continue
        ending = LINE_END.search(text, start)
        behind = ending.start() if ending else len(text)
        line_start = text.rfind("\n", 0, start) + 1
        is_alone = not text[line_start:start].strip()
        yield Comment(text.count("\n", 0, start) + 1, start, text[start:behind], is_alone)


def without(source: Source, unwanted: Iterable[Comment]) -> str:
    """Give the text without these comments; a line that held nothing else goes with its comment."""
    text = source.text
    for one in sorted(unwanted, key=lambda one: one.start, reverse=True):
        line_start = text.rfind("\n", 0, one.start) + 1
        before, end = text[line_start : one.start], one.start + len(one.text)
        if before.strip():
            text = text[: line_start + len(before.rstrip())] + text[end:]
        else:
            after = text.find("\n", end)
            text = text[:line_start] + (text[after + 1 :] if after >= 0 else "")
    return text


def _spans(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """Give where the texts and keys of a file stand."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.key_start is not None and one.key_end is not None:
            yield one.key_start.index, one.key_end.index
        if one.children is None:
            start = one.start.index
            if one.style in {"|", ">"}:  # behind the sign of a block a comment may follow
                start = max(start, text.find("\n", start))
            yield start, one.end.index
        else:
            waiting += one.children.values() if isinstance(one.children, dict) else one.children
