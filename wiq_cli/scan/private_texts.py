"""Sentences that stay in the house: a run of their words on a page is a leak, whoever it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.types import Tokens

RUN = 6  # so many words in a row are nobody's own by chance
LETTERS = 28
COMMON = 3  # what stands in so many files is a form, no confidence


class PrivateTexts:
    """Runs of words by the longest word in each: a page with none of these words needs no closer look."""

    def __init__(self) -> None:
        self._by_anchor: dict[str, list[tuple[int, Tokens]]] = {}
        self._files: dict[Tokens, set[str]] = {}

    def __len__(self) -> int:
        return len(self._files)

    @property
    def anchors(self) -> dict[str, list[tuple[int, Tokens]]]:
        """The words worth a closer look."""
        return self._by_anchor

    def add(self, written: list[str], file: str) -> None:
        """Remember a text of one file, given as its words."""
        for start in range(len(written) - RUN + 1):
            run = tuple(written[start : start + RUN])
            if sum(map(len, run)) < LETTERS:
                continue
            if run not in self._files:
                place = max(range(RUN), key=lambda one: len(run[one]))
                self._by_anchor.setdefault(run[place], []).append((place, run))
            self._files.setdefault(run, set()).add(file)

    def search(self, written: list[str]) -> Iterator[Tokens]:
        """Give the runs that stand in a list of words."""
        if self._by_anchor.keys().isdisjoint(written):
            return
        for number, word in enumerate(written):
            for place, run in self._by_anchor.get(word, ()):
                start = number - place
                if start >= 0 and tuple(written[start : start + RUN]) == run and len(self._files[run]) < COMMON:
                    yield run
