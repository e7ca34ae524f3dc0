"""Meetings for programs: ``wiq.meetings/1``. Whole days carry plain dates, the end exclusive as in calendars."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.terminplan import Meeting


def document(meetings: Iterable[Meeting], zone: str) -> str:
    """Write all meetings as one JSON document. Reasons stay in the house."""
    there = ZoneInfo(zone)
    return json.dumps(
        {"schema": "wiq.meetings/1", "meetings": [row(one, there) for one in meetings]}, ensure_ascii=False, indent=2
    )


def row(one: Meeting, zone: ZoneInfo) -> dict[str, Any]:
    """Give one meeting as programs read it."""
    return {
        "team": one.team,
        "name": one.name,
        "start": _moment(one.start, zone),
        "end": _moment(one.end, zone),
        "all_day": one.all_day,
        "place": one.place,
        "status": one.status,
        "uid": one.uid,
    }


def _moment(value: date, zone: ZoneInfo) -> str:
    """Attach the zone last. An hour that summer time skips comes out as the one behind the gap."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).isoformat()
