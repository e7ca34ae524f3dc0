"""What was read before is not read again: most ways of reading a page, and most pages of a team, repeat the same text.

A text is cut into stretches. One that was read before with the same text around it tells nothing new, as long as what may
be found is no longer than ``AROUND``. Only where something is found beside what was left out must everything be read.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from wiq_cli.scan.markup import SUFFIXES
from wiq_cli.scan.spellings import BETWEEN, STRONG, has_emphasis, is_folded

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST, SEARCHED, AROUND, PIECE = 200, 400, 400, 2000  # letters
CODED = r"[\w+/=-]"  # of what a block of letters that may be encoded is made: never cut inside one
CUT = re.compile(rf".{{{SHORTEST}}}(?:.{{0,{SEARCHED}}}?[dgkt36](?!{CODED})|{CODED}*)|.+", re.DOTALL)
"""Behind a word that ends on one of a few letters: so the same text is soon cut in the same places, wherever it stands."""
ANEW = re.compile(
    rf"(?<!{CODED}){CODED}{{{PIECE},}}|([kgd39](?!{CODED})(?=\W{{1,3}}\w*[aeim27](?!{CODED})))|(27(?!{CODED}))"
)
"""Where cutting begins anew: around a long block; behind a few words and numbers, for texts that repeat themselves soon."""
PIECES = re.compile(rf".{{1,{PIECE}}}")
"""Always of the same length, counted from the beginning of the block: so what was encoded begins anew with each."""
TAG = re.compile("<")
MOST, MOST_TEXTS = 20_000, 100_000
ANYBODY = ""  # no team is called so


class Memory:
    """What was found to hold nothing for one set of values: whole texts, and stretches for one team at a time and for all.

    ``letters``: how many were read so far, in all ways of reading; ``most``: at how many of them somebody stops.
    """

    def __init__(self) -> None:
        self.letters = 0
        self.most = inf
        self._texts: set[int] = set()
        self._known: dict[str | None, dict[int, int]] = {}

    def forget(self) -> None:
        """Let go of everything."""
        self._texts.clear()
        self._known.clear()

    def is_empty(self, text: str, name: str) -> bool:
        """Whether this very text is known to hold nothing for anybody."""
        return hash((name, text)) in self._texts

    def note_empty(self, text: str, name: str) -> None:
        """Remember that a text holds nothing for anybody."""
        if len(self._texts) > MOST_TEXTS:
            self._texts.clear()
        self._texts.add(hash((name, text)))

    def note_read(self, letters: int) -> bool:
        """Count letters that were read. Gives whether there may be more."""
        self.letters += letters
        return self.letters <= self.most

    def of(self, whose: str | None) -> dict[int, int]:
        """Give the stretches that hold nothing for a team, or for anybody, each with how often it was respelt."""
        if whose and whose not in self._known:
            self._known = dict(filter(lambda item: not item[0], self._known.items()))
        return self._known.setdefault(whose, {})


class Seen:
    """What was read of one text, beside what is ``known``."""

    def __init__(self, known: dict[int, int]) -> None:
        self._known = known
        self._now: dict[int, int] = {}

    def fresh(self, text: str, name: str, spelt: int) -> str:
        """Give what is new in a text, and take note of it. ``spelt``: how often it was respelt."""
        if len(text) < SHORTEST or is_folded(text, name):
            return text
        kept: list[str] = []
        last = 0
        for start, end, key in _stretches(text, name):
            if min(self._known.get(key, spelt + 1), self._now.get(key, spelt + 1)) <= spelt:
                continue
            self._now[key] = spelt
            if start > last and kept:
                kept.append(BETWEEN)
            kept.append(text[start:end])
            last = end
        return "".join(kept)

    def keep(self, known: dict[int, int]) -> None:
        """Add what was read to what is known: there was nothing in it."""
        if len(known) > MOST:
            known.clear()
        known.update(self._now)


def _stretches(text: str, name: str) -> Iterator[tuple[int, int, int]]:
    """Cut a text; say of each stretch where it begins and ends, with a number for itself and what stands around it."""
    readings = ((TAG, name.endswith(SUFFIXES)), (STRONG, has_emphasis(name)))  # what other files say otherwise
    read = [signs for signs, is_read in readings if is_read and signs.search(text)]
    for start, end in cuts(text):
        first = max(0, start - AROUND)
        around = text[first : end + AROUND]
        key = hash((around, start - first, end - start, *(signs.pattern for signs in read if signs.search(around))))
        yield start, end, key


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Say where each stretch begins and ends."""
    last = 0
    behind: dict[int | None, int] = {}  # the last mark of each kind: many in a row are none
    for match in ANEW.finditer(text):
        start, end = match.span()
        if match.lastindex is None:
            yield from _spans(CUT, text, last, start)
            yield from _spans(PIECES, text, start, end)
            last = end
        elif start - behind.get(match.lastindex, 0) >= SHORTEST:
            yield from _spans(CUT, text, last, end)
            last = end
        behind[match.lastindex] = end
    yield from _spans(CUT, text, last, len(text))


def _spans(pattern: re.Pattern[str], text: str, first: int, behind: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text, first, behind))
