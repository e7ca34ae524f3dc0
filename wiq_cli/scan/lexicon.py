"""Private values by the words they are made of. A value has some fifty spellings; they are made when one of its words comes up."""

from __future__ import annotations

import codecs
import string
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDINGS = frozenset(["s", "ens", "ns", "sche", "schen", "scher", "sches", "in", "nin", "un", "e", "a", "den"])
LONGEST_ENDING = 5
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

    def of(self, word: str) -> list[Value]:
        """Give the values that a word can belong to."""
        values = self._values
        found = list(values.get(word, ()))
        for size in range(1, min(LONGEST_ENDING + 1, len(word))):
            if word[-size:] in ENDINGS and word[:-size] in values:
                found += values[word[:-size]]
        for disguised in (word[::-1], word.translate(ROT13)):
            if disguised in values:
                found += values[disguised]
        if SHORTEST_GLUED <= len(word) <= LONGEST_GLUED:
            for cut in range(1, len(word)):
                if word[:cut] in values and word[cut:] in values:
                    behind = set(values[word[cut:]])
                    found += [one for one in values[word[:cut]] if one in behind]
        return found

    def values(self) -> Iterable[Value]:
        """Give all values, in a fixed order."""
        return dict.fromkeys(value for values in self._values.values() for value in values)
