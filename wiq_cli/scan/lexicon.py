"""Private values by the words they are made of. A value has some fifty spellings; they are made when one of its words comes up."""

from __future__ import annotations

import codecs
import string
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDINGS = {
    "s": ("s", "ens", "ns", "sches", "isches"),
    "e": ("e", "sche", "ische"),
    "n": ("in", "nin", "un", "den", "schen", "ischen"),
    "r": ("scher", "ischer", "ianer"),
    "h": ("isch",),
    "a": ("a",),
    "i": ("owi",),
    "m": ("m", "em"),
    "o": ("ego",),
    "u": ("emu",),
}
"""What inflects a name, by the last letter."""
ROT13 = str.maketrans(string.ascii_lowercase, codecs.encode(string.ascii_lowercase, "rot13"))
SHORTEST_GLUED, LONGEST_GLUED = 7, 80  # letters of a full name without its blank


class Value(NamedTuple):
    """One private value as it stands in a file. ``team``: on whose pages its parts count; None: on all."""

    kind: Literal["name", "role", "handle", "email", "link", "location"]
    text: str
    team: str | None = None
    whole: bool = False  # as a whole it counts on all pages


class Lexicon:
    """Says which values a word can belong to: inflected, backwards, in ROT13, or as first name and surname in one."""

    def __init__(self) -> None:
        self._values: dict[str, list[Value]] = {}

    def __len__(self) -> int:
        return len({value for values in self._values.values() for value in values})

    def add(self, stems: Iterable[str], value: Value) -> None:
        """Remember a value. Every spelling of it holds one of the stems, in a form that ``of`` traces back to it."""
        for stem in stems:
            values = self._values.setdefault(stem, [])
            if value not in values[-1:]:
                values.append(value)

    def known(self, words: list[str]) -> set[str]:
        """Give those of the words that can belong to a value."""
        values = self._values
        text = "\n".join(words)
        backwards, rotated = text[::-1].split("\n")[::-1], text.translate(ROT13).split("\n")
        return {
            word
            for word, back, other in zip(words, backwards, rotated, strict=True)
            if word in values
            or back in values
            or other in values
            or (word[-1:] in ENDINGS and self._inflected(word))
            or (SHORTEST_GLUED <= len(word) <= LONGEST_GLUED and self._glued(word))
        }

    def _inflected(self, word: str) -> list[Value]:
        values = self._values
        found: list[Value] = []
        for ending in ENDINGS.get(word[-1:], ()):
            if word.endswith(ending) and (stem := word[: -len(ending)]) in values:
                found += values[stem]
        return found

    def _glued(self, word: str) -> list[Value]:
        """Give the values of which a word holds two parts."""
        values = self._values
        found: list[Value] = []
        for cut in [cut for cut in range(1, len(word)) if word[:cut] in values]:
            if word[cut:] in values:
                behind = set(values[word[cut:]])
                found += [one for one in values[word[:cut]] if one in behind]
        return found

    def of(self, word: str) -> list[Value]:
        """Give the values that a word can belong to."""
        values = self._values
        found = [*values.get(word, ()), *self._inflected(word)]
        for disguised in (word[::-1], word.translate(ROT13)):
            if disguised in values:
                found += values[disguised]
        if SHORTEST_GLUED <= len(word) <= LONGEST_GLUED:
            found += self._glued(word)
        return found

    def values(self) -> Iterable[Value]:
        """Give all values, in a fixed order."""
        return dict.fromkeys(value for values in self._values.values() for value in values)
