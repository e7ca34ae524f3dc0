"""Texts as they are compared: without capitals, accents and the two ways to write an umlaut."""

from __future__ import annotations

import re
import unicodedata

GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"}
)
VOWELS = re.compile("([aou])e")
WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Give what ``Frühstück``, ``fruehstueck`` and ``Fruhstuck`` have in common."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(GERMAN)
    letters = (one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))
    return VOWELS.sub(r"\1", "".join(letters))


def folded_words(text: str) -> list[str]:
    """Give the words of a text as they are compared; ``is(s)t`` and ``Bürger:innen`` fall into pieces."""
    return WORD.findall(folded(text))
