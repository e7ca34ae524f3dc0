"""Texts that stand in a text as a block of letters and digits: Base64, Base32, hex, lists of numbers, XOR, hashes aside."""

from __future__ import annotations

import base64
import binascii
import re
import string
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = late(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}(?:\s{1,8}[A-Za-z0-9+/_-]{4,}){0,400}={0,2}")
PIECE = late(r"[A-Za-z0-9+/_-]{12,}")
BASE32 = late(r"[A-Z2-7](?<![A-Z2-7].)[A-Z2-7]{15,}={0,6}", re.DOTALL)  # what begins with a sign to look for is fast
HEX = late(r"(?<![0-9a-fA-F])(?:[0-9a-fA-F]{2}){6,}(?![0-9a-fA-F])")
PAIRS = late(r"(?:[0-9a-fA-F]{2}[\s,:;-]{1,2}(?:0x|\\x)?){5}")  # soon says that there are none
SPACED_HEX = late(
    r"(?<![0-9a-fA-F])(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s,:;-]{1,2}){5,}(?:0x|\\x)?[0-9a-fA-F]{2}(?![0-9a-fA-F])"
)
CODES = late(
    r"\d(?<![\d.].)(?:(?<=0)x[0-9a-fA-F]{2,4}|\d{1,4})(?:\s{0,3}[,;\s]\s{0,3}(?:0x[0-9a-fA-F]{2,4}|\d{2,5})){4,}(?![\d.])",
    re.DOTALL,
)
CODE = late(r"0x[0-9a-fA-F]+|\d+")
MIXED = late(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d|\d[A-Za-z]|\d{18}")
UTF16 = late(rb"(?:[^\0]\0){3}|(?:\0[^\0]){3}")
PRINTABLE = string.printable.encode()
MOSTLY = 0.85
LARGEST = 1 << 20
SHORTEST = 4
DIGESTS = frozenset({16, 20, 28, 32, 48, 64})


def texts(text: str) -> Iterator[str]:
    """Give what blocks in the text turn into, where that is a text."""
    codes = CODES.findall(text)
    if not codes and not MIXED.search(text):
        return
    for data in _blocks(text):
        if (found := readable(data)) is not None:
            yield found
    for row in codes:
        numbers = [int(one, 16 if one.startswith("0x") else 10) for one in CODE.findall(row)]
        if all(9 <= one < 0xD800 for one in numbers):  # noqa: PLR2004  # characters
            yield "".join(map(chr, numbers))


def digests(text: str) -> Iterator[str]:
    """Give blocks that have the length of a hash, as hex."""
    for match in PIECE.finditer(text):
        for data in _base64(match[0]) if MIXED.search(match[0]) else ():  # a long word is none
            if len(data) in DIGESTS:
                yield data.hex()


def _blocks(text: str) -> Iterator[bytes]:
    for match in BLOCK.finditer(text):
        block = match[0].rstrip("=")
        pieces = block.split()
        for piece in pieces:
            if MIXED.search(piece):
                yield from _base64(piece)
        if len(pieces) > 1 and sum(bool(MIXED.search(one)) for one in pieces) * 2 >= len(pieces):
            yield from _base64("".join(pieces))
    for match in BASE32.finditer(text):
        block = match[0].rstrip("=")
        try:
            yield base64.b32decode(block + "=" * (-len(block) % 8))
        except binascii.Error:
            continue
    for match in (*HEX.finditer(text), *(SPACED_HEX.finditer(text) if PAIRS.search(text) else ())):
        pairs = re.sub(r"0x|\\x|[\s,:;-]", "", match[0])
        data = bytes.fromhex(pairs)
        yield data
        if len(data) < 200:  # noqa: PLR2004  # an address behind its own key, as Cloudflare writes it
            yield bytes(one ^ data[0] for one in data[1:])


def _base64(block: str) -> Iterator[bytes]:
    """Read a block, also where its beginning was cut off or belongs to something else."""
    block = block.replace("-", "+").replace("_", "/")[:LARGEST]
    starts = {0, *(match.end() for match in re.finditer("/", block[:200]))}
    for start in sorted(starts)[:8]:
        piece = block[start:]
        piece = piece[: len(piece) - (len(piece) % 4 == 1)]
        try:
            yield binascii.a2b_base64(piece + "=" * (-len(piece) % 4))
        except binascii.Error:
            continue


def readable(data: bytes) -> str | None:
    """Give bytes as text, if they are one."""
    if len(data) < SHORTEST:
        return None
    if UTF16.search(data[:64]):
        first = data[:64].find(b"\0")
        try:
            return _printable(data[: len(data) & ~1].decode("utf-16-be" if first % 2 == 0 else "utf-16-le"))
        except UnicodeDecodeError:
            return None
    try:
        return _printable(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    end = data[:-1]
    printable = len(end) - len(end.translate(None, PRINTABLE))
    return data.decode("utf-8", "replace") if printable > MOSTLY * len(data) else None


def _printable(text: str) -> str | None:
    if text.isprintable():
        return text
    odd = sum(not one.isprintable() and one not in "\r\n\t" for one in text)
    return text if odd <= len(text) * (1 - MOSTLY) else None
