"""Numbers that are written as words, in German and English: ``null drei vier eins``, ``zweihunderteinunddreißig``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late
from wiq_cli.domain.umfang import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = {
    "null": "0", "ein": "1", "eins": "1", "eine": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4", "fünf": "5", "fuenf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9",
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
TEENS = {
    "zehn": "10", "elf": "11", "zwölf": "12", "zwoelf": "12", "dreizehn": "13", "vierzehn": "14", "fünfzehn": "15", "fuenfzehn": "15", "sechzehn": "16", "siebzehn": "17", "achtzehn": "18", "neunzehn": "19",
}  # fmt: skip
TENS = {
    "zwanzig": "2", "dreißig": "3", "dreissig": "3", "vierzig": "4", "fünfzig": "5", "fuenfzig": "5", "sechzig": "6", "siebzig": "7", "achtzig": "8", "neunzig": "9",
}  # fmt: skip
UNLESS = {"eins": "(?!echs|ieben)", "eine": "(?!ins?)"}  # einsieben: ein, sieben
TIMES = {"doppel": 2, "doppelt": 2, "double": 2, "zweimal": 2, "triple": 3, "dreimal": 3, "viermal": 4, "fünfmal": 5}


def _any(words: dict[str, str] | dict[str, int]) -> str:
    return "|".join(one + UNLESS.get(one, "") for one in sorted(words, key=len, reverse=True))


SMALL = rf"(?:{_any(TEENS)}|(?:(?:{_any(UNITS)})und)?(?:{_any(TENS)})|{_any(UNITS)})"
NUMBER = rf"(?:(?:(?:{_any(UNITS)})?hundert(?:und)?(?:{SMALL})?)|{SMALL})"
ONE = rf"(?>(?:(?:{_any(TIMES)})[\s-]{{0,2}})?{NUMBER}|\d+)"  # once read, never read anew: there are too many ways to
GAP = r"(?:[\s,.;:/()–—-]{0,3}(?:dann\s)?)"
ROW = late(rf"(?<![^\W_]){ONE}(?:{GAP}{ONE}){{1,400}}(?![^\W_])", re.IGNORECASE)
EACH = late(rf"(?:({_any(TIMES)})[\s-]{{0,2}})?({NUMBER})|(\d+)", re.IGNORECASE)
BEGINNINGS = (*UNITS, *TEENS, *TENS, *TIMES, "hundert", "dann")
WORD = late(rf"(?:{ONE}|dann)+", re.IGNORECASE)
HINT = late("|".join(NUMBER_WORDS), re.IGNORECASE)
ROW_WORD = late(rf"(?:{ONE}|{_any(TIMES)}|dann)+", re.IGNORECASE)
FEWEST = 5
FEWEST_HINTS = 2


def digits(text: str) -> Iterator[str]:
    """Give every row of number words as groups of digits."""
    low = text.casefold()
    if sum(map(low.count, NUMBER_WORDS)) < FEWEST_HINTS or len(list(islice(_hints(text), FEWEST_HINTS))) < FEWEST_HINTS:
        return
    for match in filter(lambda row: _is_hinted(row[0]), ROW.finditer(text)):
        groups = [_group(*one) for one in EACH.findall(match[0])]
        if sum(map(len, groups)) >= FEWEST and any(one.isalpha() for one in match[0]):
            yield " ".join(groups)


def is_part(word: str) -> bool:
    """Whether a word can be part of such a row."""
    return bool(WORD.fullmatch(word))


def is_hint(word: str) -> bool:
    """Whether a word asks for a look at such a row; ``ein`` alone does not."""
    return bool(HINT.search(word))


def _hints(text: str) -> Iterator[str]:
    """Give the words for numbers that ask for a look at the row: not „Nachbarn“."""
    end, is_number = 0, False
    for match in HINT.finditer(text):
        if match.start() >= end:
            start, end = match.span()
            while start and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and text[end].isalnum():
                end += 1
            is_number = ROW_WORD.fullmatch(text, start, end) is not None
        if is_number:
            yield match[0]


def _is_hinted(text: str) -> bool:
    """Whether number words stand here: one alone says nothing, dialled numbers are longer."""
    return len(HINT.findall(text)) >= FEWEST_HINTS


@lru_cache(maxsize=4096)
def _group(times: str, words: str, plain: str) -> str:
    if plain:
        return plain
    return _number(words.casefold().replace("ß", "ss")) * (TIMES[times.casefold()] if times else 1)


def _number(word: str) -> str:
    if word in UNITS:
        return UNITS[word]
    if word in TEENS:
        return TEENS[word]
    if "hundert" in word:
        before, _, after = word.partition("hundert")
        rest = after.removeprefix("und")
        return UNITS.get(before, "1") + (_number(rest).zfill(2) if rest else "00")
    for ten, digit in TENS.items():
        if word.endswith(ten):
            return digit + (UNITS.get(word.removesuffix(ten).removesuffix("und"), "0"))
    return ""
