"""The lines of a text without their tags. A tag that a word could hide in leaves a mark, and so does one that tells something."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import shapes
from wiq_cli.scan.escapes import BACKSLASH
from wiq_cli.scan.look import HIDING, QUIET, TAG
from wiq_cli.scan.markup import HIDDEN, INLINE, TAG_NAME
from wiq_cli.scan.verdicts import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from wiq_cli.scan.figures import Figures
    from wiq_cli.scan.verdicts import Verdicts

MARKDOWN = ".md"
MARKUP = re.compile(r"(<!--(?:(?!-->|<!--)[^\n])*-->|<(?:[a-zA-Z/!]|\?xml )[^<>\n]*>)")
VALUE = re.compile(r"[^\s=<>]+(?=[\s=>])|\"[^\"]*\"|'[^']*'")
STAMP = re.compile(r"T(?<=(?:19|20|21)\d\d-\d\d-\d\dT)(?=\d\d:\d\d:\d\d)")  # a letter to look for first makes it fast
WORDLESS = re.compile(r"</?(?:[abip]|h[1-6])(?=[ >])|(?<= )id=(?=\"[^\"\d]*\d{0,5}\")")
"""Names of tags that are no words, and „id“, which is no number of a meeting before so few digits."""
NO_VALUE = re.compile(r"null(?<=\": null)(?=,?$)", re.MULTILINE)  # of JSON; no number in words
KEY = re.compile(r"\"([a-z]{3,}(?:[A-Z][a-z]{2,}|_[a-z]{3,})+)(?=\": )")
JSON_LD = re.compile(r"\"@(?=(?:context|type|id)\":)")
SCHEMA = re.compile(r"\"https://schema\.org/([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?=\")")
DIGEST = re.compile(r"\"(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{64})\"")
APART = " uhr "  # as a T, a letter would stand beside digits
LONGEST_KEY = 40
MOST, FEW, MORE = 20_000, 8, 4


class Bare(NamedTuple):
    """Lines without their tags. ``telling``: a line, a tag, to whom it tells something; ``open``: where a tag does not end."""

    text: str
    telling: Collection[tuple[int, str, frozenset[str]]]
    open: Collection[int]


class Tags:
    """Every tag is judged once."""

    def __init__(self, verdicts: Verdicts, figures: Figures, public_emails: set[str]) -> None:
        self._verdicts = verdicts
        self._figures = figures
        self._public_emails = public_emails
        self._marks: dict[str, str] = {}
        self._telling: dict[str, frozenset[str]] = {}  # for which teams

    def bare(self, text: str, name: str, found: Collection[str] = ()) -> Bare:
        """Take the tags out of a text; of those that are ``found`` to hold something each leaves a sign."""
        if "\\" in text and name.endswith(MARKDOWN):
            text = BACKSLASH.sub(r"\1", text)
        telling: list[tuple[int, str, frozenset[str]]] = []
        left: set[int] = set()
        if "<" in text:
            pieces = MARKUP.split(text)
            self._judge(set(pieces[1::2]))
            telling = self._placed(pieces)
            marks = {**self._marks, **dict.fromkeys(found, "=")} if found else self._marks
            pieces[1::2] = [marks[tag] for tag in pieces[1::2]]
            text = "".join(pieces)
            if "<" in text:
                left = {number for number, line in enumerate(text.split("\n")) if "<" in line}
        if '": ' in text:
            text = KEY.sub(_in_words, NO_VALUE.sub("", JSON_LD.sub('"', SCHEMA.sub(_in_words, text))))
            text = DIGEST.sub(lambda one: '""' if self._figures.is_digest(one[1]) else one[0], text)
        return Bare(STAMP.sub(APART, self._without_domains(text)), telling, left)

    def _placed(self, pieces: Sequence[str]) -> list[tuple[int, str, frozenset[str]]]:
        """Give the tags that tell something, with the numbers of their lines. ``pieces``: texts and tags in turn."""
        found = []
        line = done = 0
        for place in [place for place, tag in enumerate(pieces[1::2], 1) if tag in self._telling]:
            line += "".join(pieces[done * 2 : place * 2 : 2]).count("\n")
            tag, done = pieces[place * 2 - 1], place
            found.append((line, tag, self._telling[tag]))
        return found

    def _judge(self, tags: set[str]) -> None:
        if len(self._marks) > MOST:
            self._marks.clear()
            self._telling.clear()
        new = list(tags.difference(self._marks))
        if not new:
            return
        self._marks.update(zip(new, map(_mark, new), strict=True))
        data = STAMP.sub(APART, "\n".join(map(self._said, new))).encode("utf-8", "surrogatepass")
        edges, figures = self._figures.between(data)
        if self._figures.tell(b" ".join(edges)):
            figures.update([number for number, edge in enumerate(edges) if self._figures.tell(edge)])
        for number, teams in (*self._verdicts.by_line(data), *((number, ALL) for number in figures)):
            tag = new[number]
            self._telling[tag] = self._telling.get(tag, teams) | teams
            self._marks[tag] = QUIET if self._marks[tag] == " " else self._marks[tag]

    def _said(self, tag: str) -> str:
        """Give what stands in a tag, in its attributes or as its name."""
        if tag.startswith("<!--"):
            return tag[4:-3]
        return " ".join(VALUE.findall(WORDLESS.sub("", self._without_domains(tag))))

    def _without_domains(self, text: str) -> str:
        """Leave of public addresses the part that may be called after somebody."""
        if "@" not in text:
            return text
        pieces, done = [], 0
        for start, end in shapes.email_spans(text):
            address = text[start:end]
            scheme, colon, rest = address.casefold().rpartition("mailto:")
            if start >= done and rest in self._public_emails:
                pieces += [text[done:start], scheme, colon, rest.partition("@")[0]]
                done = end
        return "".join([*pieces, text[done:]])


def holding(tags: Iterable[str], holds: Callable[[str], bool]) -> Iterator[str]:
    """Give those tags that hold something. Many are asked about together, since most hold nothing; the more, the longer none does."""
    every = list(dict.fromkeys(tags))
    first, many = 0, FEW
    while first < len(every):
        some = every[first : first + many]
        if len(some) > 1 and not holds("\n".join(some)):
            many *= MORE
        elif many > FEW:
            many = FEW
            continue
        else:
            yield from filter(holds, some)
        first += len(some)


def _mark(tag: str) -> str:
    low = tag.lower()
    if ("style" in low or "hidden" in low) and HIDDEN.search(tag):
        return HIDING
    match = TAG_NAME.match(tag)
    return TAG if match is None or match[1].lower() in INLINE else " "


@lru_cache(maxsize=4096)
def _words_of(key: str) -> str:
    return f"{key.lower().replace('_', '')} {re.sub('(?=[A-Z])|_', ' ', key)}"


def _in_words(key: re.Match[str]) -> str:
    """Give a key of JSON, or a word of its vocabulary, in all ways to read it: ``startdate start Date``."""
    return key[0].removesuffix(key[1]) + _words_of(key[1]) if len(key[1]) <= LONGEST_KEY else key[0]
