"""Where in a text something private stands: the smallest run of words that shows it, however it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.folding import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Hit, Span

AT_ONCE = 32  # words; a text may hold a thousand values, and is then not gone through for each of them
LONGEST = 16  # words that a value has at most


def first_place(needles: Needles, text: str, team: str | None, hits: Collection[Hit]) -> Span:
    """Give where the first of these hits stands, the longest of those that begin there: from, to."""
    words = [match.span() for match in WORD.finditer(text)]

    def shown(first: int, behind: int) -> set[Hit]:
        part = text[words[first][0] : words[behind - 1][1]]
        return scan_source(needles, part, team).intersection(hits)

    for first in range(0, len(words), AT_ONCE):
        behind = min(first + AT_ONCE + LONGEST, len(words))
        if found := shown(first, behind):
            early = _fewest(lambda number, first=first: bool(shown(first, number)), first + 1, behind)  # type: ignore[misc]
            near = min(early + LONGEST, behind)
            if first_ones := shown(first, near):  # what looks like a hit may be none with the words behind it
                found, behind = first_ones, near
            return min(
                (_smallest(words, shown, hit, first, behind) for hit in found), key=lambda one: (one[0], -one[1])
            )
    return (0, len(text))


def _smallest(words: list[Span], shown: Callable[[int, int], set[Hit]], hit: Hit, first: int, behind: int) -> Span:
    """Give the stretch of the words from ``first`` to before ``behind`` that a hit needs."""
    behind = _fewest(lambda number: hit in shown(first, number), first + 1, behind)
    needed = _fewest(lambda count: hit in shown(behind - count, behind), 1, behind - first)
    return words[behind - needed][0], words[behind - 1][1]


def _fewest(is_enough: Callable[[int], bool], low: int, high: int) -> int:
    """Give the smallest number from ``low`` to ``high`` that is enough; the highest is."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return low
