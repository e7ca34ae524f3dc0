"""Days, times and numbers as German readers expect them. Never the machine's locale: containers lack de_DE."""

from __future__ import annotations

import re
from datetime import date, datetime

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def day(value: date) -> str:
    """``15.09.2024``."""
    return f"{value:%d.%m.%Y}"


def day_and_time(value: date | datetime) -> str:
    """``Di 24.11.2026, 18:00 Uhr``, or without the time for a whole day."""
    text = f"{WEEKDAYS[value.weekday()]} {day(value)}"
    return f"{text}, {value:%H:%M} Uhr" if isinstance(value, datetime) else text


def number(value: float) -> str:
    """``12,5`` and ``1.250``; a year-like number of four digits stays as it is."""
    text = f"{value:,}" if abs(value) >= 10_000 else f"{value}"  # noqa: PLR2004  # four digits read well without a dot
    return text.translate(str.maketrans(",.", ".,"))


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
