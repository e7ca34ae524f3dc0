"""Packed files: one (gzip, bzip2, xz) or many (zip, tar). Names and comments of members are texts too."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.parts import CHUNK, LARGEST, Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.scan.containers.parts import Box, Part

ENCRYPTED = 0x1
STREAMED = 0x8
DESCRIPTOR = 24  # behind the data of a streamed member
LOCAL = 30
END, END_SIZE = b"PK\x05\x06", 22
ENDING_OF = {".tgz": ".tar", ".tbz": ".tar", ".txz": ".tar", ".svgz": ".svg"}
COMMENT, NAME = "Kommentar", "Dateiname"


def gz(box: Box, data: bytes) -> Iterator[Part]:
    """A gzip file keeps the name of what was packed, and maybe a comment."""
    if head := _gzip_head(data):
        yield box.text(head, "Kopf der gepackten Datei")
    yield from _one(box, box.drain(gzip.GzipFile(fileobj=io.BytesIO(data))))  # type: ignore[arg-type]


def bz(box: Box, data: bytes) -> Iterator[Part]:
    yield from _one(box, _inflate(box, data, bz2.BZ2Decompressor))


def xz(box: Box, data: bytes) -> Iterator[Part]:
    yield from _one(box, _inflate(box, data, lzma.LZMADecompressor))


def _inflate(box: Box, data: bytes, new: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]) -> bytes:
    """Unpack all streams in a row; the file objects of these libraries overlook what stands behind the last one."""
    pieces = []
    while data:
        stream = new()
        while not stream.eof:
            piece = stream.decompress(data, CHUNK)
            if not piece and stream.needs_input:
                raise EOFError
            box.purse.pay(len(piece))
            pieces.append(piece)
            data = b""
        data = stream.unused_data.lstrip(b"\0")  # xz pads with zeros
        if sum(map(len, pieces)) > LARGEST:
            raise Spent
    return b"".join(pieces)


def _one(box: Box, data: bytes) -> Iterator[Part]:
    stem, dot, ending = box.name.rpartition(".")
    name = stem + ENDING_OF.get(f".{ending.casefold()}", "") if dot else box.name
    yield from box.inside(name, data)


def _gzip_head(data: bytes) -> str:
    flags, at, found = data[3], 10, []
    if flags & 4:
        size = int.from_bytes(data[at : at + 2], "little")
        at += 2 + size
    for flag in (8, 16):
        if flags & flag:
            end = data.index(b"\0", at)
            found.append(data[at:end].decode("utf-8", "replace"))
            at = end + 1
    return "\n".join(found)


def members(box: Box, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Pay for the list of a zip file, and give the members that are files."""
    found = archive.infolist()
    box.purse.pay(0, members=len(found))
    return [one for one in found if not one.is_dir()]


def unzip(box: Box, archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """Unpack one member, piece by piece; what its head claims about its size counts for nothing."""
    with archive.open(one) as stream:
        return box.drain(stream)


def is_whole(data: bytes, archive: zipfile.ZipFile) -> bool:
    """Whether every byte belongs to a listed member: deleted ones stay in the file, others hide in front or behind."""
    end = data.rfind(END)
    if end + END_SIZE + int.from_bytes(data[end + END_SIZE - 2 : end + END_SIZE], "little") != len(data):
        return False
    at = 0
    for one in sorted(archive.infolist(), key=lambda one: one.header_offset):
        if one.header_offset - at > 0:
            return False
        head = data[one.header_offset : one.header_offset + LOCAL]
        end = one.header_offset + LOCAL + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        at = end + one.compress_size + (DESCRIPTOR if one.flag_bits & STREAMED else 0)
    return archive.start_dir - at <= 0


def unpack_zip(box: Box, data: bytes) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.comment:
            yield box.text(archive.comment.decode("utf-8", "replace"), COMMENT)
        if not is_whole(data, archive):
            yield box.unread("damaged")
        for one in archive.infolist():
            yield box.text(one.filename.replace("/", " / "), one.filename, NAME)
            if one.comment:
                yield box.text(one.comment.decode("utf-8", "replace"), one.filename, COMMENT)
        for one in members(box, archive):
            if one.flag_bits & ENCRYPTED:
                yield box.unread("encrypted", one.filename)
            elif one.file_size > LARGEST:
                yield box.unread("size", one.filename)
            else:
                yield from box.inside(one.filename, unzip(box, archive, one), one.filename)


def untar(box: Box, data: bytes) -> Iterator[Part]:
    """Of a tar file also the owners, the targets of links and the extra heads."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for one in archive:
            box.purse.pay(0, members=1)
            named = (one.name, one.linkname, one.uname, one.gname, *map(str, one.pax_headers.values()))
            yield box.text("\n".join(word.replace("/", " / ") for word in named if word), one.name, NAME)
            stream = archive.extractfile(one) if one.isreg() else None
            if stream:
                yield from box.inside(one.name, box.drain(stream), one.name)
            elif not one.isdir() and not one.issym() and not one.islnk():
                yield box.unread("binary", one.name)
        if data[archive.offset :].strip(b"\0"):
            yield box.unread("damaged")
