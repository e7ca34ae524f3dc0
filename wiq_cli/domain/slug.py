"""Names for files and addresses out of German words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable

KUERZEL_MAX = 60
RESERVED = late(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # no file is called so on Windows
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ẞ": "ss"})
UMLAUT = re.compile("[äöüßÄÖÜẞ]")
JOINED = late(r"[:*_/'’]in(nen)?\b|\(([a-zäöü]+)\)")  # Bürger:innen and is(s)t are one word each


def slug(text: str) -> str:
    """Give the kuerzel for a name: ``Leipzig is(s)t zusammen`` becomes ``leipzig-isst-zusammen``; may be empty."""
    plain = JOINED.sub(lambda match: match[2] or "in" + (match[1] or ""), unicodedata.normalize("NFC", text))
    ascii_only = unicodedata.normalize("NFKD", plain.translate(GERMAN)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
    return words[:KUERZEL_MAX].rstrip("-")


def usual(spellings: Iterable[str]) -> str:
    """Choose between ways to write one word: the one used most, then the one with umlauts, then the first of the alphabet."""
    counts = Counter(spellings)
    return min(counts, key=lambda one: (-counts[one], -len(UMLAUT.findall(unicodedata.normalize("NFC", one))), one))
