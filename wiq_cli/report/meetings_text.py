"""Meetings for eyes: by day on a terminal, one line each in a pipe."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.domain.zeitangabe import WOCHENTAGE, german, short_day
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.terminplan import Meeting

WORDS = {"planned": "geplant", "moved": "verlegt", "cancelled": "entfällt"}
NEAR = {-1: "gestern", 0: "heute", 1: "morgen", 2: "übermorgen"}
HOURS = 13  # columns


def plain(meetings: Iterable[Meeting]) -> str:
    """One line each: day, start, end, file name, team, place, status."""
    return "".join("\t".join(safe(cell) for cell in _cells(one)) + "\n" for one in meetings)


def _cells(one: Meeting) -> tuple[str, ...]:
    start, end = _clock(one.start), _clock(one.end)
    return (one.day.isoformat(), start, end, one.team, one.name, one.place or "", WORDS[one.status])


def full(meetings: Iterable[Meeting], heute: date, *, colour: bool) -> str:
    """A heading for each day, and below it its meetings."""
    blocks = []
    for day, of_day in groupby(meetings, key=lambda one: one.day):
        heading = f"{WOCHENTAGE[day.weekday()]}, {german(day)} · {near(day, heute)}"
        lines = [f"\x1b[1m{heading}\x1b[0m" if colour else heading, *(_line(one) for one in of_day)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def near(day: date, heute: date) -> str:
    """Write ``heute``, ``in 3 Tagen``, ``vor 12 Tagen``."""
    days = (day - heute).days
    return NEAR.get(days) or (f"in {days} Tagen" if days > 0 else f"vor {-days} Tagen")


def _line(one: Meeting) -> str:
    text = safe(one.name) + (f" · {safe(one.place)}" if one.place else "")
    return f"  {_hours(one):<{HOURS}} {text}{_unusual(one)}"


def _hours(one: Meeting) -> str:
    if one.all_day:
        return "ohne Uhrzeit"
    return _clock(one.start) if one.end_assumed else f"{_clock(one.start)}–{_clock(one.end)}"


def _unusual(one: Meeting) -> str:
    if one.status == "cancelled":
        return " · ENTFÄLLT"
    if one.status == "moved":
        return f" · verlegt vom {short_day(one.original)}" if one.day != one.original else " · geändert"
    return ""


def _clock(moment: date) -> str:
    return f"{moment:%H:%M}" if isinstance(moment, datetime) else ""
