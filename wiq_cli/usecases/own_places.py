"""Where in a network's own templates something stands that was found on the pages drawn by them, as far as it stands there as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.usecases.own_pages import NO_POLICY, odd_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiq_cli.usecases.links import Broken
    from wiq_cli.usecases.own_pages import Odd

TEMPLATE, NEWLINE = ".j2", "\n"
PART = re.compile(r"{%-?\s*extends\b")  # what stands around it comes from elsewhere
UPWARDS = re.compile(r"(?:\.{1,2}/)*")  # a template writes „{{ wurzel }}“


class Fault(NamedTuple):
    """What is wrong with some pages: a line of a template or the first page, a sentence, and how many pages."""

    place: str
    words: str
    pages: tuple[str, ...]


class Places:
    """Knows the network's own templates, by name."""

    def __init__(self, texts: Mapping[str, str], base: str | None = None) -> None:
        self._texts = dict(sorted(texts.items()))
        self._exact: dict[tuple[str, str], str] = {}
        self._alike: dict[tuple[str, str], str] = {}
        pages = {name.removesuffix(TEMPLATE): text for name, text in self._texts.items()}
        for one in odd_pages(pages, base):
            name = one.page if one.page in self._texts else one.page + TEMPLATE
            if one.words != NO_POLICY or not PART.search(self._texts[name]):
                place = f"vorlagen/{name}:{one.line or 1}"
                self._exact.setdefault((one.shown, one.words), place)
                self._alike.setdefault((_kind(one), one.words), place)

    def odd(self, one: Odd) -> str | None:
        """Find what no page may do: as it stands there, or the same attribute, which may be filled in."""
        return self._exact.get((one.shown, one.words)) or self._alike.get((_kind(one), one.words))

    def link(self, one: Broken) -> str | None:
        """Find a link, from the first folder on that it names."""
        target = UPWARDS.sub("", one.target, count=1)
        written = re.compile(rf"""(?<=["'=/}}\s]){re.escape(target)}(?=["'\s>])""")
        for name, text in self._texts.items():
            if target and (match := written.search(text)):
                return f"vorlagen/{name}:{text.count(NEWLINE, 0, match.start()) + 1}"
        return None


def faults(found: Iterable[tuple[str | None, str, str]]) -> list[Fault]:
    """Put together what is the same. Each was found at a place in a template, if that is known, on a page, with a sentence."""
    together: dict[tuple[str | None, str], list[str]] = {}
    for place, page, words in found:
        together.setdefault((place, words), []).append(page)
    return [Fault(place or pages[0], words, tuple(pages)) for (place, words), pages in together.items()]


def _kind(one: Odd) -> str:
    return one.shown.partition("=")[0]
