"""Meetings for eyes: by day on a terminal, one line each in a pipe."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.domain.zeitangabe import WOCHENTAGE, german, short_day
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiq_cli.domain.terminplan import Meeting

WORDS = {"planned": "geplant", "moved": "verlegt", "cancelled": "entfällt"}
NEAR = {-1: "gestern", 0: "heute", 1: "morgen", 2: "übermorgen"}
HOURS = 13  # columns


def plain(meetings: Iterable[Meeting]) -> str:
    """One line each: day, start, end, file name, team, place, status."""
    return "".join("\t".join(safe(cell) for cell in _cells(one)) + "\n" for one in meetings)


def _cells(one: Meeting) -> tuple[str, ...]:
    start, end = clock(one.start), clock(one.end)
    return (one.day.isoformat(), start, end, one.team, one.name, one.place or "", WORDS[one.status])


def full(meetings: Iterable[Meeting], heute: date, free: Mapping[date, Sequence[str]], *, colour: bool) -> str:
    """A heading for each day, and below it its meetings. ``free`` names the holidays."""
    blocks = []
    for day, of_day in groupby(meetings, key=lambda one: one.day):
        lines = [heading(day, heute, free.get(day, ()), colour=colour), *(_line(one) for one in of_day)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def heading(day: date, heute: date, more: Sequence[str] = (), *, colour: bool) -> str:
    """Write ``Dienstag, 24.11.2026 · in 3 Tagen``."""
    text = safe(" · ".join([f"{WOCHENTAGE[day.weekday()]}, {german(day)}", near(day, heute), *more]))
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def near(day: date, heute: date) -> str:
    """Write ``heute``, ``in 3 Tagen``, ``vor 12 Tagen``."""
    days = (day - heute).days
    return NEAR.get(days) or (f"in {days} Tagen" if days > 0 else f"vor {-days} Tagen")


def _line(one: Meeting) -> str:
    text = safe(one.name) + (f" · {safe(one.place)}" if one.place else "")
    return f"  {hours(one):<{HOURS}} {text}{_unusual(one)}"


def hours(one: Meeting) -> str:
    """Write ``18:00–19:30``; without an end where it is only assumed."""
    if one.all_day:
        return "ohne Uhrzeit"
    return clock(one.start) if one.end_assumed else f"{clock(one.start)}–{clock(one.end)}"


def _unusual(one: Meeting) -> str:
    if one.status == "cancelled":
        return " · ENTFÄLLT"
    if one.status == "moved":
        return f" · verlegt vom {short_day(one.original)}" if one.day != one.original else " · geändert"
    return ""


def clock(moment: date) -> str:
    """Write ``18:00``; nothing for a whole day."""
    return f"{moment:%H:%M}" if isinstance(moment, datetime) else ""
