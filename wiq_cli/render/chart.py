"""A small picture of an effect: where it began, what was measured, where it is to go. Positions only, no words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.domain.public import Messwert, Wirkung

WIDTH, HEIGHT = 320, 132
LEFT, RIGHT, TOP, BOTTOM = 12.0, 300.0, 30.0, 112.0
NEAR = 18.0  # labels closer than this would overlap
ABOVE, BELOW = -8.0, 17.0  # from a dot to the foot of its number
HALF_A_WORD = 48.0  # of „Ziel 12.500“, from its middle


class Punkt(NamedTuple):
    """A value in the picture: where its dot is and where its number stands."""

    x: float
    y: float
    wert: float
    schrift: float


class Bild(NamedTuple):
    """What a template needs to draw it."""

    punkte: tuple[Punkt, ...]
    ziel: float | None  # the height of the line of the target
    zielwort: tuple[float, float] | None  # where its word stands


def chart(one: Wirkung) -> Bild | None:
    """Lay out the picture; None where there is nothing to compare."""
    values = [*([] if one.ausgangswert is None else [one.ausgangswert]), *(each.wert for each in _measured(one))]
    if not one.ist or len(values) + (one.soll is not None) <= 1:
        return None
    scale = [*values, *([] if one.soll is None else [one.soll])]
    low, high = min(scale), max(scale)
    span = (high - low) or 1

    def height(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - low) / span

    target = None if one.soll is None else height(one.soll)
    heights = [height(value) for value in values]
    dots = tuple(
        Punkt(x, y, value, _label(y, _slope(heights, number), target))
        for number, (x, y, value) in enumerate(zip(_places(one), heights, values, strict=True))
    )
    return Bild(dots, target, None if target is None else _word(dots, target))


def places(found: Bild, write: Callable[[float], Any] = lambda value: value) -> dict[str, Any]:
    """Give the positions as text: a template would write them with a comma. ``write``: how a measured value is given."""
    dots = tuple(
        {"x": f"{dot.x:.1f}", "y": f"{dot.y:.1f}", "schrift": f"{dot.schrift:.1f}", "wert": write(dot.wert)}
        for dot in found.punkte
    )
    return {
        "linie": " ".join(f"{dot['x']},{dot['y']}" for dot in dots),
        "punkte": dots,
        "ziel": None if found.ziel is None else f"{found.ziel:.1f}",
        "zielmitte": None if found.zielwort is None else f"{found.zielwort[0]:.1f}",
        "zielschrift": None if found.zielwort is None else f"{found.zielwort[1]:.1f}",
    }


def share(one: Wirkung) -> int | None:
    """Say how much of the way to the target is done, in percent; None where nobody can tell."""
    if one.soll is None or not one.ist:
        return None
    start = 0 if one.ausgangswert is None else one.ausgangswert
    if one.soll == start:
        return None
    return int(100 * (_measured(one)[-1].wert - start) / (one.soll - start))


def _measured(one: Wirkung) -> list[Messwert]:
    return sorted(one.ist, key=lambda each: each.am)


def _places(one: Wirkung) -> Iterator[float]:
    """Give the place of every value from left to right; measured ones stand as far apart as their days."""
    first = LEFT
    if one.ausgangswert is not None:
        yield LEFT
        first = LEFT + 60
    days = [each.am.toordinal() for each in _measured(one)]
    span = days[-1] - days[0]
    yield from (first + (RIGHT - first) * ((day - days[0]) / span if span else 1) for day in days)


def _slope(heights: list[float], number: int) -> float:
    """Say where the course is beside a dot at an end: above it (less than 0) or below."""
    beside = heights[1] if number == 0 and len(heights) > 1 else heights[max(0, number - 1)]
    return beside - heights[number]


def _label(height: float, slope: float, target: float | None) -> float:
    """Put a number above its dot, or below where the course goes up from there or the line of the target would cross it."""
    sides = (BELOW, ABOVE) if slope < -NEAR else (ABOVE, BELOW)
    free = (side for side in sides if target is None or not _crosses(target, height, side))
    return height + next(free, sides[0])


def _crosses(target: float, height: float, side: float) -> bool:
    return 0 <= height - target < NEAR if side == ABOVE else 0 < target - height < NEAR + 2


def _word(dots: tuple[Punkt, ...], target: float) -> tuple[float, float]:
    """Put the word of the target at its line, in the middle or where the course and the numbers are furthest away."""
    places = [(x, target + side) for x in (WIDTH / 2, WIDTH / 4, WIDTH * 3 / 4) for side in (-6.0, 14.0)]
    return max(places, key=lambda place: min(NEAR, _room(dots, *place)))


def _room(dots: tuple[Punkt, ...], x: float, foot: float) -> float:
    """Say how far what is drawn is from the middle of a word."""
    middle = foot - 4
    drawn = [(one.x, one.schrift - 4) for one in (dots[0], dots[-1])]
    for one, other in pairwise(dots):
        steps = max(1, round((other.x - one.x) / 8))
        drawn += [
            (one.x + (other.x - one.x) * step / steps, one.y + (other.y - one.y) * step / steps)
            for step in range(steps + 1)
        ]
    return min((abs(y - middle) for at, y in drawn if abs(at - x) < HALF_A_WORD), default=HEIGHT)
