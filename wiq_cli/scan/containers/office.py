"""Texts, tables, slides and e-books: zip files full of XML. Everything in them is read, not only what is printed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.archives import COMMENT, ENCRYPTED, is_whole, members, unpack_zip, unzip
from wiq_cli.scan.containers.parts import LARGEST, strings
from wiq_cli.scan.containers.sheets import rows
from wiq_cli.scan.containers.xmltext import xml_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

MICROSOFT, OPEN = "[Content_Types].xml", "mimetype"
EPUB = b"application/epub+zip"
LABELS = (  # what people call the part; the first that fits
    (re.compile(r"word/document\.xml|content\.xml"), "Text"),
    (re.compile(r"word/(comments|people).*\.xml|.*/comments/?.*\.xml|.*/(threadedComments|persons)/.*"), "Kommentare"),
    (re.compile(r"word/(header|footer)\d*\.xml|styles\.xml"), "Kopf- und Fußzeilen, Vorlagen"),
    (re.compile(r"word/(foot|end)notes\.xml"), "Fußnoten"),
    (re.compile(r"docProps/.*\.xml|meta\.xml"), "Eigenschaften"),
    (re.compile(r"customXml/.*"), "verborgene Daten"),
    (re.compile(r".*\.rels"), "Links"),
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), "Folie"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml"), "Notizen zu Folie"),
    (re.compile(r"xl/worksheets/sheet(\d+)\.xml"), "Tabelle"),
)
SHARED = "xl/sharedStrings.xml"  # the words of all sheets, once more
LOOSE = re.compile(r".*(?:printerSettings\d*\.bin|layout-cache)")  # bytes for a printer or a screen, words in between
ODF_ENCRYPTED = b"encryption-data"


def zipped(box: Box, data: bytes) -> Iterator[Part]:
    """Decide whether a zip file is a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if MICROSOFT in names:
            yield from _document(box, data, archive)
            return
        if (
            names[:1] == [OPEN] and unzip(box, archive, archive.getinfo(OPEN)) != EPUB
        ):  # that is a zip file of web pages
            yield from _document(box, data, archive)
            return
    yield from unpack_zip(box, data)


def _document(box: Box, data: bytes, archive: zipfile.ZipFile) -> Iterator[Part]:
    if archive.comment:
        yield box.text(archive.comment.decode("utf-8", "replace"), COMMENT)
    if not is_whole(data, archive):
        yield box.unread("damaged")
    for one in sorted(members(box, archive), key=lambda one: one.filename == SHARED):
        where = label(one.filename)
        if one.flag_bits & ENCRYPTED:
            yield box.unread("encrypted", where)
        elif one.file_size > LARGEST:
            yield box.unread("size", where)
        else:
            yield from _member(box, archive, one, where)


def _member(box: Box, archive: zipfile.ZipFile, one: zipfile.ZipInfo, where: str) -> Iterator[Part]:
    data = unzip(box, archive, one)
    yield box.text(one.filename.replace("/", " / "), where, echo=True)
    if one.filename == "META-INF/manifest.xml" and ODF_ENCRYPTED in data:
        yield box.unread("encrypted")
    if LOOSE.fullmatch(one.filename):
        yield box.text(strings(data), where)
    elif one.filename.startswith("xl/worksheets/sheet"):
        cells = unzip(box, archive, archive.getinfo(SHARED)) if SHARED in archive.namelist() else b""
        yield from _xml(box, data, where, first=rows(data, cells))
    elif is_xml(one.filename, data):
        yield from _xml(box, data, where)
    elif data:
        yield from box.inside(one.filename, data, where)


def is_xml(name: str, data: bytes) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".rdf", ".vml")) or data.lstrip()[:5] == b"<?xml"


def _xml(box: Box, data: bytes, where: str, first: str = "") -> Iterator[Part]:
    if first.strip():
        yield box.text(first, where)
    if not data:
        return
    try:
        texts = xml_texts(data)
    except ValueError:
        yield box.unread("damaged", where)
    else:
        for text in texts:
            yield box.text(text, where, echo=where == SHARED)


def label(name: str) -> str:
    """Name a part of a document as people do; unknown ones by their file."""
    for pattern, shown in LABELS:
        if match := pattern.fullmatch(name):
            number = match[1] if match.lastindex and (match[1] or "").isdigit() else ""
            return f"{shown} {number}".rstrip()
    return name
