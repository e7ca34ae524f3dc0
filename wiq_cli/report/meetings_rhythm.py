"""A proposed rhythm for eyes and programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.domain.zeitangabe import WOCHENTAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.gewohnheit import Gewohnheit

SCHEMA = "wiq.rhythm/1"


def document(kuerzel: str, found: Gewohnheit | None, line: str, days: Sequence[date]) -> str:
    """Write the proposal as one JSON document; ``rhythm`` is null where there is no habit."""
    habit = {
        "weekday": WOCHENTAGE[found.wochentag] if found else None,
        "on_weekday": found.davon if found else None,
        "dates": found.alle if found else None,
        "rhythm": line if found else None,
        "next": [one.isoformat() for one in days],
    }
    return json.dumps({"schema": SCHEMA, "team": kuerzel} | habit, ensure_ascii=False, indent=2)


def plain(found: Gewohnheit, line: str) -> str:
    """One line: the rhythm, how many dates are on its weekday, of how many."""
    return f"{line}\t{found.davon}\t{found.alle}\n"


def full(found: Gewohnheit, line: str, echo: Sequence[str]) -> str:
    """Say what the dates show, and what the rhythm would mean."""
    weekday = WOCHENTAGE[found.wochentag].lower()
    sentences = [
        f"Meist trefft ihr euch {weekday}s: {found.davon} von {found.alle} Terminen.",
        f"Dann schau mal: {line}",
    ]
    return "\n".join([*sentences, *(f"  {one}" for one in echo)]) + "\n"
