"""Free slots for eyes and programs; the last line at a terminal is there to be copied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.domain.zeitangabe import WOCHENTAGE, clock, german, listed, short_day
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.usecases.meetings_free import Slot, Wish

SCHEMA = "wiq.free/1"
NAMES = 12  # columns of a weekday


def document(slots: Sequence[Slot], kuerzel: Sequence[str], ends: tuple[date, date], wish: Wish) -> str:
    """Write all slots as one JSON document."""
    rows = [
        {
            "weekday": WOCHENTAGE[one.weekday],
            "start": clock(one.start),
            "end": clock(one.end),
            "every_weeks": wish.every,
            "first": one.first.isoformat(),
            "rhythm": one.rhythmus,
            "except": [day.isoformat() for day in one.missed],
        }
        for one in slots
    ]
    head = {"schema": SCHEMA, "teams": list(kuerzel), "from": ends[0].isoformat(), "to": ends[1].isoformat()}
    return json.dumps(head | {"minutes": wish.minutes, "slots": rows}, ensure_ascii=False, indent=2)


def plain(slots: Sequence[Slot]) -> str:
    """One line each: weekday, start, end, the line for the file, and the days on which it does not fit."""
    return "".join(
        "\t".join(
            (
                WOCHENTAGE[one.weekday],
                clock(one.start),
                clock(one.end),
                one.rhythmus,
                ",".join(day.isoformat() for day in one.missed),
            )
        )
        + "\n"
        for one in slots
    )


def full(slots: Sequence[Slot], names: Sequence[str], ends: tuple[date, date], wish: Wish) -> str:
    """Say for whom and when, then one line each."""
    quite = not any(one.missed for one in slots)
    what = "Frei für" if quite else "Ganz frei ist nichts. Am ehesten geht es für"
    head = f"{what} {listed([safe(one) for one in names])}, {wish.minutes} Minuten, vom {german(ends[0])} bis {german(ends[1])}:"
    return "\n".join([head, *(f"  {_line(one, wish)}" for one in slots)]) + "\n"


def _line(one: Slot, wish: Wish) -> str:
    text = f"{WOCHENTAGE[one.weekday]:<{NAMES}}{clock(one.start)}–{clock(one.end)}"
    text += f", alle {wish.every} Wochen ab {german(one.first)}" if wish.every > 1 else ""
    return text + (f", nicht am {listed([short_day(day) for day in one.missed])}" if one.missed else "")
