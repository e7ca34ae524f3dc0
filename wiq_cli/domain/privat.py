"""What must not stand in a decision: the full name of anybody in the network, e-mail addresses, phone numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.kontakt import EMAIL, national
from wiq_cli.domain.slug import GERMAN
from wiq_cli.domain.source import scalars_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.karte import Karte

Art = Literal["name", "email", "telefon"]
DATE = re.compile(r"(?<!\d)\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
NUMBER = re.compile(r"(?<![\w.,:])\+?\(?\d(?:[ /().-]{0,3}\d)+(?!\w)")
TITLES = frozenset({"dr", "prof", "frau", "herr"})
POSTCODE, SHORTEST, LONGEST = 5, 7, 15


class Privates:
    """The names, addresses and numbers of everybody in a network, ready to be looked for."""

    def __init__(self, karten: Iterable[Karte]) -> None:
        self._names: dict[str, set[tuple[str, ...]]] = {}
        self._numbers: set[str] = set()
        self._lists: set[str] = set()
        self._said: dict[str, Art | None] = {}  # most words of a decision are in every decision
        for karte in karten:
            if karte.verteiler:
                self._lists.add(karte.verteiler.casefold())
            for person in karte.personen:
                self._add_name(person.name or "")
                if person.telefon:
                    self._numbers.add(national(person.telefon))

    def _add_name(self, name: str) -> None:
        words = [word for word in name_words(name) if word not in TITLES]
        if len(words) > 1:  # a first name alone is also a word, a flower, a street
            for key in (tuple(words), (words[-1], *words[:-1]), (words[0], words[-1])):
                self._names.setdefault(key[0], set()).add(key)

    def find(self, text: str) -> Art | None:
        """Say what kind of private value stands in a text, if one does."""
        if text not in self._said:
            self._said[text] = self._find(text)
        return self._said[text]

    def _find(self, text: str) -> Art | None:
        if any(match[0].casefold().rstrip(".") not in self._lists for match in EMAIL.finditer(text)):
            return "email"
        if any(self._is_phone(match[0]) for match in NUMBER.finditer(DATE.sub("x", text))):
            return "telefon"
        return "name" if self._names and self._holds_name(name_words(text)) else None

    def _is_phone(self, written: str) -> bool:
        groups = re.findall(r"\d+", written)
        digits = "".join(groups)
        if not SHORTEST <= len(digits) <= LONGEST or all(len(one) == POSTCODE for one in groups):
            return False
        return written.startswith(("+", "0", "(0", "(+")) or national(digits) in self._numbers

    def _holds_name(self, words: list[str]) -> bool:
        return any(
            words[start : start + len(key) - 1] == list(key[:-1])
            and "".join(words[start + len(key) - 1 : start + len(key)]) in {key[-1], key[-1] + "s"}
            for start, word in enumerate(words)
            for key in self._names.get(word, ())
        )


def texts_of(beschluss: Beschluss) -> Iterator[tuple[DataPath, str]]:
    """Give every text of a decision with its place."""
    yield from scalars_of(beschluss.model_dump(exclude_defaults=True, exclude={"siegel"}))


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
