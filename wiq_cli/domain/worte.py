"""The words of a line about meetings, and what stands around them: weekdays, order, brackets, dashes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from wiq_cli.domain.scalars import fault
from wiq_cli.domain.zeitangabe import WOCHENTAGE

if TYPE_CHECKING:
    from datetime import date

TAGE = {
    word: number
    for number, name in enumerate(WOCHENTAGE)
    for word in (name.lower(), name.lower() + "s", name[:2].lower(), name[:2].lower() + ".")
} | {"sonnabend": 5, "sonnabends": 5}
STAEMME = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "fuenfte": 5, "vorletzte": -2, "letzte": -1}
ORDINALE = {stem + end: number for stem, number in STAEMME.items() for end in ("", "r", "n", "s", "m")} | {
    f"{number}.": number for number in range(1, 6)
}
ZAHLEN = {
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "zwölf": 12,
}
JEDEN = ("jeden", "jede", "jeder", "jedes", "jedem")
PARITAET = {stem + end: rest for stem, rest in (("gerade", 0), ("ungerade", 1)) for end in ("", "n", "r")}
WOCHEN = ("woche", "wochen", "kw", "kalenderwoche", "kalenderwochen")
UNSCHARF = ("zweiwöchentlich", "zweiwöchig", "vierzehntäglich", "vierzehntägig", "14-tägig", "14-täglich", "14tägig")
DATE_SHAPE = re.compile(r"[0-9]+\.[0-9]+\.[0-9]*|[0-9]{4}-[0-9-]+|[0-9]+/[0-9/]+")
GROESSTE_ZAHL = 60
LETZTER_MONATSTAG = 31


class Worte:
    """The words of a line, read from left to right."""

    def __init__(self, text: str, heute: date | None) -> None:
        self.words = text.replace(",", " ").split()
        self.here = 0
        self.heute = heute

    def peek(self, ahead: int = 0) -> str:
        """Give a word without taking it; empty at the end."""
        return self.words[self.here + ahead] if self.here + ahead < len(self.words) else ""

    def next(self) -> str:
        """Take the next word; empty at the end."""
        word = self.peek()
        self.here += 1
        return word

    def take(self, *choices: str) -> str:
        """Take the next word if it is one of these."""
        return self.next() if self.peek() in choices else ""


def plain(text: str) -> str:
    """Make different ways of typing the same: dashes, arrows, blanks, composed letters."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    text = re.sub("[‐-―]", "-", text).replace("→", "->")
    return re.sub(r"(?<=[0-9]) ?- ?(?=[0-9])", "-", text)


def without_place(text: str) -> tuple[str, str | None]:
    """Part a line from the place in brackets at its end."""
    head, bracket, rest = text.partition("(")
    if not bracket and ")" not in text:
        return text.strip(), None
    if not rest.endswith(")") or ")" in head:
        comma = "Steht ein Komma im Ort, dann setz den ganzen Eintrag in Anführungszeichen."
        raise fault("WIQ301", f"Die Klammer um den Ort geht nicht auf, oder dahinter steht noch etwas. {comma}")
    return head.strip(), rest[:-1].strip() or None
