"""Keys in the order of the models. Entries move as whole lines with the comments that belong to them.

Comment lines directly above an entry belong to it, deeper ones below it to the entry before. What stands at the top of
a file stays there, and so does what follows a block's last entry. A comment to wiq holds for what stands below it, so
it never moves to where it would hold for more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.model_paths import below
from wiq_cli.domain.regeln import Zaehlregel
from wiq_cli.files.edit import content_end
from wiq_cli.files.format_shape import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.source import Node, Source
    from wiq_cli.files.format_values import Edit

REMARK = re.compile(r"#\s*wiq:")
DASH = re.compile(r" *- +")
SOURCE = "quelle"  # where a rule comes from is said last


def ranked(keys: list[str], model: type[Modell]) -> list[str]:
    """Give the keys in the model's order; one that the model does not know stays behind the one before it."""
    fields = fields_of(model)
    ranks, last = [], -1
    for key in keys:
        last = fields.index(key) if key in fields else last
        ranks.append(last)
    return [keys[number] for number in sorted(range(len(keys)), key=lambda number: ranks[number])]


def fields_of(model: type[Modell]) -> list[str]:
    """Give the fields as people write them: how a procedure is counted stands behind its name."""
    fields = list(model.model_fields)
    if not issubclass(model, Zaehlregel) or model is Zaehlregel:
        return fields
    own = [one for one in fields if one not in Zaehlregel.model_fields]
    return [one for one in own if one != SOURCE] + list(Zaehlregel.model_fields) + [one for one in own if one == SOURCE]


def _new_order(place: Place) -> list[int] | None:
    """Give the numbers of the entries in their new order, None where nothing moves."""
    children = place.node.children
    if not isinstance(children, dict) or place.model is None:
        return None
    keys = list(children)
    wanted = ranked(keys, place.model)
    return None if wanted == keys else [keys.index(key) for key in wanted]


# -- inside brackets --------------------------------------------------------------------------------------------------
def in_brackets(source: Source, found: list[Place]) -> Iterator[Edit]:
    """Order the mappings in brackets."""
    end = -1
    for place in found:
        if place.node.flow and place.node.start.index > end:
            end = place.node.end.index
            if (new := _ordered(source.text, place)) != source.text[place.node.start.index : end]:
                yield place.node.start.index, end, new


def _ordered(text: str, place: Place) -> str:
    """Give the text of a value in brackets with everything inside it in order."""
    node, children = place.node, place.node.children
    if not children:
        return text[node.start.index : node.end.index]
    named = isinstance(children, dict)
    inner: list[tuple[Any, Node]] = list(children.items() if isinstance(children, dict) else enumerate(children))
    pieces, gaps, here = [], [], node.start.index
    for key, child in inner:
        start = child.key_start.index if named and child.key_start else child.start.index
        gaps.append(text[here:start])
        below_it = Place(child, place.value[key], below(place.kind, key), in_list=not named)
        pieces.append(text[start : child.start.index] + _ordered(text, below_it))
        here = child.end.index
    gaps.append(text[here : node.end.index])
    empty = any(child.start.index == child.end.index for _, child in inner)
    order = _new_order(place)
    if order and not empty and "#" not in "".join(gaps):
        pieces = [pieces[number] for number in order]
    return "".join(gap + piece for gap, piece in zip(gaps, [*pieces, ""], strict=True))


# -- line by line -----------------------------------------------------------------------------------------------------
def by_lines(source: Source, found: list[Place]) -> str:
    """Order the mappings that stand line by line. Inner ones first: they keep their number of lines."""
    lines = source.text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for place in reversed(found):
        order = None if place.node.flow else _new_order(place)
        if order:
            _Block(source, lines, starts, place).arrange(order)
    return "\n".join(lines)


class _Block:
    """The lines of one mapping, cut into its entries."""

    def __init__(self, source: Source, lines: list[str], starts: list[int], place: Place) -> None:
        self.lines = lines
        self.in_list = place.in_list
        self.top = place.node is source.root
        nodes: list[Any] = list(place.node.children.values())  # type: ignore[union-attr]  # a mapping
        self.column: int = nodes[0].key_start.column
        self.keys: list[int] = [one.key_start.line for one in nodes]
        self.straight = all(one.key_start.column == self.column for one in nodes)
        ends = [bisect_right(starts, max(one.start.index, content_end(source.text, one) - 1)) for one in nodes]
        limits = [*self.keys[1:], len(lines)]
        self.ends = [min(max(end, key + 1), limit) for end, key, limit in zip(ends, self.keys, limits, strict=True)]
        self.prefix = lines[self.keys[0]][: self.column]
        self.before = source.text.split("\n")  # inner mappings may have moved their lines already
        self.ends[-1] += _deeper(_asides(self.before, self.ends[-1]), self.column)

    def arrange(self, order: list[int]) -> None:
        """Put the entries into their new order, unless that would change what a comment to wiq holds for."""
        heads = [self._head()] + [
            end + _belonging_above(self.before[end:key], self.column)
            for end, key in zip(self.ends, self.keys[1:], strict=False)
        ]
        leads = [_pulled(self.lines[head:key], self.column) for head, key in zip(heads, self.keys, strict=True)]
        bodies = [self.lines[key:end] for key, end in zip(self.keys, [*heads[1:], self.ends[-1]], strict=True)]
        first, stop = order[0], self.ends[-1]
        if not self._can_move(leads, heads[0], first):
            return
        if first:
            gap = next((number for number, line in enumerate(leads[first]) if line.strip()), len(leads[first]))
            leads[0], leads[first] = leads[first][:gap] + leads[0], leads[first][gap:]
            bodies[0][0] = " " * self.column + bodies[0][0][self.column :]
            bodies[first][0] = self.prefix + bodies[first][0][self.column :]
            if self.prefix.strip():
                leads[first] = _pulled(leads[first], self.prefix.index("-"))
        self.lines[heads[0] : stop] = [line for number in order for line in (*leads[number], *bodies[number])]

    def _can_move(self, leads: list[list[str]], head: int, first: int) -> bool:
        if not self.straight or any(self.lines[key][: self.column].strip() for key in self.keys[1:]):
            return False
        if self.prefix.strip() and not DASH.fullmatch(self.prefix):
            return False
        if self.in_list:  # what stands at an entry's first line holds for the whole entry
            above = next((n for n in range(head, 0, -1) if not _is_aside(self.lines[n - 1])), 0)
            return not any(REMARK.search(line) for line in self.lines[above : self.ends[-1]])
        return not (self.top and first and any(REMARK.search(line) for line in leads[first]))

    def _head(self) -> int:
        """Give the line where the first entry begins, with the comments that belong to it alone."""
        key = self.keys[0]
        if self.prefix.strip():
            return key
        head = key
        while head and self.lines[head - 1].lstrip().startswith("#"):
            head -= 1
        above = self.lines[:key] if self.top else []
        stays = self.top and (head == 0 or any(REMARK.search(line) for line in above))
        return key if stays else head


def _pulled(comments: list[str], column: int) -> list[str]:
    """Bring comments that stand too far to the right above their entry; below a text they would become part of it."""
    return [line if len(line) - len(line.lstrip()) <= column else " " * column + line.lstrip() for line in comments]


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _asides(lines: list[str], start: int) -> list[str]:
    """Give the comments and blank lines that follow."""
    stop = next((number for number in range(start, len(lines)) if not _is_aside(lines[number])), len(lines))
    return lines[start:stop]


def _deeper(between: list[str], column: int) -> int:
    """Give how many lines below an entry belong to it because a comment stands further to the right."""
    remark = next((number for number, line in enumerate(between) if REMARK.search(line)), len(between))
    deeper = [
        number + 1 for number, line in enumerate(between) if line.strip() and len(line) - len(line.lstrip()) > column
    ]
    return min(deeper[-1] if deeper else 0, remark)


def _belonging_above(between: list[str], column: int) -> int:
    """Part the comments between two entries: give how many lines belong to the upper one."""
    above = _deeper(between, column)
    remark = next((number for number, line in enumerate(between) if REMARK.search(line)), len(between))
    blank = next((number for number in range(above, len(between)) if not between[number].strip()), above)
    return min(blank, remark)
