"""A day as it is given on the command line."""

from __future__ import annotations

import re
from datetime import date

EARLIEST, LATEST = 1970, 2199


def read_day(text: str) -> date:
    """Read ``2026-11-24`` or ``24.11.2026``; raises ``ValueError`` with a German sentence."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    german = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", text)
    found = iso.groups() if iso else german.groups()[::-1] if german else None
    if found is None:
        raise ValueError("Schreib das Datum so: 2026-11-24.")
    year, month, day = map(int, found)
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"wiq rechnet mit den Jahren {EARLIEST} bis {LATEST}.")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("Diesen Tag gibt es im Kalender nicht.") from None
