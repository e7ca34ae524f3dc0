"""Meetings, what gets in their way, and when there is room for one."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from wiq_cli.domain.formats.common import Clock, Day, Moment, Weekday


class Meeting(TypedDict):
    team: str
    name: str
    start: Moment
    end: Moment
    all_day: bool
    place: str | None
    status: Literal["planned", "moved", "cancelled"]
    uid: str


class Meetings(TypedDict):
    schema: str
    meetings: list[Meeting]


class Conflict(TypedDict):
    kind: Literal["team", "place", "person", "travel", "holiday", "school_holidays"]
    level: Literal["warning", "hint"]
    day: Day
    meetings: list[Meeting]
    minutes: int | None
    holiday: str | None


class Conflicts(TypedDict):
    schema: str
    conflicts: list[Conflict]


# two of its keys are words of Python
Slot = TypedDict(
    "Slot",
    {
        "weekday": Weekday, "start": Clock, "end": Clock, "every_weeks": int, "first": Day, "rhythm": str, "except": list[Day],
    },
)  # fmt: skip
Free = TypedDict(
    "Free", {"schema": str, "teams": list[str], "from": Day, "to": Day, "minutes": int, "slots": list[Slot]}
)


class Rhythm(TypedDict):
    """The proposal; everything is null where there is no habit."""

    schema: str
    team: str
    weekday: Weekday | None
    on_weekday: int | None
    dates: int | None
    rhythm: str | None
    next: list[Day]


DOCUMENTS: dict[str, Any] = {
    "wiq.meetings/1": Meetings, "wiq.conflicts/1": Conflicts, "wiq.free/1": Free, "wiq.rhythm/1": Rhythm,
}  # fmt: skip
