"""Numbers as Germans write them: one way for pages, reports and the screen."""

from __future__ import annotations

from decimal import Decimal

FOUR_DIGITS = 10_000  # they read well without a dot


def digits(value: float) -> str:
    """``12.5`` as a file holds it: without an „e“, however small or large."""
    return f"{Decimal(str(value)):f}"


def zahl(value: float) -> str:
    """``12,5`` and ``12.500``; a year-like number of four digits stays as it is."""
    plain = Decimal(str(value))  # what is very small or large has no „e“ either
    text = f"{plain:,f}" if abs(value) >= FOUR_DIGITS else f"{plain:f}"
    return text.translate(str.maketrans(",.", ".,"))
