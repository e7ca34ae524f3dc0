"""An agenda as Markdown: to paste into an invitation."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe
from wiq_cli.usecases.decide_agenda import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.usecases.decide_agenda import Agenda, Point

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def agenda_text(one: Agenda) -> str:
    """Give the agenda with its sections, the points numbered through."""
    return "\n".join(safe(line) for line in _lines(one))


def _lines(one: Agenda) -> Iterator[str]:
    yield f"# Tagesordnung {one.name}"
    yield ""
    yield _when(one)
    number = 0
    for kind, points in groupby(one.points, key=lambda point: point.kind):
        yield ""
        yield f"## {SECTIONS[kind]}"
        yield ""
        for point in points:
            number += 1
            yield f"{number}. {_point(point)}"
    if not one.points:
        yield ""
        yield "Nichts ist offen, nichts ist fällig."


def _point(point: Point) -> str:
    detail = f" – {point.detail}" if point.detail else ""
    return f"{point.text}{detail}" + (f" ({point.id})" if point.id else "")


def _when(one: Agenda) -> str:
    meeting = one.meeting
    clock = f", {meeting.start:%H:%M} Uhr" if meeting and isinstance(meeting.start, datetime) else ""
    place = f", {meeting.place}" if meeting and meeting.place else ""
    return f"{DAYS[one.day.weekday()]}, {one.day:%d.%m.%Y}{clock}{place}"
