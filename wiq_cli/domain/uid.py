"""The name a calendar knows a meeting by. It goes by the oldest file name of the team and the day the meeting was first
meant for, so another hour, day, place, order of lines, file name, network name or domain changes nothing.

Fixed for ever: whoever imported a calendar once would find every meeting twice after a change here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

SPACE = "5a3f0f6e-3d0b-5b0e-9f4c-8a5f1d2c7b61"


def oldest_name(kuerzel: str, frueher: Sequence[str]) -> str:
    """Give the file name a team began with: the first of ``frueher``, to which later names are appended."""
    return frueher[0] if frueher else kuerzel


def meeting_uid(oldest: str, original: date, number: int) -> str:
    """Name the n-th meeting of the day it was first meant for."""
    return _uid(f"{oldest}/{original.isoformat()}/{number}")


def series_uid(oldest: str, rule: str, number: int) -> str:
    """Name a whole series, for those who import one: the n-th with this rule."""
    return _uid(f"{oldest}/{rule}/{number}")


def contact_uid(about: str) -> str:
    """Name the card of a person, so that an address book knows it again."""
    return _uid(f"person/{about}")


def _uid(name: str) -> str:
    from uuid import uuid5  # noqa: PLC0415  # start-up

    return str(uuid5(_space(), name))


@cache
def _space() -> UUID:
    from uuid import UUID  # noqa: PLC0415  # start-up

    return UUID(SPACE)
