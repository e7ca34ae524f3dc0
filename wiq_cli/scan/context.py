"""Whether a word that could be a name is one, judged by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late
from wiq_cli.scan import wordnames
from wiq_cli.scan.folding import folds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wiq_cli.scan.types import Span

HAS = ("hat", "hatte")
UNMISTAKABLE = 15  # letters of a word for what somebody does
CHAIN = late(r"[-‐‑][^\W_]+")  # hyphens
PERSON = late(
    r"\b(?:person|mitglied|leitung|leiter\w*|sprecher\w*|teilnehmer\w*|beteiligte\w*)\s*(?:nr\.?|nummer)?\s*[(#]?(?:\d{1,2}|[A-Z])\b"
    r"|\b(?:\d{1,2}\.|(?:erste|zweite|dritte|vierte|fünfte|sechste)[srn]?)\s(?:mitglied|person|leitung)\b|\b[pm]\d{1,4}\b"
    r"|\bein(?:e|es)? (?:person|mitglied)\s*[(:–—-]"
    r"|\b(?:co-)?leitung\s*[:(–—-]|[:(–—-]\s*(?:co-)?leitung\b|\b(?:person|mitglied)[\"']?\s*[:=]\s*[\"']?\d|\b(?:rolle|role|funktion)[\"']?\s*[:=]",
    re.IGNORECASE,
)
STAND_IN = late(r"\W*(?:[A-Z]|\d{1,2})[\"']?\s*[;|,\t][\s\"']*\w")  # a row of a table: „A;Konditor“
DOERS = (*wordnames.SOMEBODY, *wordnames.PERSON_ENDINGS, "or", "er")
AMONG_US = late(
    r"\b(?:im|zum|aus dem|unser\w*) team\b|\bunter uns\b|\bbei uns\b|\bwir haben\b|\bmitglied(?:er|ern|s)?\b|\beine? der \w+ personen\b",
    re.IGNORECASE,
)
INITIALS = late(r"\b[A-ZÄÖÜ]\.\s?-?[A-ZÄÖÜ]\.")
PLACE_WORD = late(
    r"(?:[ -][A-ZÄÖÜ][\w]+){0,2} (?:Straße|Strasse|Str|Platz|Park|Kanal|Allee|Ring|Brücke|Bruecke|Weg|Ufer|Schule|Gymnasium|Stadion|Viertel|Preis|Stiftung)\b"
)
LABELLED = late(
    r"\b(?:leitung|leiter\w*|ansprech\w+|kontakt|sprecher\w*|koordination|moderation|verantwortlich|organisation|orga|kasse|schlüssel)\W{1,4}\Z",
    re.IGNORECASE,
)
LABEL_REACH = 40
SHORTENED = late(r"\.\s?[\da-z]|\.\s?[-–/]")  # „Jan. bis“, „Jan.–Feb.“
DAY_BEFORE = late(r"\d\.?\s?\Z")  # „31. Jan.“
ONE_LETTER = late(r"(?<![^\W\d_]\.)(?<![^\W\d_]\.\s)(?<![^\W_])[A-ZÄÖÜ]\.\s?\Z")  # not „z. B. “, „i. d. R. “
OWNED = late(r"'s\b|(?<=[sxzß])'")  # Koch's, Fuchs'
QUOTED = late(r"[‚'][^\W_][^\n‚']{0,60}\Z|[‚']\Z")
HOUR = late(r"\W{1,3}(?:\d|(?:von|vom|ab|bis|um|vor|nach|und|oder|ist|im|am)\b)", re.IGNORECASE)
SMALL_BEFORE = late(r"(?<![\w'’-])[a-zäöüß][\w'’-]*\s\Z")
TOGETHER = late(r"[\s,;|\-_./&+]{1,3}|[\"'][\s,;|]{1,2}[\"']")  # also two cells of a table, two texts of a list
AND, WIDEST = late(r"\s?(?:/|&|\+)\s?|\sund\s"), len(" und ")
NEXT = late(r" ([^\W\d_]+)")
SIGNED = late(r"\bi\.\s?[AV]\.\s\Z|@\Z")  # in somebody's place; called by a sign
GREETED = late(r"\s?[,!&:]|\s(?:und|oder|sowie)\b")
PLACE_PEOPLE = (
    "burger", "berger", "inger", "furter", "further", "stadter", "staedter", "dorfer", "bacher", "heimer", "hauser", "hausener", "felder", "brucker", "bruecker", "walder", "munder",
)  # fmt: skip
"""How words for people and things out of a place end, and surnames with them: Straßburger."""
THING = late(r" (?!und\b|oder\b)[A-ZÄÖÜ][a-zäöüß]{2,}")


def is_place(text: str, end: int) -> bool:
    """Whether the words up to ``end`` are the beginning of a compound such as Karl-Heine-Kanal."""
    if PLACE_WORD.match(text, end):
        return True
    last = ""
    while match := CHAIN.match(text, end):
        last, end = match[0][1:], match.end()
    return bool(last) and any(fold.endswith(wordnames.PLACES) for fold in folds(last))


def is_initial(text: str, spans: Sequence[Span]) -> bool:
    """Whether every single letter is a capital with a full stop, and the words stand together: „H. v. Sommer“."""
    if not _are_together(text, spans):
        return False
    spans = [spans[0], *(one for one in spans[1:-1] if not _is_particle(text, *one)), spans[-1]]
    letters = [(start, end) for start, end in spans if end - start == 1]
    if not all(
        text[start].isupper() and (text[end : end + 1] == "." or text[end : end + 2] == "-" + text[end + 1 : end + 2])
        for start, end in letters
    ):
        return False
    if not all(text[start].isupper() for start, _ in spans):
        return False
    if len(letters) < len(spans):
        return True
    start, end = spans[0][0], spans[-1][1]
    if text[max(0, start - 1) : start] == "(" and text[end : end + 2] == ".)":
        return True
    return bool(LABELLED.search(text, max(0, start - LABEL_REACH), start))  # two letters alone may be anything


def _is_particle(text: str, start: int, end: int) -> bool:
    return text[start].islower() and (end - start == 1 or text[start:end] in wordnames.PARTICLES)


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
    return text[start].islower() or bool(
        SHORTENED.match(text, end) or (text[end : end + 1] == "." and DAY_BEFORE.search(text, max(0, start - 6), start))
    )


def is_used_as_name(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether a name that is also a word stands here as a name. ``before`` holds the folded words in front of it."""
    if not text[start].isupper():
        return False
    left, last = text[max(0, start - 8) : start], before[-1] if before else ""
    when = _is_time(text, (start, end))
    if last in wordnames.LABELS and ":" in left[-3:]:
        return not (when and HOUR.match(text, end))
    return (
        _is_addressed(text, (start, end), before, when=when)
        or _is_family(text, start, end, last)
        or (left.endswith("(") and text[end : end + 1] == ")" and not when)
        or bool(ONE_LETTER.search(left) or SIGNED.search(left))
        or bool(re.match(r" [A-ZÄÖÜ]\.(?:\W|$)", text[end : end + 5]))
        or _acts(text, end, last, when=when)
    )


def _is_addressed(text: str, span: Span, before: Sequence[str], *, when: bool) -> bool:
    """Whether somebody is spoken to or of: „Frau Koch“, „Dank an Koch“, „Hallo Wolf,“; not „Fr., Freitag“."""
    last = before[-1] if before else ""
    if last == "fr" and not wordnames.WEEKDAYS.isdisjoint(folds(text[slice(*span)])):
        return False
    if last in wordnames.ADDRESSED:
        return True
    if last in wordnames.GREETED:
        return not when and bool(GREETED.match(text, span[1]))
    return any(one in wordnames.THANKS for one in before[-2:]) and _is_thanked(last)


def _is_family(text: str, start: int, end: int, last: str) -> bool:
    """Whether an s makes somebody's thing or a whole family of it: „Koch's“, „Fuchs'“, „die Langs“."""
    if last == "die" and text[end - 1] == "s":
        return any(fold[:-1] in wordnames.WORD_NAMES for fold in folds(text[start:end]))
    return bool(OWNED.match(text, end)) and not QUOTED.search(text, max(0, start - LABEL_REACH), start)


def _is_thanked(before: str) -> bool:
    """Whether it can be a person who is thanked or asked: „Dank an Koch“, not „dank der Sonne“."""
    return before not in wordnames.DETERMINERS or before in {"und", "oder"}


def is_of_a_place(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether a word says where a thing is from: „Straßburger Münster“, not „Straßburger kommt“, not „Frau Straßburger“."""
    if not THING.match(text, end) or (before and before[-1] in wordnames.ADDRESSED):
        return False
    return any(fold.endswith(PLACE_PEOPLE) for fold in folds(text[start:end]))


def is_in_a_row(text: str, one: Span, others: Iterable[Span]) -> bool:
    """Whether a first name that is also a word stands beside another one: „Wolf und Heide“, not „Mai und Juli“."""
    return any(
        is_beside(text, one, [two]) and text[two[0]].isupper() and not (_is_time(text, one) and _is_time(text, two))
        for two in others
        if two != one
    )


def _is_time(text: str, span: Span) -> bool:
    return not wordnames.TIMES.isdisjoint(folds(text[slice(*span)]))


def is_genitive(text: str, start: int, before: Sequence[str]) -> bool:
    """Whether a word in -s is the genitive of a word of the language: „des Winters“, „eines alten Kochs“."""
    return not wordnames.GENITIVES.isdisjoint(before[-2:]) and text[start - 1 : start].isspace()


def _acts(text: str, end: int, before: str, *, when: bool) -> bool:
    """Whether somebody does here what only people do: „Rose kocht“, not „die Rose blüht“, not „Sonntag kocht das Team“."""
    verb = NEXT.match(text, end)
    if verb is None or before in wordnames.DETERMINERS:
        return False
    following = NEXT.match(text, verb.end())
    if verb[1] in HAS:
        return not when and following is not None and not wordnames.SAID.isdisjoint(folds(following[1]))
    if wordnames.DONE_BY_PEOPLE.isdisjoint(folds(verb[1])):
        return False
    return not when or following is None or wordnames.WHO_DOES.isdisjoint(folds(following[1].casefold()))


def is_beside(text: str, one: Span, others: Iterable[Span]) -> bool:
    """Whether a word stands in one row with somebody's name: „Rose und Jürgen“."""
    if not text[one[0]].isupper():
        return False
    return any(AND.fullmatch(text, *((two[1], one[0]) if two[1] <= one[0] else (one[1], two[0]))) for two in others)


def neighbours(spans: Iterable[Span]) -> Callable[[Span], list[Span]]:
    """Give a look-up for those of many places that are near enough to one to stand in one row with it."""
    by_start = sorted(spans)
    by_end = sorted(by_start, key=itemgetter(1))

    def near(one: Span) -> list[Span]:
        first, behind = (
            bisect_left(by_end, one[0] - WIDEST, key=itemgetter(1)),
            bisect(by_end, one[0], key=itemgetter(1)),
        )
        before = by_end[first:behind]
        first, behind = bisect_left(by_start, (one[1], 0)), bisect_left(by_start, (one[1] + WIDEST + 1, 0))
        return before + by_start[first:behind]

    return near


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Say where the line around a place begins and ends."""
    return text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1


def _is_a_row_of(line: str, key: Sequence[str]) -> bool:
    """Whether a line is the row of a table, of somebody who has a letter or a number for a name."""
    return bool(STAND_IN.match(line)) and key[-1].endswith(DOERS) and not key[-1].endswith(wordnames.THINGS_IN_ER)


def is_role_of_somebody(line: str, key: Sequence[str], *, named: bool) -> bool:
    """Whether a role stands beside somebody, or is itself a word for a person that nobody is looking for."""
    words = {word for fold in folds(line) for word in re.findall(r"[^\W_]+", fold)}
    if words & wordnames.SEARCHING:
        return named
    if named or PERSON.search(line) or INITIALS.search(line) or _is_a_row_of(line, key):
        return True
    if AMONG_US.search(line) and key[-1].endswith(wordnames.SOMEBODY) and not key[-1].endswith(wordnames.THINGS_IN_ER):
        return True
    if not key[-1].endswith(wordnames.PERSON_ENDINGS) and not wordnames.OURS & words:
        return len(key[-1]) >= UNMISTAKABLE and key[-1].endswith(("er", "ers"))
    if key[-1].endswith(wordnames.THINGS_IN_ER):
        return False
    return key[-1].endswith((*wordnames.PERSON_ENDINGS, *wordnames.AGENTS))
