"""E-mail addresses and phone numbers as people write them, and what makes two of them the same."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def address(email: str) -> str:
    """Give the form in which two spellings of one address are equal."""
    return email.strip().casefold()


def national(number: str) -> str:
    """Give the digits that stay the same, however a number is dialled: ``+49 (0)341 …``, ``0049 341 …``, ``0341 …``."""
    digits = "".join(re.findall(r"\d", number)).removeprefix("00")
    return digits.lstrip("0") if digits.startswith("0") else digits.removeprefix("49").lstrip("0")
