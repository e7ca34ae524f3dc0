"""Plain text in whatever encoding it was saved, and the files that are written into it as ``data:`` links."""

from __future__ import annotations

import base64
import codecs
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from wiq_cli.scan.calendar_text import DIGEST, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.containers.parts import Box, Part

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OLD = ("cp1252", "cp850", "mac-roman")  # Windows, DOS, the first Macs: which one it was, nobody wrote down
CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
NO_CHARACTERS = ("\ufffe", "\uffff")
MARKUP = (".html", ".htm", ".xml", ".svg", ".atom")  # the scanner knows these by their names
PATH = re.compile(r"""\bd=(["'])\s*[Mm][\s\d.,+eEMmLlHhVvCcSsQqTtAaZz-]*\1""")
FEED = ".atom"
ENTRY_ID = re.compile(rf"<id>urn:uuid:{DIGEST}</id>")  # among many thousand, one looks like a number
LARGEST_TEXT = 16 * 1024 * 1024
DATA_URI_HERE = re.compile(rb"data:(?:[\w.+-]+/[\w.+-]+)?(?:;[\w.+=-]+)*,[^\s\"'<>)\\]")
DATA_URI = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.+=-]+)*?)(;base64)?,([^\s\"'<>)\\]+)", re.IGNORECASE)
BASE64 = re.compile(r"[\w+/%=-]+", re.ASCII)
ENDINGS = {"image/svg+xml": ".svg", "text/html": ".html"}


def plain(box: Box, data: bytes) -> Iterator[Part]:
    """Give a text in every way it may have been meant."""
    if len(data) > LARGEST_TEXT:
        yield box.unread("size")
        return
    readings = decodings(data)
    if not readings:
        yield box.unread("binary")
    for text in readings:
        form = form_of(box.name, text)
        shown = _without_paths(ENTRY_ID.sub("", text) if form == FEED else text)
        yield box.text(in_words(shown), form=form)
    for text in readings[:1]:
        if has_uris(data if b"\0" not in data else text.encode("utf-8", "surrogatepass")):
            yield from files_in(box, text)


def _without_paths(text: str) -> str:
    """Leave out the lines that make up a drawing: digits in rows, which nobody reads. Line ends stay."""
    return PATH.sub(lambda match: "\n" * match[0].count("\n"), text) if "<path" in text else text


def decodings(data: bytes) -> list[str]:
    """Decode bytes; nothing for what is no text. Old encodings look alike: then there are several readings."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _only_text([_decode(data[len(bom) :], encoding)])
    if b"\0" in data:
        return _only_text([_decode(data, encoding) for encoding in _wide(data)])
    if (text := _decode(data, "utf-8")) is not None:
        return [] if _has_controls(data, text) else [text]
    return list(dict.fromkeys(_only_text([_decode(data, encoding) for encoding in OLD])))


def _wide(data: bytes) -> list[str]:
    """Guess the wide encoding by where the zero bytes stand."""
    zeros = [data[start::4].count(0) for start in range(4)]
    quarter = len(data) // 4
    if len(data) % 4 == 0 and min(zeros[2:]) == quarter and zeros[0] < quarter:
        return ["utf-32-le"]
    if len(data) % 4 == 0 and min(zeros[:2]) == quarter and zeros[3] < quarter:
        return ["utf-32-be"]
    if len(data) % 2:
        return []
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) < len(data) // 4 or min(even, odd) > len(data) // 16:  # Western letters have one zero byte each
        return []
    return ["utf-16-le" if odd > even else "utf-16-be"]


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _only_text(readings: list[str | None]) -> list[str]:
    known = [(text.encode("utf-8", "surrogatepass"), text) for text in readings if text is not None]
    return [text for data, text in known if not _has_controls(data, text)]


def _has_controls(data: bytes, text: str) -> bool:
    """Whether a text has signs that no text has. ``data``: the same in UTF-8."""
    return len(data.translate(None, CONTROL)) < len(data) or any(one in text for one in NO_CHARACTERS)


def form_of(name: str, text: str) -> str:
    """Give the ending that tells the scanner how to read a text."""
    ending = "." + name.casefold().rpartition(".")[2]
    return ".html" if ending not in MARKUP and text.lstrip()[:1] == "<" else ending


def has_uris(data: bytes) -> bool:
    """Whether a text has such links: most pages only say in their head that they could."""
    small = data.lower()
    at = small.find(b"data:")
    while at >= 0:
        if DATA_URI_HERE.match(small, at):
            return True
        at = small.find(b"data:", at + 1)
    return False


def files_in(box: Box, text: str) -> Iterator[Part]:
    """Take apart pictures and fonts written into a page or a style sheet."""
    for number, match in enumerate(DATA_URI.finditer(text), start=1):
        kind, _, packed, body = match.groups()
        if packed and not BASE64.fullmatch(body):  # a program that would write one
            continue
        data = unquote_to_bytes(body)
        try:
            data = base64.b64decode(data + b"=" * (-len(data) % 4)) if packed else data
        except ValueError:
            yield box.unread("damaged", f"eingebettete Datei {number}")
            continue
        box.purse.pay(len(data))
        ending = ENDINGS.get((kind or "").casefold(), ".txt")
        yield from box.inside(f"eingebettet{ending}", data, f"eingebettete Datei {number}")
