"""The words of a line about meetings, and what stands around them: weekdays, order, brackets, dashes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late
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
DAY_RANGE = late(rf"(?:{ANY_DAY})-(?:{ANY_DAY})")
MONATLICH, ZWEIMAL_MONATLICH = "monatlich", "zweimal-monatlich"
ONCE, TWICE = "(?:1 ?x|1-?mal|einmal)", "(?:2 ?x|2-?mal|zweimal)"
PER = "(?: ?/ ?| pro | je | die | in der | im | jede | jeden )"
CLOCK, BETWEEN = "[0-9]{1,2}:[0-9]{2}", "(?: ?[-–—] ?| bis (?:um )?)"
HOURS_SAID = (  # „18 Uhr“ and „von 18 bis 20 Uhr“ mean one thing
    (r"(?<![0-9:.,–—-])([0-9]{1,2}) ?uhr ?([0-5][0-9])(?![0-9.:])", r"\1:\2"),
    (rf"(?<![0-9:.,–—-])([0-9]{{1,2}})(?=(?: ?uhr)?{BETWEEN}[0-9]{{1,2}}(?::[0-9]{{2}})? ?uhr\b)", r"\1:00"),
    (rf"({CLOCK})(?: ?uhr)?{BETWEEN}([0-9]{{1,2}}) ?uhr\b", r"\1-\2:00"),
    (r"(?<![0-9:.,–—-])([0-9]{1,2}) ?uhr\b", r"\1:00"),
    (rf"(?:\bvon )?\b({CLOCK})(?: ?uhr)?{BETWEEN}({CLOCK})\b", r"\1-\2"),
)
SOME_DATE = rf"(?:(?:{ANY_DAY}) )?(?:[0-9]+\.[0-9]*\.?|[0-9]{{4}}-)"
SAYINGS = (  # other words for the same, in the words that are read
    *HOURS_SAID,
    (r"\bu\.(?= )", "und"),
    (rf"\b({ANY_DAY}) - (?=(?:{ANY_DAY})\b)", r"\1-"),
    (rf"^(?:um )?({CLOCK}(?:-{CLOCK})?) (.+)$", r"\2 \1"),
    (rf"\b(?:jeweils|je) (?=(?:um )?{CLOCK})", ""),
    (r"\b(?:seit|beginnend(?: am| ab)?|erstmals(?: am)?|start(?:et)?(?: am)?)\b|\bvo[nm] (?=" + SOME_DATE + ")", "ab "),
    (rf"\b({ANY_DAY}) de[nm] (?=[0-9])", r"\1 "),
    (r"\b(ab|bis) +(?:(?:dem|zum|den|einschließlich|inklusive|inkl\.) +)+", r"\1 "),
    (rf"^(ab (?:(?:{ANY_DAY}) )?[0-9]\S+(?: bis (?:(?:{ANY_DAY}) )?[0-9]\S+)?) (.+)$", r"\2 \1"),
    (r"\bganzt(?:ägig|ags)\b", ""),
    (r"\b(letzte[rnsm]?) arbeitstag\b", r"\1 werktag"),
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
    (r"(?<=[a-zäöü.]) ?[+/] ?(?=[a-z0-9])", " und "),
    (r"\bund (?:am |jede[nrs]? )", "und "),
    (r"tag(?:vor|nach)?(?:morgen|mittag|abend)(s?)\b", r"tag\1"),
    (r"(tags?) (?:vor|nach)?(?:morgen|mittag|abend)s?\b", r"\1"),
    (r"\b(?:vierteljährlich|quartalsweise)\b|^(?:einmal (?:im|pro) )?jedes quartal\b", "alle 3 monate"),
    (r"\bhalbjährlich\b", "alle 6 monate"),
    (r"\b(?:täglich|jeden tag)\b", "jede woche mo-so"),
    (
        rf"^((?:(?:{ANY_DAY}) (?:und )?)+)((?:um )?{CLOCK}(?:-{CLOCK})? )?(alle \S+ wochen|(?:in )?(?:den )?(?:un)?gerade[nr]? \S+|wöchentlich|jede woche)\b",
        r"\3 \1\2",
    ),
    (rf"^jeden ((?:(?:{ANY_DAY}) (?:und )?)+)((?:in )?(?:un)?gerade[nr]? \S+)", r"\2 \1"),
    (rf"^((?:am )?\S+ (?:{ANY_DAY})(?: im monat)?) (alle \S+ monate?)\b", r"\2 \1"),
)
DATE_SHAPE = late(r"[0-9]+\.[0-9]+\.[0-9]*|[0-9]{4}-[0-9-]+|[0-9]+/[0-9/]+")
GROESSTE_ZAHL = 60
LETZTER_MONATSTAG = 31
HOUR_IN_BRACKETS = late(
    r"(?:um |ab |von )?[0-9]{1,2}(?::[0-9]{2}| ?uhr)(?:(?: ?- ?| bis )[0-9:]+)?(?: ?uhr)?", re.IGNORECASE
)
NO_PLACE = late(
    r"(?:nicht|außer|ausser)\b|(?:fällt )?(?:entfällt|entfallen|ausgefallen|aus$|abgesagt|verschoben|verlegt)|(?:un)?gerade[n ]"
    r"|(?:\w+[- ]?)?(?:täg|wöch)(?:ig|entlich|lich)\b|alle [0-9a-z]+ (?:wochen|monate|tage)"
    r"|jede[nrs]? (?:zweite|dritte|[2-9]\.)|[0-9]+ ?(?:min|std|stunden)\b",
    re.IGNORECASE,
)


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
    text = re.sub(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})T(?=[0-9]{2}:)", " ", text)
    text = re.sub(r"(?<![0-9.])([0-9]{1,2}\.) ([0-9]{1,2}\.) (?=[0-9]{4}\b)", r"\1\2", text)
    return re.sub(r"(?<=[0-9])(?<!\.[0-9]{4})(?<!-[0-9]{2}) ?- ?(?=[0-9])", "-", text)


def hours_said(text: str) -> str:
    """Write ``18:00-20:00`` for ``von 18 bis 20 Uhr``."""
    for pattern, words in HOURS_SAID:
        text = re.sub(pattern, words, text, flags=re.IGNORECASE)
    return text


def _closing(text: str) -> int:
    """Give where the first bracket closes; -1 where it does not, or where one closes before any opens."""
    depth = 0
    for number, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and depth <= 0:
            return number if depth == 0 else -1
    return -1


def without_place(text: str) -> tuple[str, str | None]:
    """Part a line from the place in brackets; brackets inside it belong to it."""
    if "(" not in text and ")" not in text:
        return text.strip(), None
    start, end = text.find("("), _closing(text)
    head, place, tail = text[: max(start, 0)], text[start + 1 : end].strip(), text[end + 1 :]
    if start < 0 or end < start or "(" in tail or ")" in tail:
        comma = "Steht ein Komma im Ort, dann setz den ganzen Eintrag in Anführungszeichen."
        raise fault("WIQ301", f"Die Klammer um den Ort geht nicht auf, oder es sind zwei. {comma}")
    if HOUR_IN_BRACKETS.fullmatch(place):
        raise fault("WIQ301", "In der Klammer steht der Ort. Die Uhrzeit gehört davor: 18:00 (Ort).")
    if NO_PLACE.match(place):
        raise fault(
            "WIQ301",
            "In der Klammer steht nur der Ort. Ein Ausfall gehört unter „ausfall“, eine Ausnahme unter „pause“, alles andere davor.",
        )
    return " ".join((head + tail).split()), place or None
