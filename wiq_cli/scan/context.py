"""Whether a word that could be a name is one, judged by what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan import wordnames
from wiq_cli.scan.folding import folds

if TYPE_CHECKING:
    from collections.abc import Sequence

CHAIN = re.compile(r"[-‐‑][^\W_]+")  # hyphens
PERSON = re.compile(
    r"\b(?:person|mitglied|leitung|leiter\w*|sprecher\w*)\s+(?:\d{1,2}|[A-Z])\b|\b[A-Z]\.\s?[A-Z]\.", re.IGNORECASE
)


def is_place(text: str, end: int) -> bool:
    """Whether the words up to ``end`` are the beginning of a compound such as Karl-Heine-Kanal."""
    last = ""
    while match := CHAIN.match(text, end):
        last, end = match[0][1:], match.end()
    return bool(last) and any(fold.endswith(wordnames.PLACES) for fold in folds(last))


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the word is one like ``max.``, ``Jan.``."""
    if not any(fold in wordnames.ABBREVIATIONS for fold in folds(text[start:end])):
        return False
    after = text[end : end + 3]
    return text[start].islower() or bool(re.match(r"\.\s?[\da-z]", after))


def is_used_as_name(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether a name that is also a word stands here as a name. ``before`` holds the folded words in front of it."""
    if not text[start].isupper():
        return False
    left, right = text[max(0, start - 3) : start], text[end : end + 2]
    last = before[-1] if before else ""
    return (
        last in wordnames.ADDRESSED
        or (last in wordnames.LABELS and ":" in left)
        or any(one in wordnames.THANKS for one in before[-2:])
        or (left.endswith("(") and right.startswith(")"))
        or right[:1] in {"'", "’", "`"}
        or bool(re.search(r"(?:^|\W)[A-ZÄÖÜ]\.\s?$", left))
        or bool(re.match(r" [A-ZÄÖÜ]\.(?:\W|$)", text[end : end + 5]))
    )


def line_of(text: str, start: int, end: int) -> str:
    """Give the line around a place."""
    return text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]


def is_role_of_somebody(line: str, key: Sequence[str], *, named: bool) -> bool:
    """Whether a role stands beside somebody, or is itself a word for a person that nobody is looking for."""
    if named or PERSON.search(line):
        return True
    words = {word for fold in folds(line) for word in re.findall(r"\w+", fold)}
    return key[-1].endswith(wordnames.PERSON_ENDINGS) and not words & wordnames.SEARCHING
