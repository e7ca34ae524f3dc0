"""What becomes of each place of a file when two versions of it come together: one side, parts of both, or a clash."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, TypeAlias

from wiq_cli.domain import datum

Side: TypeAlias = Literal["ours", "theirs"]
SIDES: tuple[Side, Side] = ("ours", "theirs")
Step: TypeAlias = str | int


class Absent(Enum):
    """Nothing stands here, not even a key."""

    ABSENT = 0


ABSENT = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Whole:
    """The value as it stands on one side, or on both alike."""

    side: Literal["ours", "theirs", "both"]
    value: Any


@dataclass(frozen=True, slots=True)
class Clash:
    """Both sides changed the same value, each in its own way. ``ABSENT`` where a side took it out."""

    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a mapping or a list: its key or number on each side, None where it does not stand, and its fate."""

    base: Step | None
    ours: Step | None
    theirs: Step | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class Parts:
    """A mapping or a list whose entries come from both sides, in their new order."""

    is_list: bool
    entries: tuple[Entry, ...]


Plan: TypeAlias = Whole | Clash | Parts


def clashes(plan: Plan) -> int:
    """Count the places where somebody has to choose."""
    if isinstance(plan, Parts):
        return sum(clashes(one.plan) for one in plan.entries)
    return int(isinstance(plan, Clash))


def result(plan: Plan, side: Side = "ours") -> Any:
    """Give the data that comes out when every clash is decided for one side."""
    if isinstance(plan, Whole):
        return plan.value
    if isinstance(plan, Clash):
        return getattr(plan, side)
    found = [(one.ours if one.ours is not None else one.theirs, result(one.plan, side)) for one in plan.entries]
    if plan.is_list:
        return [value for _, value in found if value is not ABSENT]
    return {key: value for key, value in found if value is not ABSENT}


def meaning(value: Any) -> Any:
    """Give plain data in a form that is the same for every way of writing the same: a day, blanks around a text."""
    if isinstance(value, str):
        text = value.strip()
        day = datum.parse(text) if text[:1].isdigit() else None
        return day.isoformat() if day else text
    if isinstance(value, list):
        return [meaning(one) for one in value]
    if isinstance(value, dict):
        return {key: meaning(one) for key, one in value.items()}
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same."""
    return bool(meaning(one) == meaning(other))
