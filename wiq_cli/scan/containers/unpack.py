"""Tell what a file is by its first bytes, not by its name, and take it apart. What is unknown is refused, never passed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.mails import is_mail
from wiq_cli.scan.containers.parts import DEEPEST, LARGEST, Box, Part, Reason, Spent, Unread
from wiq_cli.scan.containers.plain import files_in, has_uris, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGINNINGS = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\0\0\1\0", "icon"),
    (b"wOFF", "woff"),
    (b"\0\1\0\0", "sfnt"),
    (b"OTTO\0", "sfnt"),
)
FIRST = tuple(beginning for beginning, _ in BEGINNINGS)
HOPELESS: tuple[tuple[bytes, Reason], ...] = (
    (b"SQLite format 3\0", "binary"),
    (b"wOF2", "font"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"-----BEGIN PGP MESSAGE", "encrypted"),
    (b"age-encryption.org/", "encrypted"),
    (b"-----BEGIN AGE ENCRYPTED", "encrypted"),
)
NO_TEXT = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".ico",
    ".pdf",
    ".zip",
    ".gz",
    ".docx",
    ".xlsx",
    ".pptx",
    ".odt",
    ".ods",
    ".odp",
)
BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
PHOTO = re.compile(rb"....ftyp(?:heic|heix|hevc|mif1|msf1|avif|avis)", re.DOTALL)
USTAR = slice(257, 262)
PDF, PDF_HEAD = b"%PDF-", 1024


def parts(name: str, data: bytes) -> Iterator[Part]:
    """Give everything in a file that can be read, and say what cannot."""
    try:
        yield from _open(Box(name, _open), data)
    except Spent:
        yield Unread((), "limit")


def embedded(text: str) -> Iterator[Part]:
    """Give everything in the files that are written into a text as ``data:`` links."""
    if not has_uris(text.encode("utf-8", "surrogatepass")):
        return
    try:
        yield from files_in(Box("", _open), text)
    except Spent:
        yield Unread((), "limit")


def _open(box: Box, data: bytes) -> Iterator[Part]:
    if box.depth > DEEPEST:
        raise Spent
    if not data:
        return
    reason: Reason | None = "size" if len(data) > LARGEST else _hopeless(data)
    if reason:
        yield box.unread(reason)
    elif kind := kind_of(box.name, data):
        from wiq_cli.scan.containers.handlers import take_apart  # noqa: PLC0415  # most files are plain texts

        yield from take_apart(kind, box, data)
    elif box.name.casefold().endswith(NO_TEXT):
        yield box.unread("damaged")
    else:
        yield from plain(box, data)


def _hopeless(data: bytes) -> Reason | None:
    if PHOTO.match(data):
        return "photo"
    return next((reason for beginning, reason in HOPELESS if data.startswith(beginning)), None)


def kind_of(name: str, data: bytes) -> str | None:
    """Name what is no plain text and can be taken apart."""
    for beginning, kind in BEGINNINGS if data.startswith(FIRST) else ():
        if data.startswith(beginning) and (kind != "bzip2" or BZIP2.match(data)):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[USTAR] == b"ustar":
        return "tar"
    if data[:PDF_HEAD].lstrip()[:5] == PDF or (name.casefold().endswith(".pdf") and PDF in data[:PDF_HEAD]):
        return "pdf"
    return "mail" if is_mail(name, data) else None
