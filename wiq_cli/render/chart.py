"""A small picture of an effect: where it began, what was measured, where it is to go. Positions only, no words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.public import Messwert, Wirkung

WIDTH, HEIGHT = 320, 132
LEFT, RIGHT, TOP, BOTTOM = 12.0, 300.0, 30.0, 112.0
NEAR = 18.0  # labels closer than this would overlap


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
    dots = tuple(
        Punkt(x, height(value), value, _label(height(value), target))
        for x, value in zip(_places(one), values, strict=True)
    )
    return Bild(dots, target)


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


def _label(height: float, target: float | None) -> float:
    """Put a number above its dot, or below where the line of the target would cross it."""
    return height + 17 if target is not None and 0 <= height - target < NEAR else height - 8
