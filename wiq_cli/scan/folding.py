"""Bring all ways of writing the same word together: case, umlauts, accents, invisible characters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late

if TYPE_CHECKING:
    import re

WORD = late(r"[^\W_]+")
INVISIBLE = late(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
FOREIGN = late("[\u0660-\u1fff\ua620-\uabff\U00010000-\U0001fbff]")  # where digits of other scripts live
FOREIGN_DIGIT = late(r"(?![0-9])\d")
MARKS = late("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
SIGNS = late("[\U0001f150-\U0001f169\U0001f170-\U0001f189\U0001f1e6-\U0001f1ff。．｡․‘’ʼ´′ʹ]")
UNUSUAL = late("[^\x00-\x7fÄÖÜäöüßéèáàçñ„“–—§°€·•○✓→←‹›]")  # all but what is clean already
ENCLOSED, FLAGS = 0x1F150, 0x1F1E6
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ŧ": "t", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", **LETTERS})
DROPPED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", **LETTERS})


def clean(text: str) -> str:
    """Drop invisible characters and unify shapes; before and after, since a joiner can keep a mark from its letter."""
    if text.isascii() or not UNUSUAL.search(text):
        return text
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))
    text = SIGNS.sub(_plain_sign, MARKS.sub("", text))
    if FOREIGN.search(text):
        text = FOREIGN_DIGIT.sub(lambda match: str(unicodedata.digit(match[0])), text)
    return unicodedata.normalize("NFKC", text)


def _plain_sign(match: re.Match[str]) -> str:
    """Give the letter in a filled circle or square, the ordinary dot, the ordinary apostrophe."""
    number = ord(match[0])
    if number >= ENCLOSED:
        return chr(ord("A") + (number - ENCLOSED) % 32 % 26) if number < FLAGS else chr(ord("A") + number - FLAGS)
    return "." if match[0] in "。．｡․" else "'"


def words(text: str) -> tuple[list[str], ...]:
    """Split a text into its words, in the one or two ways their umlauts can be written: ``mueller`` and ``muller``."""
    found = WORD.findall(text.casefold())
    if text.isascii():
        return (found,)
    spelt = [word if word.isascii() else _forms(word)[0] for word in found]
    dropped = [word if word.isascii() else _forms(word)[1] for word in found]
    return (spelt, dropped) if spelt != dropped else (spelt,)


def folds(text: str) -> tuple[str, ...]:
    """Give a short text in the one or two ways its umlauts can be written."""
    return tuple(dict.fromkeys(_forms(text.casefold())))


def tokens(text: str) -> set[tuple[str, ...]]:
    """Give a value as words, in every way its umlauts can be written."""
    return {tuple(one) for one in words(clean(text)) if one}


@lru_cache(maxsize=4096)
def _forms(text: str) -> tuple[str, str]:
    return _bare(text.translate(SPELT_OUT)), _bare(text.translate(DROPPED))


def _bare(text: str) -> str:
    """Take the accents off."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", text)))
