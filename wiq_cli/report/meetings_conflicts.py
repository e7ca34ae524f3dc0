"""What gets in the way of what, for eyes and programs: teams and days, never a person."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from wiq_cli.report.meetings_json import row
from wiq_cli.report.meetings_text import clock, heading
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.kollision import Kollision
    from wiq_cli.domain.terminplan import Meeting

SCHEMA = "wiq.conflicts/1"
WORDS = {
    "team": "team", "place": "ort", "person": "person", "travel": "weg", "holiday": "feiertag", "school_holidays": "ferien",
}  # fmt: skip


def document(found: Iterable[Kollision], zone: str) -> str:
    """Write everything as one JSON document."""
    there = ZoneInfo(zone)
    rows = [_row(one, there) for one in found]
    return json.dumps({"schema": SCHEMA, "conflicts": rows}, ensure_ascii=False, indent=2)


def _row(one: Kollision, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "kind": one.art,
        "level": "hint" if one.is_hint else "warning",
        "day": one.day.isoformat(),
        "meetings": [row(meeting, zone) for meeting in one.meetings],
        "minutes": one.minuten,
        "holiday": one.tag,
    }


def plain(found: Iterable[Kollision]) -> str:
    """One line each: day, kind, then start, end and file name of both meetings, and a sentence."""
    return "".join("\t".join(safe(cell) for cell in _cells(one)) + "\n" for one in found)


def _cells(one: Kollision) -> list[str]:
    both = [cell for each in one.meetings for cell in (clock(each.start), clock(each.end), each.team)]
    return [one.day.isoformat(), WORDS[one.art], *both, *[""] * (6 - len(both)), sentence(one)]


def full(found: Iterable[Kollision], heute: date, *, colour: bool) -> str:
    """A heading for each day, below it what gets in the way of what, and why."""
    blocks = []
    for day, of_day in groupby(found, key=lambda one: one.day):
        lines = [heading(day, heute, colour=colour)]
        for meetings, reasons in groupby(of_day, key=lambda one: one.meetings):
            lines.append("  " + " · ".join(_meeting(one, day) for one in meetings))
            lines += [f"    {safe(sentence(one))}" for one in reasons]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _meeting(one: Meeting, day: date) -> str:
    end = f"ca. {clock(one.end)}" if one.end_assumed else clock(one.end)
    text = safe(one.name) + ("" if one.all_day else f" {clock(one.start)}–{end}")
    return text + ("" if one.day == day else " (am Tag davor)")


def sentence(one: Kollision) -> str:
    """Say why. Somebody is somebody: nothing tells who."""
    if one.art in ("holiday", "school_holidays"):
        return f"{'Feiertag' if one.art == 'holiday' else 'Schulferien'}: {one.tag}."
    if one.art == "place":
        return f"Beide sind am selben Ort: {one.ort}." if one.ort else "Beide treffen sich über denselben Link."
    if one.art == "team":
        return "Das Team trifft sich zweimal zugleich."
    who = "Jemand ist in beiden Teams." if one.is_between_teams else ""
    if one.art == "person":
        return who
    left = f"bleiben {one.minuten} Minuten" if one.minuten else "bleibt keine Zeit"
    return f"{who} Für den Weg {left}, nötig sind {one.noetig}.".strip()
