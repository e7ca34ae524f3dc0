"""For how long a wish has stood in a team's file, as its versions in git say: at least since a day.

A version counts as long as the words stand below the same key, wherever in the list: putting it in another order makes
no wish younger. Another wording is another wish.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

SUPPORT, QUESTION = "support", "offene_fragen"


class Version(Protocol):
    """A team's file as one commit left it."""

    @property
    def day(self) -> date: ...
    @property
    def blob(self) -> str | None: ...
    @property
    def tidying(self) -> bool: ...


class Past(Protocol):
    """What git knows about the team files."""

    def of(self, kuerzel: str) -> Sequence[Version]: ...
    def texts(self, blobs: Iterable[str]) -> Iterable[tuple[str, str]]: ...


Wanted = tuple[str, str]  # the key, and the words of the wish


def standing_since(wanted: Mapping[str, Collection[Wanted]], past: Past) -> dict[tuple[str, str, str], date]:
    """Give for each team and wish the first day of the versions in a row that hold it. What is not committed has none."""
    blobs = (one.blob for kuerzel, wishes in wanted.items() if wishes for one in past.of(kuerzel) if one.blob)
    contents = dict(past.texts(blobs))
    return {
        (kuerzel, *wish): day
        for kuerzel, wishes in wanted.items()
        for wish in wishes
        if (day := _since(wish, past.of(kuerzel), contents)) is not None
    }


def _since(wish: Wanted, versions: Sequence[Version], contents: Mapping[str, str]) -> date | None:
    days = [one.day for one in _in_a_row(wish, versions, contents)]
    return min(days, default=None)


def _in_a_row(wish: Wanted, versions: Sequence[Version], contents: Mapping[str, str]) -> Iterator[Version]:
    key, words = wish
    plain = _plain(words)
    for one in versions:
        if plain not in _plain(_section(key, contents.get(one.blob or "", ""))):
            return
        yield one


@cache
def _head(key: str) -> re.Pattern[str]:
    return re.compile(rf"^{key}:(.*(?:\n(?:[\s#-].*)?)*)", re.MULTILINE)


def _section(key: str, text: str) -> str:
    """Give what stands below a key of the file."""
    found = _head(key).search(text)
    return found[1] if found else ""


def _plain(text: str) -> str:
    return " ".join(text.replace("''", "'").split()).casefold()
