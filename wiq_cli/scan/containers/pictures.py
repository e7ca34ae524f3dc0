"""PNG, WebP, GIF and icons: everything in them that is not pixels. A block nobody knows is refused."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.exif import METADATA, exif, iptc, xmp
from wiq_cli.scan.containers.jpeg import BEHIND
from wiq_cli.scan.containers.parts import Spent, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

PNG_HEAD = 8
PNG_PIXELS = frozenset(
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "sBIT",
        "bKGD",
        "hIST",
        "pHYs",
        "tIME",
        "acTL",
        "fcTL",
        "fdAT",
        "cICP",
        "mDCV",
        "cLLI",
        "mDCv",
        "cLLi",
        "oFFs",
        "vpAg",
        "orNT",
        "sTER",
        "iDOT",
        "sPLT",
    ]
)
WEBP_PIXELS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
RAW_PROFILE = "Raw profile type "
MOST_WORDS = 4 * 1024 * 1024
EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B
PLAIN_TEXT, GIF_COMMENT, APPLICATION = 0x01, 0xFE, 0xFF
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def png(box: Box, data: bytes) -> Iterator[Part]:
    yield box.picture()
    at, kind = PNG_HEAD, ""
    while kind != "IEND":
        size, name = struct.unpack_from(">I4s", data, at)
        kind, body = name.decode("latin-1"), data[at + 8 : at + 8 + size]
        if len(body) != size:
            raise EOFError
        at += size + 12
        if kind not in PNG_PIXELS:
            yield from _chunk(box, kind, body)
    if data[at:].strip(b"\0"):
        yield box.unread("binary", BEHIND)


def _chunk(box: Box, kind: str, body: bytes) -> Iterator[Part]:
    key, _, rest = body.partition(b"\0")
    if kind == "tEXt":
        yield from _keyword(box, key, rest, "latin-1")
    elif kind == "zTXt":
        yield from _keyword(box, key, _inflate(box, rest[1:]), "latin-1")
    elif kind == "iTXt":
        packed, (language, translated, words) = rest[0], rest[2:].split(b"\0", 2)
        yield box.text((language + b"\n" + translated).decode("utf-8", "replace"), METADATA)
        yield from _keyword(box, key, _inflate(box, words) if packed else words, "utf-8")
    elif kind == "eXIf":
        yield from exif(box, body)
    elif kind == "iCCP":
        yield box.text(strings(key + b"\n" + _inflate(box, rest[1:])), METADATA)
    else:
        yield box.unread("binary", METADATA)


def _keyword(box: Box, key: bytes, words: bytes, encoding: str) -> Iterator[Part]:
    name = key.decode("latin-1")
    if name.startswith(RAW_PROFILE):
        profile = bytes.fromhex(b"".join(words.split()[2:]).decode("ascii"))
        if profile.startswith(b"Exif\0\0"):
            yield from exif(box, profile[6:])
        else:
            yield from iptc(box, profile)
    elif name == "XML:com.adobe.xmp":
        yield from xmp(box, words)
    else:
        readings = dict.fromkeys(words.decode(one, "replace") for one in ("utf-8", encoding))
        yield box.text("\n".join([name, *readings]), METADATA)


def _inflate(box: Box, data: bytes) -> bytes:
    stream = zlib.decompressobj()
    words = stream.decompress(data, MOST_WORDS)
    box.purse.pay(len(words))
    if stream.unconsumed_tail:
        raise Spent
    if not stream.eof:
        raise EOFError
    return words


def webp(box: Box, data: bytes) -> Iterator[Part]:
    yield box.picture()
    at, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while at + 8 <= end:
        kind, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        if len(body) != size:
            raise EOFError
        at += 8 + size + size % 2
        if kind == b"EXIF":
            yield from exif(box, body.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from xmp(box, body)
        elif kind == b"ICCP":
            yield box.text(strings(body), METADATA)
        elif kind not in WEBP_PIXELS:
            yield box.unread("binary", METADATA)
    if data[at:].strip(b"\0"):
        yield box.unread("binary", BEHIND)


def gif(box: Box, data: bytes) -> Iterator[Part]:
    yield box.picture()
    at = 13 + _colours(data[10])
    while at < len(data) and data[at] != TRAILER:  # some programs leave the last byte out
        if data[at] == IMAGE:
            at, _ = _blocks(data, at + 11 + _colours(data[at + 9]))
        elif data[at] == EXTENSION:
            kind = data[at + 1]
            at, blocks = _blocks(data, at + 2)
            yield from _extension(box, kind, blocks)
        else:
            raise ValueError
    if data[at + 1 :].strip(b"\0"):
        yield box.unread("binary", BEHIND)


def _colours(flags: int) -> int:
    """Give the size of a table of colours."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> tuple[int, list[bytes]]:
    """Collect blocks up to the empty one that ends them."""
    found = []
    while size := data[at]:
        found.append(data[at + 1 : at + 1 + size])
        at += 1 + size
    return at + 1, found


def _extension(box: Box, kind: int, blocks: list[bytes]) -> Iterator[Part]:
    body = b"".join(blocks)
    if kind == GIF_COMMENT:
        yield box.text(body.decode("utf-8", "replace") + "\n" + body.decode("cp1252", "replace"), "Kommentar im Bild")
    elif kind == APPLICATION and body.startswith(b"XMP Data"):  # written straight through, as if it had no blocks
        yield box.unread("binary", METADATA)
    elif kind == PLAIN_TEXT or (kind == APPLICATION and not body.startswith(LOOPS)):
        yield box.text(strings(body), METADATA)


def ico(box: Box, data: bytes) -> Iterator[Part]:
    """Icons hold several pictures: whole PNG files, or bare pixels."""
    yield box.picture()
    count = struct.unpack_from("<H", data, 4)[0]
    covered = 6 + 16 * count
    for number in range(count):
        size, start = struct.unpack_from("<II", data, 6 + 16 * number + 8)
        body = data[start : start + size]
        if len(body) != size:
            raise EOFError
        covered = max(covered, start + size)
        if body.startswith(b"\x89PNG"):
            yield from box.inside("symbol.png", body)
        elif body[:4] != b"\x28\0\0\0":
            raise ValueError
    if data[covered:].strip(b"\0"):
        yield box.unread("binary", BEHIND)
