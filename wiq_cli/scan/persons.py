"""The name in a field for a name, whatever else somebody wrote into it: addresses, numbers, brackets."""

from __future__ import annotations

import re

from wiq_cli.domain.late import late
from wiq_cli.scan import shapes

TAGS = late(r"</?[a-z]{1,10}>", re.IGNORECASE)
INSIDE = r"[^\s<>()\[\]{}‹›«»,;|\"„“]"
CONTACT = late(rf"(?<!{INSIDE}){INSIDE}*@{INSIDE}*|(?:https?://|www\.)\S+|[+\d]+", re.IGNORECASE)
LABEL = r"(?:e-?mail|mail|tel(?:efon)?|mobil|handy|fon|fax|whatsapp|signal|telegram|kontakt)\b"
LABELS = late(
    rf"(?<=.)\b{LABEL}\s*[.:]?|^\s*{LABEL}(?:\s*[.:]|(?!\s+(?-i:[A-ZÄÖÜ])))", re.IGNORECASE
)  # Telefon Schmidt is somebody
AND = late(r"[;|&/\n]|\s(?:und|oder|u\.)\s", re.IGNORECASE)
ASIDE = late(r"[,(\[{<‹«„\"]|\s[-–—]\s")
ODD = late(r"[^\w\s.,'’‘`´‐‑-]")  # hyphens
MOST_WORDS = 5


def persons(text: str, *, is_name: bool) -> list[str]:
    """Give the names in a text, bare. Of a field that is not for a name, prose is nobody's name."""
    bare = CONTACT.sub(" ", shapes.plain_signs(TAGS.sub("", text)))
    found = []
    for one in AND.split(LABELS.sub(" ", bare)):
        whole, first = _words(one), _words(ASIDE.split(one.strip(), maxsplit=1)[0])
        if whole and len(whole) <= MOST_WORDS:
            found.append(whole)
        if is_name and first != whole and len(first) > (len(whole) <= MOST_WORDS):
            found.append(first[:MOST_WORDS])  # what stands behind it explains the name, or belongs to it
        elif is_name and len(whole) > MOST_WORDS:
            found.append(whole[:MOST_WORDS])
    return [" ".join(one) for one in found]


def _words(text: str) -> list[str]:
    return [word for word in ODD.sub(" ", text).split() if re.search(r"\w", word)]
