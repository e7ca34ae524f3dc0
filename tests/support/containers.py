"""Small real files of every kind, each with one text somewhere inside."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from email.message import EmailMessage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CT = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PIXELS = zlib.compress(b"\0\xff\xff\xff")


def zipped(members: Mapping[str, str | bytes], comment: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = comment.encode()
    return out.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def docx(body: str = "", **parts: str | bytes) -> bytes:
    """``parts``: further members, with ``__`` for the slash and ``_`` for the dot."""
    extra = {name.replace("__", "/").replace("_", "."): data for name, data in parts.items()}
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>Guten Tag</w:t></w:r></w:p>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": CT, "word/document.xml": document, **extra})


def runs(text: str) -> str:
    """A paragraph whose words are cut in pieces, as word processors do."""
    half = len(text) // 3
    pieces = (text[:half], text[half : half * 2], text[half * 2 :])
    return "<w:p>" + "".join(f'<w:r><w:rPr/><w:t xml:space="preserve">{one}</w:t></w:r>' for one in pieces) + "</w:p>"


def core(author: str) -> str:
    return f'<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>{author}</dc:creator></cp:coreProperties>'


def xlsx(text: str) -> bytes:
    first, _, last = text.partition(" ")
    strings = f'<sst xmlns="a"><si><t>{first}</t></si><si><r><t>{last}</t></r></si></sst>'
    sheet = '<worksheet xmlns="a"><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row></sheetData></worksheet>'
    return zipped({"[Content_Types].xml": CT, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings})


def pptx(text: str) -> bytes:
    slide = f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'
    return zipped({"[Content_Types].xml": CT, "ppt/slides/slide2.xml": slide})


def odt(text: str, kind: str = "text", extra: tuple[str, bytes] | None = None) -> bytes:
    content = (
        f'<o:document-content xmlns:o="o" xmlns:t="t"><t:p>Guten Tag <t:span>{text}</t:span></t:p></o:document-content>'
    )
    return zipped(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
        | dict([extra] if extra else [])
    )


def epub(text: str) -> bytes:
    page = f"<!DOCTYPE html><html><body><p>{text}</p></body></html>"
    return zipped({"mimetype": "application/epub+zip", "OEBPS/seite.xhtml": page})


def pdf(text: str = "Guten Tag", info: str = "", extra: tuple[str, ...] = (), page: str = "", root: str = "") -> bytes:
    """A PDF written by hand; ``extra`` are the objects from number 7 on."""
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {page} >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Author ({info}) >>",
        *extra,
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def stream(data: str, words: str = "") -> str:
    return f"<< /Length {len(data)} {words} >>\nstream\n{data}\nendstream"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes, behind: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", PIXELS) + chunk(b"IEND", b"") + behind


def segment(mark: int, body: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(body) + 2) + body


def jpeg(*segments: bytes, behind: bytes = b"") -> bytes:
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + b"".join(segments) + scan + b"\xff\xd9" + behind


def exif(author: str = "", *, gps: bool = False, thumbnail: bytes = b"") -> bytes:
    """One folder with the author, one with the place, one with a preview; little-endian."""
    value = author.encode() + b"\0" * 5
    first = 8
    entries = [(0x013B, 2, len(value), None)] + ([(0x8825, 4, 1, None)] if gps else [])
    after = first + 2 + 12 * len(entries) + 4
    place = after + len(value)
    second = place + (2 + 12 + 4 if gps else 0)
    picture = second + 2 + 24 + 4
    offsets = {0x013B: after, 0x8825: place}
    out = b"II*\0" + struct.pack("<I", first) + struct.pack("<H", len(entries))
    for tag, kind, count, _ in entries:
        out += struct.pack("<HHII", tag, kind, count, offsets[tag])
    out += struct.pack("<I", second if thumbnail else 0) + value
    if gps:
        out += struct.pack("<HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)
    if thumbnail:
        out += struct.pack("<H", 2) + struct.pack("<HHII", 0x0201, 4, 1, picture)
        out += struct.pack("<HHII", 0x0202, 4, 1, len(thumbnail)) + struct.pack("<I", 0) + thumbnail
    return out


def iptc(text: str) -> bytes:
    field = b"\x1c\x02\x50" + struct.pack(">H", len(text.encode())) + text.encode()
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(field)) + field + b"\0" * (len(field) % 2)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        for kind, data in ((b"VP8L", b"/12345"), *chunks)
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(comment: str) -> bytes:
    text = comment.encode()
    return (
        b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xfe" + bytes([len(text)]) + text + b"\0"
        b",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;"
    )  # fmt: skip


def mail(text: str, attached: bytes = b"", name: str = "") -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Message-ID"] = "Netz am Kanal", "Grüße", "<1@netz.example>"
    letter.set_content(text + "\n" + "ä" * 100, cte="base64")
    if attached:
        letter.add_attachment(attached, "application", "octet-stream", filename=name)
    return letter.as_bytes()


def font(text: str) -> bytes:
    words = (text + " " * 99).encode("utf-16-be")  # enough to pack
    table = struct.pack(">HHH", 0, 1, 18) + struct.pack(">HHHHHH", 3, 1, 0x407, 9, len(words), 0) + words
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 16, 0, 0) + struct.pack(">4sIII", b"name", 0, 28, len(table)) + table


def woff(text: str) -> bytes:
    table = font(text)[28:]
    packed = zlib.compress(table)
    head = b"wOFF\0\1\0\0" + struct.pack(">IHHI", 0, 1, 0, 0) + struct.pack(">HHIIIII", 1, 0, 0, 0, 0, 0, 0)
    return head + struct.pack(">4sIIII", b"name", 64, len(packed), len(table), 0) + packed


def page_with_picture(picture: bytes) -> bytes:
    return b'<img src="data:image/png;base64,' + base64.b64encode(picture) + b'">'


def ico(picture: bytes) -> bytes:
    return b"\0\0\1\0\1\0" + struct.pack("<BBBBHHII", 1, 1, 0, 0, 1, 32, len(picture), 22) + picture


def text_chunk(text: str) -> bytes:
    return chunk(b"tEXt", b"Author\0" + text.encode())


# Every kind by the name of a file: bytes that hold the text.
KINDS: dict[str, Callable[[str], bytes]] = {
    "brief.txt": lambda text: text.encode(),
    "bom.txt": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "breit.txt": lambda text: text.encode("utf-16"),
    "breit-ohne-bom.txt": lambda text: text.encode("utf-16-be"),
    "sehr-breit.txt": lambda text: text.encode("utf-32"),
    "sehr-breit-ohne-bom.txt": lambda text: text.encode("utf-32-le"),
    "alt.txt": lambda text: f"{text} schöne Grüße".encode("cp1252"),
    "brief.txt.gz": lambda text: gzip.compress(text.encode()),
    "brief.txt.bz2": lambda text: bz2.compress(text.encode()),
    "brief.txt.xz": lambda text: lzma.compress(text.encode()),
    "brief.zip": lambda text: zipped({"a/brief.txt": text}),
    "innen.zip": lambda text: zipped({"innen.zip": zipped({"brief.docx": docx(runs(text))})}),
    "name.zip": lambda text: zipped({f"{text}.txt": "Guten Tag"}),
    "kommentar.zip": lambda text: zipped({"a.txt": "Guten Tag"}, comment=text),
    "brief.tar": lambda text: tarred({"brief.txt": text.encode()}),
    "brief.tar.gz": lambda text: gzip.compress(tarred({"brief.txt": text.encode()})),
    "name.tar": lambda text: tarred({f"{text}.txt": b"Guten Tag"}),
    "text.docx": lambda text: docx(runs(text)),
    "autor.docx": lambda text: docx(docProps__core_xml=core(text)),
    "kommentar.docx": lambda text: docx(word__comments_xml=f"<w:comments {W}>{runs(text)}</w:comments>"),
    "kopfzeile.docx": lambda text: docx(word__header1_xml=f"<w:hdr {W}>{runs(text)}</w:hdr>"),
    "geloescht.docx": lambda text: docx(
        f'<w:p><w:del w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>'
    ),
    "wer-hat-geaendert.docx": lambda text: docx(
        f'<w:p><w:ins w:author="{text}"><w:r><w:t>neu</w:t></w:r></w:ins></w:p>'
    ),
    "verborgen.docx": lambda text: docx(customXml__item1_xml=f"<a><b>{text}</b></a>"),
    "bild.docx": lambda text: docx(word__media__image1_png=png(text_chunk(text))),
    "tabelle.xlsx": xlsx,
    "folien.pptx": pptx,
    "text.odt": odt,
    "tabelle.ods": lambda text: odt(text, "spreadsheet"),
    "folien.odp": lambda text: odt(text, "presentation"),
    "autor.odt": lambda text: odt("", extra=("meta.xml", f"<m><creator>{text}</creator></m>".encode())),
    "buch.epub": epub,
    "seite.pdf": pdf,
    "autor.pdf": lambda text: pdf(info=text),
    "notiz.pdf": lambda text: pdf(
        page=f"/Annots [<< /Type /Annot /Subtype /Text /Contents ({text}) /Rect [0 0 9 9] >>]"
    ),
    "xmp.pdf": lambda text: pdf(
        root="/Metadata 7 0 R", extra=(stream(f"<x:xmpmeta>{text}</x:xmpmeta>", "/Type /Metadata /Subtype /XML"),)
    ),
    "anhang.pdf": lambda text: pdf(
        root="/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
        extra=("<< /Type /Filespec /F (brief.txt) /EF << /F 8 0 R >> >>", stream(text)),
    ),
    "skript.pdf": lambda text: pdf(
        root="/OpenAction << /S /JavaScript /JS 7 0 R >>", extra=(stream(f"alert('{text}')"),)
    ),
    "text.png": lambda text: png(text_chunk(text)),
    "gepackt.png": lambda text: png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode()))),
    "international.png": lambda text: png(chunk(b"iTXt", b"Comment\0\1\0de\0\0" + zlib.compress(text.encode()))),
    "xmp.png": lambda text: png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + f"<x>{text}</x>".encode())),
    "exif.png": lambda text: png(chunk(b"eXIf", exif(text))),
    "exif.jpg": lambda text: jpeg(segment(0xE1, b"Exif\0\0" + exif(text))),
    "xmp.jpg": lambda text: jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + f"<x>{text}</x>".encode())),
    "iptc.jpg": lambda text: jpeg(segment(0xED, iptc(text))),
    "kommentar.jpg": lambda text: jpeg(segment(0xFE, text.encode())),
    "vorschau.jpg": lambda text: jpeg(
        segment(0xE1, b"Exif\0\0" + exif("x", thumbnail=jpeg(segment(0xFE, text.encode()))))
    ),
    "zwei.jpg": lambda text: jpeg(behind=jpeg(segment(0xFE, text.encode()))),
    "exif.webp": lambda text: webp((b"EXIF", exif(text))),
    "xmp.webp": lambda text: webp((b"XMP ", f"<x>{text}</x>".encode())),
    "kommentar.gif": gif,
    "symbol.ico": lambda text: ico(png(text_chunk(text))),
    "bild.svg": lambda text: f"<svg><title>{text}</title></svg>".encode(),
    "seite.html": lambda text: page_with_picture(png(text_chunk(text))),
    "schrift.ttf": font,
    "schrift.woff": woff,
    "brief.eml": mail,
    "anhang.eml": lambda text: mail("Guten Tag", docx(runs(text)), "brief.docx"),
    "ordner.mbox": lambda text: b"From a\n" + mail("Guten Tag") + b"\nFrom b\n" + mail(text),
    "karte.vcf": lambda text: f"BEGIN:VCARD\nFN:{text}\nEND:VCARD\n".encode(),
    "liste.csv": lambda text: f"Name;Ort\n{text};Leipzig\n".encode(),
}
