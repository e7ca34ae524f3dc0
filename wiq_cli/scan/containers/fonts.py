"""Fonts name the people who drew them, and whoever a program registered them to. Only their tables of names are read."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.parts import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

NAMES = "Angaben zur Schrift"
MOST = 4 * 1024 * 1024
MACINTOSH = 1


def sfnt(box: Box, data: bytes) -> Iterator[Part]:
    """TrueType and OpenType."""
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, size = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"name":
            yield box.text(_names(_piece(data, start, size)), NAMES)


def woff(box: Box, data: bytes) -> Iterator[Part]:
    """The same tables, each packed by itself, and maybe a page of XML."""
    for number in range(struct.unpack_from(">H", data, 12)[0]):
        tag, start, packed, size = struct.unpack_from(">4sIII", data, 44 + 20 * number)
        if tag == b"name":
            table = _piece(data, start, packed)
            yield box.text(_names(_inflate(table) if packed < size else table), NAMES)
    start, packed, _, private, private_size = struct.unpack_from(">IIIII", data, 24)
    if packed:
        yield box.text(_inflate(_piece(data, start, packed)).decode("utf-8", "replace"), NAMES, form=".html")
    if private_size and data[private : private + private_size].strip(b"\0"):
        yield box.unread("binary", NAMES)


def _piece(data: bytes, start: int, size: int) -> bytes:
    if start + size > len(data):
        raise EOFError
    return data[start : start + size]


def _inflate(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    found = stream.decompress(data, MOST)
    if stream.unconsumed_tail:
        raise Spent
    if not stream.eof:
        raise EOFError
    return found


def _names(table: bytes) -> str:
    count, strings = struct.unpack_from(">HH", table, 2)
    found: dict[str, None] = {}
    for number in range(count):
        platform, _, _, _, size, start = struct.unpack_from(">HHHHHH", table, 6 + 12 * number)
        value = table[strings + start : strings + start + size]
        found[value.decode("mac-roman" if platform == MACINTOSH else "utf-16-be", "replace")] = None
    return "\n".join(found)
