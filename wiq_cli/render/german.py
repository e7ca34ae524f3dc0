"""Days, times, numbers and signs as German readers expect them. Never the machine's locale: containers lack de_DE."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.zahl import zahl

if TYPE_CHECKING:
    from datetime import date, datetime

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
FIRM = "\u00a0"
THIN = "\u202f"  # narrow, and no line ends there
SHORT = re.compile(
    r"(?<![\w.@/-])(?:z\.\s?B|u\.\s?a|u\.\s?U|d\.\s?h|i\.\s?d\.\s?R|o\.\s?Ä|o\.\s?ä|e\.\s?V|v\.\s?a|z\.\s?T|s\.\s?o|s\.\s?u|u\.\s?Ä|m\.\s?E)\.(?![\w@/])"
)
STRAIGHT = re.compile(r'(?<!\w)"(?=\S)([^"\n]*?)(?<=\S)"(?!\w)')
# What looks like an address stays as it is. A range goes up, and nothing else stands in its word: 3-5, 18:00-20:00, 1.-3. Mai.
SIGN = re.compile(
    r"(?<!\S)\S*(?:@|://|www\.|`)\S*"
    r"|(?<=[^\W\d_])(?P<apostrophe>')(?=[^\W\d_])"
    r"|(?<![^\s(„])(?:(?P<first>[1-9]\d{0,3})-(?P<last>[1-9]\d{0,3})"
    r"|(?P<moment>\d{1,2}:\d\d-\d{1,2}:\d\d|(?:\d{1,2}\.){1,2}-(?:\d{1,2}\.){1,2}))(?!\S*[\w/-])"
)


def day(value: date) -> str:
    """``15. September 2024``; no line ends behind the day."""
    return f"{value.day}.{FIRM}{month(value)}"


def month(value: date) -> str:
    """``September 2024``."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """``Dienstag, 24. November 2026``."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def hours(start: datetime, end: datetime | None) -> str:
    """``18:00 bis 19:30 Uhr``; an end on another day is left out."""
    until = f" bis {end:%H:%M}" if end and end.date() == start.date() else ""
    return f"{start:%H:%M}{until} Uhr"


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its empty lines."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def people(leitung: int | None, mitglieder: int | None, klein: int) -> str:
    """``Leitung und 4 Mitglieder``: a count, never a list; of a small team not even a count."""
    if leitung is None or mitglieder is None:
        return f"weniger als {klein} Personen"
    lead = {0: "", 1: "Leitung"}.get(leitung, f"{leitung} Personen in der Leitung")
    rest = {0: "", 1: "1 Mitglied"}.get(mitglieder, f"{mitglieder} Mitglieder")
    return " und ".join(part for part in (lead, rest) if part)


def typeset(text: str) -> str:
    """Set a text as a printer would: ``z. B.`` holds together, marks and dashes are German ones. No word is changed."""
    if '"' in text:
        text = STRAIGHT.sub(r"„\1“", text)
    if "'" in text or "-" in text:
        text = SIGN.sub(_sign, text)
    return SHORT.sub(_together, text) if "." in text else text


def number(value: float) -> str:
    """``12,5`` and ``−3``: with a minus that is no hyphen."""
    return zahl(value).replace("-", "\u2212")


def shortened(text: str, longest: int) -> str:
    """Give a text as one line of at most so many characters, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _sign(match: re.Match[str]) -> str:
    """Give the apostrophe, or the dash between two numbers when they are a range."""
    if match["apostrophe"]:
        return "’"
    is_range = match["moment"] or (match["first"] and int(match["first"]) < int(match["last"]))
    return match[0].replace("-", "–") if is_range else match[0]


def _together(match: re.Match[str]) -> str:
    return THIN.join(f"{one}." for one in re.findall(r"\w", match[0]))
