"""Addresses for words: ``Grünau`` is at ``gruenau``, and so is ``Gruenau``; two different words never share one."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from wiq_cli.domain.slug import GERMAN, slug, usual

if TYPE_CHECKING:
    from collections.abc import Iterable


class Addresses:
    """The address of every word of a kind. The same words give the same addresses, whatever their order."""

    def __init__(self, words: Iterable[str]) -> None:
        spellings: dict[str, list[str]] = {}
        for word in words:
            spellings.setdefault(_meaning(word), []).append(word)
        wanted: dict[str, list[str]] = {}
        for meaning in sorted(spellings):
            wanted.setdefault(slug(min(spellings[meaning])) or _mark(meaning), []).append(meaning)
        taken = set(wanted)
        self._of: dict[str, str] = {}
        self.words: dict[str, str] = {}  # address: the word as it is shown
        for address, meanings in sorted(wanted.items()):
            for number, meaning in enumerate(meanings):
                own = _free(address, taken) if number else address
                taken.add(own)
                self.words[own] = usual(spellings[meaning])
                self._of.update(dict.fromkeys(spellings[meaning], own))

    def of(self, word: str) -> str:
        """Give the address of one of the words."""
        return self._of[word]


def folded(text: str) -> str:
    """Give a text as a search compares it: small letters, ``ü`` as ``ue``, no marks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(GERMAN))
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def _meaning(word: str) -> str:
    """Give what two ways to write one word have in common."""
    return "".join(one for one in folded(word) if one not in " -–")


def _mark(meaning: str) -> str:
    """Give an address to a word without a Latin letter."""
    return f"wort-{sha256(meaning.encode()).hexdigest()[:8]}"


def _free(address: str, taken: set[str]) -> str:
    number = 2
    while f"{address}-{number}" in taken:
        number += 1
    return f"{address}-{number}"
