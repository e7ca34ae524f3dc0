"""PDF files: pages, notes, forms, bookmarks, properties, attached files, and the earlier versions that stay inside."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING, Any

from wiq_cli.scan.containers.exif import xmp
from wiq_cli.scan.containers.parts import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

    from wiq_cli.scan.containers.parts import Box, Part

END = re.compile(rb"startxref\s+([1-9]\d*)\s+%%EOF")  # the zero of a file made for the web ends no version
MOST_VERSIONS = 20
MOST_PAGES = 5000
DEEPEST = 64
JPEG = ("/DCTDecode", "['/DCTDecode']")
SCRIPTS = ("/JS", "/RC", "/RV", "/XFA")
KEYS_ONLY = ("/ID", "/O", "/U")


def pdf(box: Box, data: bytes) -> Iterator[Part]:
    """Read the file as it is, and as it was before each change that was only appended."""
    ends = [match.end() for match in END.finditer(data)]
    if len(ends) > MOST_VERSIONS:
        yield box.unread("limit")
    yield from _version(box, data)
    for number, end in enumerate(ends[:-1][:MOST_VERSIONS], start=1):
        yield from _version(box, data[:end], f"frühere Fassung {number}")


def _version(box: Box, data: bytes, *where: str) -> Iterator[Part]:
    from pypdf import PdfReader  # noqa: PLC0415  # takes longer to load than most commands run

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it would quote the file
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        yield box.unread("encrypted", *where)
        return
    yield from _pages(box, reader, *where)
    yield from _objects(box, reader, *where)


def _pages(box: Box, reader: PdfReader, *where: str) -> Iterator[Part]:
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            raise Spent
        text = page.extract_text()
        box.purse.pay(len(text))
        yield box.text(text, *where, f"Seite {number}")
        if _has_secret_font(page):
            yield box.unread("font", *where, f"Seite {number}")


def _has_secret_font(page: PageObject) -> bool:
    """Whether a font numbers its letters and does not say which is which: then the text comes out as other letters."""
    resources = _get(page, "/Resources")
    fonts = _get(resources, "/Font") if resources is not None else None
    return any(
        _get(font, "/Subtype") == "/Type0" and _get(font, "/ToUnicode") is None
        and str(_get(font, "/Encoding")).startswith("/Identity")
        for font in (one.get_object() for one in (fonts or {}).values())
    )  # fmt: skip


def _get(thing: Any, key: str) -> Any:
    value = thing.get(key)
    return value.get_object() if value is not None else None


def _objects(box: Box, reader: PdfReader, *where: str) -> Iterator[Part]:
    """Go through every object: notes, links, properties and bookmarks are all words in objects."""
    words: list[str] = []
    for number, generation in _known(reader):
        box.purse.pay(0, members=1)
        thing: Any = reader.get_object(_reference(number, generation, reader))
        _collect(thing, words, 0)
        if isinstance(thing, dict):
            yield from _attached(box, thing, *where)
        if hasattr(thing, "get_data"):
            yield from _stream(box, thing, *where)
    _collect(reader.trailer.get("/Info"), words, 0)
    text = "\n".join(dict.fromkeys(words))
    box.purse.pay(len(text))
    yield box.text(text, *where, "Eigenschaften, Notizen und Links")


def _known(reader: PdfReader) -> Iterator[tuple[int, int]]:
    for generation, offsets in reader.xref.items():
        yield from ((number, generation) for number in offsets)
    yield from ((number, 0) for number in reader.xref_objStm)


def _reference(number: int, generation: int, reader: PdfReader) -> Any:
    from pypdf.generic import IndirectObject  # noqa: PLC0415  # see above

    return IndirectObject(number, generation, reader)


def _collect(thing: Any, words: list[str], depth: int) -> None:
    """Gather the strings of one object, without following references."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key in SCRIPTS:
                words += _scripts(value.get_object())
            if key not in KEYS_ONLY:
                _collect(value, words, depth + 1)
    elif isinstance(thing, list):
        for value in thing:
            _collect(value, words, depth + 1)
    elif isinstance(thing, bytes):
        words.append(thing.decode("utf-8", "replace"))
    elif isinstance(thing, str) and not thing.startswith("/"):
        words.append(str(thing))


def _scripts(thing: Any) -> list[str]:
    """Give what programs and forms in the file say; they may stand apart, in pieces."""
    pieces = thing if isinstance(thing, list) else [thing]
    streams = [piece.get_object() for piece in pieces]
    return [one.get_data().decode("utf-8", "replace") for one in streams if hasattr(one, "get_data")]


def _attached(box: Box, thing: Any, *where: str) -> Iterator[Part]:
    """Take apart files that hang on the document."""
    files = _get(thing, "/EF")
    if files is None:
        return
    name = str(_get(thing, "/UF") or _get(thing, "/F") or "Anhang")
    for data in {one.get_object().get_data() for one in files.values()}:
        box.purse.pay(len(data))
        yield from box.inside(name, data, *where, name)


def _stream(box: Box, thing: Any, *where: str) -> Iterator[Part]:
    """Read the streams that are no pages: properties and pictures."""
    if thing.get("/Type") == "/Metadata":
        data = thing.get_data()
        box.purse.pay(len(data))
        yield from xmp(box, data)
    elif thing.get("/Subtype") == "/Image":
        yield box.picture(*where)
        if str(_get(thing, "/Filter")) in JPEG:
            yield from box.inside("bild.jpg", thing._data, *where, "Bild")  # noqa: SLF001  # as it lies in the file
