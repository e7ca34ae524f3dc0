"""Whether a word that could be a name is one, judged by what stands around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from wiq_cli.scan import wordnames
from wiq_cli.scan.folding import folds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.scan.types import Span

UNMISTAKABLE = 15  # letters of a word for what somebody does
CHAIN = re.compile(r"[-‐‑][^\W_]+")  # hyphens
PERSON = re.compile(
    r"\b(?:person|mitglied|leitung|leiter\w*|sprecher\w*|teilnehmer\w*|beteiligte\w*)\s*(?:nr\.?|nummer)?\s*[(#]?(?:\d{1,2}|[A-Z])\b"
    r"|\b(?:\d{1,2}\.|(?:erste|zweite|dritte|vierte|fünfte|sechste)[srn]?)\s(?:mitglied|person|leitung)\b|\b[pm]\d{1,2}\b"
    r"|\b(?:co-)?leitung\s*[:(–—-]|[:(–—-]\s*(?:co-)?leitung\b|\b(?:person|mitglied)[\"']?\s*[:=]\s*[\"']?\d|\b(?:rolle|role|funktion)[\"']?\s*[:=]",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b[A-ZÄÖÜ]\.\s?-?[A-ZÄÖÜ]\.")
PLACE_WORD = re.compile(
    r"(?:[ -][A-ZÄÖÜ][\w]+){0,2} (?:Straße|Strasse|Str|Platz|Park|Kanal|Allee|Ring|Brücke|Bruecke|Weg|Ufer|Schule|Gymnasium|Stadion|Viertel|Preis|Stiftung)\b"
)
LABELLED = re.compile(
    r"\b(?:leitung|leiter\w*|ansprech\w+|kontakt|sprecher\w*|koordination|moderation|verantwortlich|organisation|orga|kasse|schlüssel)\W{1,4}\Z",
    re.IGNORECASE,
)
LABEL_REACH = 40
SMALL_BEFORE = re.compile(r"(?<![\w'’-])[a-zäöüß][\w'’-]*\s\Z")
TOGETHER = re.compile(r"[\s,\-_./&+]{1,3}")
AND = re.compile(r"\s?(?:/|&|\+)\s?|\sund\s")
NEXT = re.compile(r" ([^\W\d_]+)")


def is_place(text: str, end: int) -> bool:
    """Whether the words up to ``end`` are the beginning of a compound such as Karl-Heine-Kanal."""
    if PLACE_WORD.match(text, end):
        return True
    last = ""
    while match := CHAIN.match(text, end):
        last, end = match[0][1:], match.end()
    return bool(last) and any(fold.endswith(wordnames.PLACES) for fold in folds(last))


def is_initial(text: str, spans: Sequence[Span]) -> bool:
    """Whether every single letter is a capital with a full stop, and the words stand together."""
    letters = [(start, end) for start, end in spans if end - start == 1]
    if not all(
        text[start].isupper() and (text[end : end + 1] == "." or text[end : end + 2] == "-" + text[end + 1 : end + 2])
        for start, end in letters
    ):
        return False
    if not all(text[start].isupper() for start, _ in spans) or not _are_together(text, spans):
        return False
    if len(letters) < len(spans):
        return True
    start, end = spans[0][0], spans[-1][1]
    if text[max(0, start - 1) : start] == "(" and text[end : end + 2] == ".)":
        return True
    return bool(LABELLED.search(text, max(0, start - LABEL_REACH), start))  # two letters alone may be anything


def is_full_name(text: str, spans: Sequence[Span], before: Sequence[str]) -> bool:
    """Whether words of the language stand together as first name and surname, or as a surname with its „von der“."""
    if not _are_together(text, spans) or not text[spans[-1][0]].isupper():
        return False
    start = spans[0][0]
    if text[start].isupper() or (before and before[-1] in wordnames.SURNAME_FOLLOWS):
        return True
    return not SMALL_BEFORE.search(text, max(0, start - LABEL_REACH), start)  # „wir kommen von der Weide“


def _are_together(text: str, spans: Sequence[Span]) -> bool:
    return all(TOGETHER.fullmatch(text, one[1], two[0]) for one, two in pairwise(spans))


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
        or right[:1] == "'"
        or bool(re.search(r"(?:^|\W)[A-ZÄÖÜ]\.\s?$", left))
        or bool(re.match(r" [A-ZÄÖÜ]\.(?:\W|$)", text[end : end + 5]))
        or _acts(text, end, last)
    )


def _acts(text: str, end: int, before: str) -> bool:
    """Whether somebody does here what only people do: „Rose kocht“, not „die Rose blüht“."""
    match = NEXT.match(text, end)
    if match is None or before in wordnames.DETERMINERS:
        return False
    return not wordnames.DONE_BY_PEOPLE.isdisjoint(folds(match[1]))


def is_beside(text: str, one: Span, others: Iterable[Span]) -> bool:
    """Whether a word stands in one row with somebody's name: „Rose und Jürgen“."""
    if not text[one[0]].isupper():
        return False
    return any(AND.fullmatch(text, *((two[1], one[0]) if two[1] <= one[0] else (one[1], two[0]))) for two in others)


def line_of(text: str, start: int, end: int) -> str:
    """Give the line around a place."""
    return text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]


def is_role_of_somebody(line: str, key: Sequence[str], *, named: bool) -> bool:
    """Whether a role stands beside somebody, or is itself a word for a person that nobody is looking for."""
    words = {word for fold in folds(line) for word in re.findall(r"[^\W_]+", fold)}
    if words & wordnames.SEARCHING:
        return named
    if named or PERSON.search(line) or INITIALS.search(line):
        return True
    if not key[-1].endswith(wordnames.PERSON_ENDINGS) and not wordnames.OURS & words:
        return len(key[-1]) >= UNMISTAKABLE and key[-1].endswith(("er", "ers"))
    if key[-1].endswith(wordnames.THINGS_IN_ER):
        return False
    return key[-1].endswith((*wordnames.PERSON_ENDINGS, *wordnames.AGENTS))
