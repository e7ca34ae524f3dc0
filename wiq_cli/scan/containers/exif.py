"""What a camera or a program wrote about a picture: Exif, XMP, IPTC. The place where it was taken is a finding by itself."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.parts import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

METADATA, PREVIEW = "Metadaten", "Vorschaubild"
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
WINDOWS = range(0x9C9B, 0x9CA0)  # title, comment, author, keywords, subject: UTF-16
USER_COMMENT = 0x9286
CODES = {b"ASCII\0\0\0": ("utf-8", "cp1252"), b"UNICODE\0": ("utf-16-le", "utf-16-be"), b"\0" * 8: ("utf-8", "cp1252")}
SUB_FOLDERS = (0x8769, 0xA005, 0x014A)
GPS, POSITION = 0x8825, {1, 2, 3, 4}
THUMBNAIL, THUMBNAIL_SIZE = 0x0201, 0x0202
NAMES = {
    0x010E: "Beschreibung", 0x010F: "Hersteller", 0x0131: "Programm", 0x013B: "Fotograf", 0x013C: "Rechner",
    0x8298: "Copyright", 0x9286: "Kommentar", 0x9C9B: "Titel", 0x9C9C: "Kommentar", 0x9C9D: "Autor",
    0x9C9E: "Stichwörter", 0x9C9F: "Thema", 0xA430: "Besitzer der Kamera",
}  # fmt: skip
FIELD = 0x1C
MOST_FOLDERS, MOST_ENTRIES = 16, 1000


def exif(box: Box, data: bytes) -> Iterator[Part]:
    """Read the entries of all folders; then everything else in there that could be words."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        yield box.unread("damaged", METADATA)
        return
    rest = data
    for entries, is_gps in _folders(data, order):
        if is_gps and POSITION & entries.keys():
            yield box.location(METADATA)
        for tag, value in entries.items():
            if not is_gps and (words := _words(tag, value)):
                yield box.text(words, METADATA, NAMES.get(tag, f"Eintrag {tag:#06x}"))
        if THUMBNAIL in entries and THUMBNAIL_SIZE in entries:
            start, size = (_whole(entries[tag], order) for tag in (THUMBNAIL, THUMBNAIL_SIZE))
            preview = data[start : start + size]
            yield from box.inside("vorschau.jpg", preview, PREVIEW)
            rest = rest[:start] + bytes(len(preview)) + rest[start + size :]
    yield box.text(strings(rest), METADATA, echo=True)


def _folders(data: bytes, order: str) -> Iterator[tuple[dict[int, bytes], bool]]:
    """Give the folders of entries one after another, and whether it is the one about the place."""
    waiting, seen = [(_number(data, 4, order), False)], {0}
    while waiting:
        offset, is_gps = waiting.pop()
        if offset in seen:
            continue
        seen.add(offset)
        if len(seen) > MOST_FOLDERS:
            raise ValueError
        entries, following = _entries(data, offset, order)
        waiting.append((following, False))
        waiting += [(_whole(entries[tag][:4], order), tag == GPS) for tag in (*SUB_FOLDERS, GPS) if tag in entries]
        yield entries, is_gps


def xmp(box: Box, data: bytes) -> Iterator[Part]:
    """Give a packet of XMP as the markup it is."""
    text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace").replace("\0", "")
    yield box.text(text, METADATA, form=".html")
    if "GPSLatitude" in text or "GPSLongitude" in text:
        yield box.location(METADATA)


def iptc(box: Box, data: bytes) -> Iterator[Part]:
    """Read the fields that press agencies use: each has a mark, a number and a length."""
    at, found = 0, []
    while at + 5 <= len(data) and data[at] == FIELD:
        size = struct.unpack_from(">H", data, at + 3)[0]
        if size & 0x8000:
            raise ValueError
        value = data[at + 5 : at + 5 + size]
        found += [value.decode("utf-8", "replace"), "" if value.isascii() else value.decode("cp1252", "replace")]
        at += 5 + size
    yield box.text("\n".join(found), METADATA)
    if rest := data[at:].strip(b"\0"):
        yield box.text(strings(rest), METADATA)


def _entries(data: bytes, offset: int, order: str) -> tuple[dict[int, bytes], int]:
    """Give the values of one folder as bytes, and where the next folder is. Raises ``struct.error``."""
    count = struct.unpack_from(order + "H", data, offset)[0]
    if count > MOST_ENTRIES:
        raise ValueError
    found = {}
    for number in range(count):
        at = offset + 2 + 12 * number
        tag, kind, length = struct.unpack_from(order + "HHI", data, at)
        size = SIZES.get(kind, 1) * length
        start = at + 8 if size <= 4 else _number(data, at + 8, order)  # noqa: PLR2004  # small values stand in place
        found[tag] = data[start : start + size]
    end = offset + 2 + 12 * count
    return found, _number(data, end, order) if end + 4 <= len(data) else 0


def _number(data: bytes, at: int, order: str) -> int:
    return int(struct.unpack_from(order + "I", data, at)[0])


def _whole(value: bytes, order: str) -> int:
    return int.from_bytes(value, "little" if order == "<" else "big")


def _words(tag: int, value: bytes) -> str:
    """Give the text of an entry in the ways it may have been meant; empty for numbers."""
    if tag in WINDOWS:
        return value.decode("utf-16-le", "replace").replace("\0", "")
    if tag == USER_COMMENT and value[:8] in CODES:
        return "\n".join(value[8:].decode(one, "replace").replace("\0", "") for one in CODES[value[:8]])
    text = value.strip(b"\0 ")
    if len(text) < 2 or any(one < 0x20 and one not in b"\t\n\r\0" for one in text):  # noqa: PLR2004  # letters are words from two on
        return ""
    readings = dict.fromkeys((text.decode("utf-8", "replace"), text.decode("cp1252", "replace")))
    return "\n".join(readings).replace("\0", "\n")
