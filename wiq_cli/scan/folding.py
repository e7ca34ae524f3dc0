"""Bring all ways of writing the same word together: case, umlauts, accents, invisible characters."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)
DROPPED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def clean(text: str) -> str:
    """Drop invisible characters and unify shapes; before and after, since a joiner can keep a mark from its letter."""
    if text.isascii():
        return text
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))
    return re.sub(r"[^\W\d]*\d", _plain_digits, text)


def _plain_digits(match: re.Match[str]) -> str:
    text = match[0]
    return text if text.isascii() else text[:-1] + str(unicodedata.digit(text[-1]))


def folds(text: str) -> tuple[str, ...]:
    """Give the text in the one or two ways its umlauts can be written: ``mueller`` and ``muller``."""
    text = text.casefold()
    if text.isascii():
        return (text,)
    both = (_bare(text.translate(SPELT_OUT)), _bare(text.translate(DROPPED)))
    return both if both[0] != both[1] else both[:1]


def _bare(text: str) -> str:
    """Take the accents off."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(one for one in parts if unicodedata.category(one) != "Mn"))


def words(text: str) -> list[str]:
    """Split a text into its words."""
    return WORD.findall(text)


def tokens(text: str) -> set[tuple[str, ...]]:
    """Give a value as words, in every way its umlauts can be written."""
    return {found for fold in folds(clean(text)) if (found := tuple(words(fold)))}
