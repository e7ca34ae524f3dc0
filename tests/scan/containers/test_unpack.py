"""Every kind of file: a leak in it is found, a harmless one passes, a damaged one is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import random
import struct
import tracemalloc
import zipfile
import zlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support import containers as make
from tests.support.containers import KINDS
from tests.support.patience import comes_to_an_end
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.containers.parts import Part, Remark, Text, Unread
from wiq_cli.scan.containers.plain import decodings
from wiq_cli.scan.containers.unpack import parts
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NAME = "Udo Quernheim"
NEEDLES = collect(
    [Scalar("teams/ut.yaml", ("art",), "UT"), Scalar("teams/ut.yaml", ("mitglieder", 0, "name"), NAME)],
    date(2026, 11, 22),
)
HARMLESS = "Gemeinsam gaertnern"
NEVER_DAMAGED = (
    ".tar",
    ".txt",
    ".svg",
    ".vcf",
    ".csv",
    ".html",
    ".eml",
    ".mbox",
)  # half a text is a text, and zeros at the end of a tar file say nothing


def hits(name: str, data: bytes) -> set[str]:
    return {
        hit.kind
        for part in parts(name, data)
        if isinstance(part, Text)
        for hit in scan_text(NEEDLES, part.text, part.form, None)
    }


def reasons(name: str, data: bytes) -> list[str]:
    return [part.reason for part in parts(name, data) if isinstance(part, Unread)]


@pytest.mark.parametrize("name", KINDS)
def test_a_leak_is_found(name: str) -> None:
    data = KINDS[name](NAME)
    assert reasons(name, data) == []
    assert "name" in hits(name, data)


@pytest.mark.parametrize("name", KINDS)
def test_the_bytes_tell_the_kind_and_not_the_name(name: str) -> None:
    data = KINDS[name](NAME)
    if not name.endswith((".eml", ".html")):
        assert "name" in hits("ohne-endung", data)


@pytest.mark.parametrize("name", KINDS)
def test_a_harmless_file_passes(name: str) -> None:
    data = KINDS[name](HARMLESS)
    assert (reasons(name, data), hits(name, data)) == ([], set())


@pytest.mark.parametrize("name", [name for name in KINDS if not name.endswith(NEVER_DAMAGED)])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_breaks_off_is_refused(name: str, share: float) -> None:
    data = KINDS[name](HARMLESS * 9 if "name" not in name else HARMLESS)
    assert reasons(name, data[: int(len(data) * share)])


@pytest.mark.parametrize("name", KINDS)
def test_no_noise_breaks_the_reader(name: str) -> None:
    data = bytearray(KINDS[name](HARMLESS))
    chance = random.Random(name)  # noqa: S311  # the same noise in every run
    for _ in range(30):
        noisy = bytearray(data)
        for _ in range(4):
            noisy[chance.randrange(len(noisy))] = chance.randrange(256)
        list(parts(name, bytes(noisy)))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("daten.sqlite", b"SQLite format 3\0" + bytes(range(256)), "binary"),
        ("film.mp4", b"\0\0\0\x18ftypmp42" + bytes(64), "binary"),
        ("foto.heic", b"\0\0\0\x18ftypheic" + bytes(64), "photo"),
        ("alt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "office"),
        ("schrift.woff2", b"wOF2" + bytes(64), "font"),
        ("geheim.asc", b"-----BEGIN PGP MESSAGE-----\n\nabc\n", "encrypted"),
        ("bild.png", b"kein Bild", "damaged"),
        ("bild.png", make.png(behind=b"noch etwas"), "binary"),
        ("bild.png", make.png(make.chunk(b"abCd", b"unbekannt")), "binary"),
        ("bild.jpg", make.jpeg(behind=b"\0\0\0\x18ftypmp42"), "binary"),
        ("bild.webp", make.webp((b"ABCD", b"xx")), "binary"),
        ("x.docx", make.docx(word__vbaProject_bin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "office"),
        ("x.docx", make.docx(word__embeddings__a_bin=bytes(range(256))), "binary"),
        ("x.odt", make.odt("x", extra=("META-INF/manifest.xml", b"<m><encryption-data/></m>")), "encrypted"),
        ("x.pdf", make.pdf().replace(b"/Info 6 0 R", b"/Info 6 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>"), "encrypted"),
        ("x.pdf", make.pdf().replace(b"/Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding", b"/Type0 /BaseFont /Helvetica /Encoding /Identity-H"), "font"),
        ("x.txt.gz", gzip.compress(b"Guten Tag", mtime=0) + b"noch etwas", "damaged"),
        ("x.txt.bz2", bz2.compress(b"Guten Tag") + b"noch etwas", "damaged"),
        ("x.docx", make.docx("<w:p>"), "damaged"),
        ("x.zip", make.zipped({"a.txt": "Guten Tag"}) + b"noch etwas", "damaged"),
        ("x.tar", make.tarred({"a.txt": b"Guten Tag"}) + make.tarred({"b.txt": b"Guten Tag"}), "damaged"),
        ("x.tar", make.tarred({"a.txt": bytes(4000)})[:1024], "damaged"),
    ],
)  # fmt: skip
def test_what_is_refused(name: str, data: bytes, reason: str) -> None:
    assert reason in reasons(name, data)


def test_the_lines_of_a_drawing_are_no_phone_numbers() -> None:
    data = b'<svg><title>Netz</title>\n<path d="M0341 5550123\n0341-5550124z"/>\n<text>Tel. 0341 5550125</text></svg>'
    text = next(part.text for part in parts("x.svg", data) if isinstance(part, Text))
    assert [line.strip() for line in text.split("\n")][3] == "<text>Tel. 0341 5550125</text></svg>"
    assert "5550123" not in text
    assert "5550124" not in text


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(make.zipped({"a.txt": "Guten Tag"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    assert reasons("x.zip", bytes(data)) == ["encrypted"]


def test_a_deleted_member_stays_in_the_file_and_is_refused() -> None:
    hidden = make.zipped({"a.txt": NAME})
    assert reasons("x.zip", hidden[: hidden.index(b"PK\x01\x02")] + make.zipped({"b.txt": "Guten Tag"})) == ["damaged"]


def test_an_earlier_version_of_a_pdf_is_read() -> None:
    first = make.pdf(NAME)
    content = "BT /F1 12 Tf 72 720 Td (Guten Tag) Tj ET"
    at = len(first)
    update = f"4 0 obj\n<< /Length {len(content)} >>\nstream\n{content}\nendstream\nendobj\n"
    start = first.rindex(b"xref\n0")
    end = f"xref\n4 1\n{at:010} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R /Prev {start} >>\nstartxref\n{at + len(update)}\n%%EOF\n"
    found = [
        part for part in parts("x.pdf", first + (update + end).encode()) if isinstance(part, Text) and NAME in part.text
    ]
    assert [one.where for one in found] == [("frühere Fassung 1", "Seite 1")]


def test_where_something_stands() -> None:
    data = make.zipped(
        {"post/brief.docx": make.docx(word__comments_xml=f"<w:comments {make.W}>{make.runs(NAME)}</w:comments>")}
    )
    found = [part.where for part in parts("x.zip", data) if isinstance(part, Text) and NAME in part.text]
    assert found == [("post/brief.docx", "Kommentare")]


def test_two_cells_of_a_row_stand_beside_each_other() -> None:
    first = next(
        part for part in parts("x.xlsx", make.xlsx(NAME)) if isinstance(part, Text) and "Quernheim" in part.text
    )
    assert first.text.splitlines() == ["", "", "Udo\tQuernheim"]
    assert first.where == ("Tabelle 1",)


def test_a_change_is_read_before_and_after() -> None:
    body = "<w:p><w:r><w:t>Udo </w:t></w:r><w:del><w:r><w:delText>Quernheim</w:delText></w:r></w:del><w:ins><w:r><w:t>M.</w:t></w:r></w:ins></w:p>"
    texts = [part.text for part in parts("x.docx", make.docx(body)) if isinstance(part, Text)]
    assert "Guten Tag\nUdo Quernheim" in texts
    assert "Guten Tag\nUdo M." in texts


@pytest.mark.parametrize(
    "data",
    [
        make.jpeg(make.segment(0xE1, b"Exif\0\0" + make.exif("x", gps=True))),
        make.png(make.chunk(b"eXIf", make.exif("x", gps=True))),
        make.webp((b"EXIF", make.exif("x", gps=True))),
        make.docx(word__media__a_jpg=make.jpeg(make.segment(0xE1, b"Exif\0\0" + make.exif("x", gps=True)))),
        make.png(make.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='51,20N'/>")),
    ],
)
def test_where_a_picture_was_taken(data: bytes) -> None:
    assert "location" in remarks(parts("bild", data))
    assert "location" not in remarks(parts("bild.jpg", KINDS["exif.jpg"]("x")))


def remarks(found: Iterable[Part]) -> set[str]:
    return {part.what for part in found if isinstance(part, Remark)}


@pytest.mark.parametrize(
    "name", ["text.png", "exif.jpg", "kommentar.gif", "exif.webp", "symbol.ico", "bild.docx", "seite.html"]
)
def test_a_picture_is_named_because_nobody_sees_its_pixels(name: str) -> None:
    assert "picture" in remarks(parts(name, KINDS[name](HARMLESS)))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252", "cp850", "mac-roman"],
)
def test_every_encoding_a_text_may_have(encoding: str) -> None:
    text = "Jürgen Größe, Straße 7\n"
    assert text in decodings(text.encode(encoding))


def zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    out = [packer.compress(bytes(1 << 20)) for _ in range(megabytes)]
    return b"".join([*out, packer.flush()])


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(8):
            with archive.open(f"{number}.txt", "w") as member:
                for _ in range(60):
                    member.write(b"a" * (1 << 20))
    return out.getvalue()


def nested(depth: int) -> bytes:
    data = b"Guten Tag"
    for _ in range(depth):
        data = gzip.compress(data, mtime=0)
    return data


def lying_zip() -> bytes:
    """A member that says it is small."""
    data = bytearray(make.zipped({"a.txt": b"a" * (100 << 20)}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    return bytes(data)


XML_BOMB = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("name", "make_bomb", "reason"),
    [
        ("x.gz", lambda: zeros(300), "limit"),
        ("x.zip", zip_bomb, "limit"),
        ("x.zip", lying_zip, "damaged"),
        ("x.gz", lambda: nested(12), "limit"),
        ("x.zip", lambda: make.zipped({f"{number}.txt": "a" for number in range(20_001)}), "limit"),
        ("x.docx", lambda: make.docx(word__styles_xml=XML_BOMB), "damaged"),
        ("x.docx", lambda: make.docx(word__styles_xml="<a>" * 10_000), "damaged"),
        ("x.png", lambda: make.png(make.chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50 << 20)))), "limit"),
        ("x.txt", lambda: b"a" * (17 << 20), "size"),
    ],
)  # fmt: skip
def test_bombs_are_refused_with_little_memory(name: str, make_bomb: Callable[[], bytes], reason: str) -> None:
    bomb = make_bomb()
    tracemalloc.start()
    with comes_to_an_end():
        found: list[Part] = [part for part in parts(name, bomb) if isinstance(part, Unread)]
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason in {part.reason for part in found if isinstance(part, Unread)}
    assert used < 200 << 20
