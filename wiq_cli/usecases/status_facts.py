"""What the Monday screen needs of a team's file: days, numbers and the words of the status. Nothing of it depends on today.

It may be remembered, so that an unchanged file need not be read again: wishes and rooms are only told apart, not written
down. Nobody is named in it, not even by a kennung. Light on purpose: whoever remembers everything loads no model of a team.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

BACK, AHEAD = timedelta(400), timedelta(100)
Stretch = tuple[str, str]  # first and last day; empty where there is none


def span(heute: date) -> tuple[date, date]:
    """Give the days whose meetings are wanted: whole months, so that it lasts for some weeks."""
    later = (heute + AHEAD).replace(day=1)
    return (heute - BACK).replace(day=1), later - timedelta(1)


def lasts(stretch: Stretch, day: date) -> bool:
    """Whether a day lies in a stretch."""
    first, last = stretch
    return first <= day.isoformat() and (not last or last >= day.isoformat())


class Slot(NamedTuple):
    """A meeting that takes place, by its hours. ``room`` only tells rooms apart."""

    start: str
    end: str
    room: str

    @property
    def begin(self) -> date:
        """The day, or the day and the hour."""
        return datetime.fromisoformat(self.start) if "T" in self.start else date.fromisoformat(self.start)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.start[:10])


class Ask(NamedTuple):
    """A wish or a question. ``mark`` only tells it from others."""

    art: str
    is_support: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One file. Days are written as in JSON."""

    name: str
    art: str
    status: str
    frueher: list[str]
    notes: list[tuple[str, str]]  # what was written down, with its day
    meetings: list[Slot]
    later: list[Slot]  # the first one after these
    goals: list[tuple[str, bool]]  # until when, and whether it is reached
    effects: list[tuple[float | None, list[tuple[str, float]]]]  # the target, and what was measured
    rows: tuple[int, int] | None  # of the concept: how many are filled, of how many
    gaps: list[str]
    leads: list[Stretch]
    limits: list[tuple[Stretch, str]]  # consents that end: how long somebody is there, and the last day
    benches: list[tuple[str, int, list[Stretch]]]  # the name, how many seats, and who sits how long
    steps: list[str]  # days of those that are not done
    asks: list[Ask]
    consent: tuple[str, str] | None  # to the profile: since when, and until when


def kept(facts: Facts) -> dict[str, Any]:
    """Give facts as they are written down."""
    return {one.name: getattr(facts, one.name) for one in fields(facts)}


def recalled(data: Mapping[str, Any]) -> Facts:
    """Read facts that were written down."""
    facts = Facts(**data)
    return replace(
        facts,
        meetings=[Slot(*one) for one in facts.meetings],
        later=[Slot(*one) for one in facts.later],
        asks=[Ask(*one) for one in facts.asks],
    )


def mark(words: str) -> str:
    """Give what tells words from others, and says none of them."""
    return blake2b(" ".join(words.casefold().split()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
