"""What waits, for eyes and for pipes: one line each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiq_cli.report.decisions import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.usecases.decide_due import Due

KIND = {
    "offen": "offen",
    "vertagt": "vertagt",
    "frist": "Frist vorbei",
    "wiedervorlage": "Wiedervorlage",
    "aufgabe": "Aufgabe",
    "bedenken": "Bedenken",
    "sichtbarkeit": "Sichtbarkeit",
    "leistung_endet": "Unterstützung endet",
    "sitz_frei": "freier Sitz",
    "wunsch": "Wunsch",
}


def due_lines(found: Iterable[Due], day: date, *, aligned: bool) -> str:
    """Give one line each: for a person with how long it has waited, for a program with what the file says."""
    if not aligned:
        return columns([[one.date, one.kind, one.id, one.text] for one in found], aligned=False)
    return columns(
        [[one.date or "ohne Tag", KIND[one.kind], one.team, one.text, since(one, day), one.id] for one in found],
        aligned=True,
    )


def since(one: Due, day: date) -> str:
    """Say for how long something has waited, or when it will be."""
    if not one.date:
        return ""
    days = (day - date.fromisoformat(one.date)).days
    if days == 0:
        return "heute"
    if days < 0:
        return f"in {-days} {'Tag' if days == -1 else 'Tagen'}"
    return f"seit {days} {'Tag' if days == 1 else 'Tagen'}"
