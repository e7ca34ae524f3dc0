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
    "vierzehn": 14,
    "einundzwanzig": 21,
    "achtundzwanzig": 28,
}
JEDEN = ("jeden", "jede", "jeder", "jedes", "jedem")
PARITAET = {stem + end: rest for stem, rest in (("gerade", 0), ("ungerade", 1)) for end in ("", "n", "r")}
WOCHEN = ("woche", "wochen", "kw", "kalenderwoche", "kalenderwochen")
ANY_DAY = "|".join(re.escape(word) for word in sorted(TAGE, key=len, reverse=True))
DAY_RANGE = re.compile(rf"(?:{ANY_DAY})-(?:{ANY_DAY})")
MONATLICH, ZWEIMAL_MONATLICH = "monatlich", "zweimal-monatlich"
ONCE, TWICE = "(?:1 ?x|1-?mal|einmal)", "(?:2 ?x|2-?mal|zweimal)"
PER = "(?: ?/ ?| pro | je | die | in der | im | jede | jeden )"
SAYINGS = (  # other words for the same, in the words that are read
    (r"(?<![0-9:.,-])([0-9]{1,2}) ?(?:uhr|h) ?([0-5][0-9])(?![0-9.:])", r"\1:\2"),
    (r"(?<![0-9:.,-])([0-9]{1,2}) ?(?:uhr|h)\b", r"\1:00"),
    (r"^(?:immer|jeweils|stets|regelmäßig|wir treffen uns)\b", ""),
    (rf"{ONCE}(?:{PER}woche\b| wöchentlich)", "wöchentlich"),
    (rf"{ONCE}(?:{PER}monat\b| monatlich)|^jeden monat\b", MONATLICH),
    (rf"{TWICE}(?:{PER}monat\b| monatlich)", ZWEIMAL_MONATLICH),
    (r"\b(?:14|vierzehn)[- ]?täg(?:ig|lich)\b", "alle 2 wochen"),
    (r"\b(zwei|drei|vier|[2-9])[- ]?wöch(?:ig|entlich)\b", r"alle \1 wochen"),
    (r"\bjede (?:zweite|2\.) woche\b", "alle 2 wochen"),
    (r"\bjede (?:dritte|3\.) woche\b", "alle 3 wochen"),
    (r"\bjeden (?:zweiten|2\.) monat\b", "alle 2 monate"),
    (r"\balle (\w+tag)e\b", r"jeden \1"),
    (r"\bin den (?=(?:un)?gerade)", "in "),
    (r"\bund (?:am |jeden )(?=\w+tag)", "und "),
    (r"tag(?:vor|nach)?(?:morgen|mittag|abend)(s?)\b", r"tag\1"),
    (r"(tags?) (?:vor|nach)?(?:morgen|mittag|abend)s?\b", r"\1"),
    (r"(?:\bvon )?\b([0-9]{1,2}:[0-9]{2})(?: uhr)? bis ([0-9]{1,2}:[0-9]{2})\b", r"\1-\2"),
    (r"\b(?:vierteljährlich|quartalsweise)\b|^(?:einmal (?:im|pro) )?jedes quartal\b", "alle 3 monate"),
    (r"\bhalbjährlich\b", "alle 6 monate"),
    (r"\b(?:täglich|jeden tag)\b", "jede woche mo-so"),
    (r"(?<=[a-zäöü.])[+/](?=[a-z0-9])", " und "),
    (
        rf"^((?:(?:{ANY_DAY}) (?:und )?)+)(alle \S+ wochen|(?:in )?(?:den )?(?:un)?gerade[nr]? \S+|wöchentlich|jede woche)\b",
        r"\2 \1",
    ),
)
DATE_SHAPE = re.compile(r"[0-9]+\.[0-9]+\.[0-9]*|[0-9]{4}-[0-9-]+|[0-9]+/[0-9/]+")
GROESSTE_ZAHL = 60
LETZTER_MONATSTAG = 31


class Worte:
    """The words of a line, read from left to right."""

    def __init__(self, text: str, heute: date | None) -> None:
        text = " ".join(text.replace(",", " ").split())
        for pattern, words in SAYINGS:
            text = re.sub(pattern, words, text)
        self.words = text.split()
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
