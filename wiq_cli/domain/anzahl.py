"""Numbers in German sentences: 1 Person stimmt zu, 2 stimmen zu."""

from __future__ import annotations


def anzahl(number: int, one: str, many: str) -> str:
    """Give the words for one, or those for every other number, which stands in them as ``{}``."""
    return one if number == 1 else many.format(number)
