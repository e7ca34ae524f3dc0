"""JPEG pictures: everything in them that is not pixels."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.exif import METADATA, PREVIEW, exif, iptc, xmp
from wiq_cli.scan.containers.parts import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")  # the next mark behind pixels
START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APPS = range(0xE0, 0xF0)
EXIF, XMP, MORE_XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
MORE_XMP_HEAD = 32 + 8
PHOTOSHOP, PROFILE, SEVERAL = b"Photoshop 3.0\0", b"ICC_PROFILE\0", b"MPF\0"
HARMLESS = (b"JFIF\0", b"Adobe\0", b"Ducky\0")
IPTC, THUMBNAILS, XMP_RESOURCE, EXIF_RESOURCE = 0x0404, {0x0409, 0x040C}, 0x0424, {0x0422, 0x0423}
THUMBNAIL_HEAD = 28
BEHIND = "hinter dem Bild"


def jpeg(box: Box, data: bytes) -> Iterator[Part]:
    """Go from mark to mark to the end of the picture; phones hang films and further pictures behind it."""
    yield box.picture()
    at, more = 2, []
    while True:
        match = MARKER.search(data, at)
        if match is None:
            raise EOFError
        at, mark = match.end(), match[0][-1]
        if mark == END:
            break
        size = struct.unpack_from(">H", data, at)[0]
        body = data[at + 2 : at + size]
        if len(body) != size - 2:
            raise EOFError
        at += size
        if mark == COMMENT:
            yield box.text(_either(body), "Kommentar im Bild")
        elif mark in APPS and body.startswith(MORE_XMP):
            more.append(body[len(MORE_XMP) + MORE_XMP_HEAD :])
        elif mark in APPS:
            yield from _app(box, body)
    if more:
        yield from xmp(box, b"".join(more))
    if rest := data[at:].lstrip(b"\0"):
        yield from _behind(box, rest)


def _app(box: Box, body: bytes) -> Iterator[Part]:
    """Read what a program wrote about the picture."""
    if body.startswith(EXIF):
        yield from exif(box, body[len(EXIF) :])
    elif body.startswith(XMP):
        yield from xmp(box, body[len(XMP) :])
    elif body.startswith(PHOTOSHOP):
        yield from _photoshop(box, body[len(PHOTOSHOP) :])
    elif body.startswith((PROFILE, SEVERAL, *HARMLESS)):
        yield box.text(strings(body), METADATA)
    elif b"\xff\xd8\xff" in body:
        yield box.unread("binary", PREVIEW)
    else:
        yield box.text(strings(body), METADATA)


def _photoshop(box: Box, data: bytes) -> Iterator[Part]:
    at = 0
    while data[at : at + 4] == b"8BIM":
        kind, length = struct.unpack_from(">HB", data, at + 4)
        yield box.text(_either(data[at + 7 : at + 7 + length]), METADATA)
        at += 6 + length + 1 + (length + 1) % 2
        size = struct.unpack_from(">I", data, at)[0]
        body = data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2
        if kind == IPTC:
            yield from iptc(box, body)
        elif kind == XMP_RESOURCE:
            yield from xmp(box, body)
        elif kind in EXIF_RESOURCE:
            yield from exif(box, body.removeprefix(EXIF))
        elif kind in THUMBNAILS:
            yield from box.inside("vorschau.jpg", body[THUMBNAIL_HEAD:], PREVIEW)
        else:
            yield box.text(strings(body), METADATA)
    if rest := data[at:].strip(b"\0"):  # a resource can go on in the next segment
        yield box.text(strings(rest), METADATA)


def _behind(box: Box, rest: bytes) -> Iterator[Part]:
    if rest.startswith(b"\xff\xd8\xff"):
        yield from box.inside("weiteres.jpg", rest, "weiteres Bild")
    else:
        yield box.unread("binary", BEHIND)


def _either(body: bytes) -> str:
    return body.decode("utf-8", "replace") + "\n" + body.decode("cp1252", "replace")
