"""Names as words: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata

from wiq_cli.domain.slug import GERMAN


def may_be_one(one: str, other: str) -> bool:
    """Whether two names can be those of one person: a title or a second first name makes nobody somebody else."""
    if one == other:
        return True
    first, second = set(name_words(one)), set(name_words(other))
    return first <= second or second <= first


def name_words(text: str) -> list[str]:
    """Give the words of a name or text as they also stand in the name of a file: small, without marks, ü as ue."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(GERMAN))
    return re.findall(r"[^\W_]+", "".join(one for one in plain if not unicodedata.combining(one)).lower())
