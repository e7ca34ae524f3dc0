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
ENOUGH = 150_000  # letters in all ways of reading, for one file: a hundred values in plain words need less


class Finder:
    """Says where in the texts of a file something private stands, until that has been work enough."""

    def __init__(self) -> None:
        self._left = ENOUGH

    def first_place(self, needles: Needles, text: str, team: str | None, hits: Collection[Hit]) -> Span:
        """Give where the first of these hits stands, the longest of those that begin there: from, to."""
        words = [match.span() for match in WORD.finditer(text)]

        def shown(first: int, behind: int) -> set[Hit]:
            before = needles.memory.letters
            part = text[words[first][0] : words[behind - 1][1]]
            found = scan_source(needles, part, team).intersection(hits)
            self._left -= needles.memory.letters - before
            return found

        for first in range(0, len(words), AT_ONCE):
            behind = min(first + AT_ONCE + LONGEST, len(words))
            if self._left > 0 and (found := shown(first, behind)):
                early = self._fewest(lambda number, first=first: bool(shown(first, number)), first + 1, behind)  # type: ignore[misc]
                near = min(early + LONGEST, behind)
                if first_ones := shown(first, near):  # what looks like a hit may be none with the words behind it
                    found, behind = first_ones, near
                needed = (self._smallest(shown, hit, first, behind) for hit in found)
                start, end = min(needed, key=lambda one: (one[0], -one[1]))
                return words[start][0], words[end - 1][1]
        return (0, len(text))

    def _smallest(self, shown: Callable[[int, int], set[Hit]], hit: Hit, first: int, behind: int) -> Span:
        """Give the words from ``first`` to before ``behind`` that a hit needs, as numbers."""
        behind = self._fewest(lambda number: hit in shown(first, number), first + 1, behind)
        needed = self._fewest(lambda count: hit in shown(behind - count, behind), 1, behind - first)
        return behind - needed, behind

    def _fewest(self, is_enough: Callable[[int], bool], low: int, high: int) -> int:
        """Give the smallest number from ``low`` to ``high`` that is enough; the highest is, and is given when there has been work enough."""
        while low < high and self._left > 0:
            middle = (low + high) // 2
            low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
        return high
