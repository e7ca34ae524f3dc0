"""Public holidays of a German state: statutory days only, as the library ``holidays`` knows them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

FIXED = {
    (1, 1),
    (1, 6),
    (3, 8),
    (5, 1),
    (5, 8),
    (6, 17),
    (8, 15),
    (9, 20),
    (10, 3),
    (10, 31),
    (11, 1),
    (12, 25),
    (12, 26),
}
FR_MO_THU_SUN, WEDNESDAY, NOVEMBER = (4, 0, 3, 6), 2, 11


def feiertag(tag: date, bundesland: str) -> str | None:
    """Give the name of the public holiday on that day, None on any other."""
    return _of_year(bundesland, tag.year).get(tag)


def may_be_one(tag: date) -> bool:
    """Whether a day can be a public holiday in any state at all: to know it for sure takes longer."""
    moves_with_easter = (3, 20) <= (tag.month, tag.day) <= (6, 24) and tag.weekday() in FR_MO_THU_SUN
    repentance = tag.month == NOVEMBER and tag.weekday() == WEDNESDAY  # Buß- und Bettag
    return (tag.month, tag.day) in FIXED or moves_with_easter or repentance


@cache
def _of_year(bundesland: str, year: int) -> dict[date, str]:
    from holidays import country_holidays  # noqa: PLC0415  # 80 ms that only a pause is worth

    # Category public alone: the others would add Fronleichnam, which Leipzig does not have. The language is named
    # because the library would otherwise go by the machine's.
    return dict(country_holidays("DE", subdiv=bundesland, years=year, language="de").items())
