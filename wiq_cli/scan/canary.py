"""Real private values, written in every way that the scanner claims to read. What it does not find, it cannot vouch for."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from wiq_cli.scan.containers.unpack import kind_of
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import CannotScan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.scan.needles import Needles

PLAIN_ADDRESS = re.compile(r"[a-z]{3,20}(?:[._-][a-z]{2,20})*@(?:[a-z]{2,20}[.-]){1,3}[a-z]{2,10}")
FEWEST_DIGITS = 8
SPOKEN = "null eins zwei drei vier fünf sechs sieben acht neun".split()  # noqa: SIM905  # digits as they are said
LOOKALIKE = str.maketrans("aeopcx", "аеорсх")  # Cyrillic ones
HIDDEN = "\u200b"  # no width


class Family(NamedTuple):
    """One way of writing: the name of a file, and what stands in it."""

    file: str
    write: Callable[[str], str | bytes]


def _each(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(one)) for one in text)


def _cut(sign: str) -> Callable[[str], str]:
    return lambda text: text[:3] + sign + text[3:]


def _png(text: str) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data)
        for kind, data in ((b"IHDR", head), (b"tEXt", b"Author\0" + text.encode()), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
    )  # fmt: skip


def _zip(text: str) -> bytes:
    import io  # noqa: PLC0415  # start-up
    import zipfile  # noqa: PLC0415  # start-up

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("brief.txt", text)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    import io  # noqa: PLC0415  # start-up

    from pypdf import PdfWriter  # noqa: PLC0415  # start-up
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject  # noqa: PLC0415  # start-up

    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf 20 100 Td <" + text.encode().hex().encode() + b"> Tj ET")
    page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001  # pypdf offers no other way
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


UNICODE, STYLE, FOLD = _each("\\u{:04x}"), _each("\\{:06x}"), _cut("\r\n ")
ADDRESS = {
    "plain": Family("x.html", "<p>Guten Tag, {}, schön.</p>".format),
    "entities": Family("x.html", _each("&#x{:x};")),
    "percent": Family("x.html", lambda text: f"<a href='x?a={quote(text, safe='')}'>x</a>"),
    "percent of everything": Family("x.html", _each("%{:02x}")),
    "escapes": Family("x.json", lambda text: f'{{"x": "{UNICODE(text)}"}}'),
    "escapes of styles": Family("x.css", lambda text: f".x::after {{ content: '{STYLE(text)}' }}"),
    "quoted printable": Family("x.txt", _each("={:02X}")),
    "base64": Family("x.html", lambda text: f"<p data-x='{base64.b64encode(f'Wer? {text}'.encode()).decode()}'>x</p>"),
    "folded": Family("x.ics", lambda text: f"BEGIN:VCALENDAR\r\nDESCRIPTION:Frag {FOLD(text)}\r\nEND:VCALENDAR\r\n"),
    "tags inside": Family("x.html", lambda text: f"<p>{text[:3]}<b>{text[3:5]}</b>{text[5:]}</p>"),
    "comment inside": Family("x.html", lambda text: f"<p>{_cut('<!-- x -->')(text)}</p>"),
    "in a comment": Family("x.html", "<!-- {} -->".format),
    "no width": Family("x.html", lambda text: f"<p>{_cut(HIDDEN)(text)}</p>"),
    "full width": Family("x.html", lambda text: "".join(chr(ord(one) + 0xFEE0) for one in text)),
    "look-alikes": Family("x.html", lambda text: f"<p>Frag {text.translate(LOOKALIKE)} danach.</p>"),
    "hash": Family("x.html", lambda text: f"<img src='{hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()}'>"),
    "spelt out": Family("x.html", lambda text: f"<p>{text.replace('@', ' (at) ').replace('.', ' punkt ')}</p>"),
    "file name": Family("{}.html", lambda _: "<p>x</p>"),
}  # fmt: skip
NUMBER = {
    "plain": Family("x.html", "<p>Ruf an: {}.</p>".format),
    "grouped": Family("x.html", lambda text: f"<p>{text[:4]}&nbsp;{text[4:7]}&nbsp;{text[7:]}</p>"),
    "entities": Family("x.html", _each("&#{};")),
    "percent": Family("x.html", _each("%{:02x}")),
    "base64": Family("x.html", lambda text: base64.b64encode(f"Ruf an: {text}".encode()).decode()),
    "number words": Family("x.html", lambda text: " ".join(SPOKEN[int(one)] for one in text)),
    "other digits": Family("x.html", lambda text: "".join(chr(0x660 + int(one)) for one in text)),
}
IN_FILES = {
    "gzip": Family("x.gz", lambda text: gzip.compress(text.encode(), mtime=0)),
    "zip": Family("x.zip", _zip),
    "png": Family("x.png", _png),
    "pdf": Family("x.pdf", _pdf),
}
"""By the kind of file. Planted only where such a file turns up: taking one apart loads a lot."""


def plant(needles: Needles) -> None:
    """Write a real address and a real number in all these ways, and find them. Raises ``CannotScan``."""
    for value, families in ((_address(needles), ADDRESS), (_number(needles), NUMBER)):
        if value:
            for family in families.values():
                _find(needles, value, family)


def plant_in_file(needles: Needles, name: str, data: bytes) -> None:
    """Do the same inside a file of this kind, the first time that one turns up. Raises ``CannotScan``."""
    kind = kind_of(name, data)
    if kind not in IN_FILES or kind in needles.proven:
        return
    needles.proven.add(kind)
    if value := _address(needles) or _number(needles):
        _find(needles, value, IN_FILES[kind])


def _find(needles: Needles, value: str, family: Family) -> None:
    written = family.write(value)
    data = written.encode() if isinstance(written, str) else written
    if not scan_file(needles, family.file.format(value), data, None):
        raise CannotScan("blind")


def _address(needles: Needles) -> str | None:
    """Give an ordinary address: an odd one may not look like one in every way of writing."""
    return next(filter(PLAIN_ADDRESS.fullmatch, sorted(needles.emails)), None)


def _number(needles: Needles) -> str | None:
    numbers: Iterator[str] = (f"0{one}" for one in sorted(needles.dialled))
    return next((one for one in numbers if len(one) >= FEWEST_DIGITS), None)
