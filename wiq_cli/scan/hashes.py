"""Hashes of addresses and numbers: who knows the value can find it again in a hash, also in the beginning of one."""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.types import Kind

RUN = re.compile(r"(?<![^\W_])(?=[a-fA-F]*\d)[0-9a-fA-F]{8,128}(?![^\W_])")
DAY = re.compile(r"(?:19|20|21)\d\d(?:0\d|1[0-2])[0-3]\d")
ALGORITHMS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
"""With the number of their hex digits."""
PREFIX = 8  # hex digits
BYTES = PREFIX // 2
NUMBER = "I"  # of so many bytes


class Hashes:
    """The hashes of all addresses and numbers; made when a page first shows something that could be one."""

    def __init__(self, emails: AbstractSet[str], numbers: AbstractSet[str]) -> None:
        self._emails = emails
        self._numbers = numbers
        self._table = cache(self._beginnings)

    def find(self, run: str) -> tuple[str, Kind] | None:
        """Give the hash that begins like this, with its kind."""
        low = run.lower()
        if DAY.fullmatch(low):
            return None
        beginning = int(low[:PREFIX], 16)
        names = _at_least(len(low))
        return self._known(names, low) if _holds(self._table(names), beginning) else None

    def _beginnings(self, names: tuple[str, ...]) -> array[int]:
        """Give the first bytes of all hashes of these kinds, sorted: there are many of them, and few are ever asked for."""
        digests = (_made(name, form).digest() for name in names for form, _ in self._forms())
        return array(NUMBER, sorted([int.from_bytes(one[:BYTES], "big") for one in digests]))

    def _known(self, names: tuple[str, ...], low: str) -> tuple[str, Kind] | None:
        digests = ((_made(name, form).hexdigest(), kind) for name in names for form, kind in self._forms())
        return next((one for one in digests if one[0].startswith(low)), None)

    def _forms(self) -> Iterator[tuple[bytes, Kind]]:
        for address in self._emails:
            data = address.encode()
            yield data, "email"
            yield data + b"\n", "email"
            yield b"mailto:" + data, "email"
        for number in self._numbers:
            data = number.encode()
            for prefix in (b"0", b"+49", b"0049", b"49"):
                yield prefix + data, "phone"


@cache
def _at_least(digits: int) -> tuple[str, ...]:
    """Give what makes hashes of so many hex digits, or of more."""
    return tuple(name for name, its in ALGORITHMS.items() if its >= digits)


def _made(name: str, form: bytes) -> hashlib._Hash:
    return getattr(hashlib, name)(form, usedforsecurity=False)  # type: ignore[no-any-return]


def _holds(beginnings: array[int], one: int) -> bool:
    place = bisect_left(beginnings, one)
    return place < len(beginnings) and beginnings[place] == one
