"""Public holidays of a German state: statutory days only, as the library ``holidays`` knows them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def feiertag(tag: date, bundesland: str) -> str | None:
    """Give the name of the public holiday on that day, None on any other."""
    return _of_year(bundesland, tag.year).get(tag)


@cache
def _of_year(bundesland: str, year: int) -> dict[date, str]:
    from holidays import country_holidays  # noqa: PLC0415  # 80 ms that only a pause is worth

    # Category public alone: the others would add Fronleichnam, which Leipzig does not have. The language is named
    # because the library would otherwise go by the machine's.
    return dict(country_holidays("DE", subdiv=bundesland, years=year, language="de").items())
