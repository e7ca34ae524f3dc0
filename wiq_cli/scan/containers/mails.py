"""E-mails and folders of them: every head, every part, decoded, and what is attached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.plain import decodings, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from wiq_cli.scan.containers.parts import Box, Part

ENDINGS = (".eml", ".mbox", ".mht", ".mhtml")
HEAD = re.compile(rb"\A(?:(?:From |>From ).*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:.*\r?\n(?:[ \t].*\r?\n)*){3,}\r?\n")
TELLING = re.compile(rb"^(?:Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
LOOK = 32 * 1024
CALENDAR = b"BEGIN:V"
LETTER = re.compile(rb"^From \S.*\r?\n", re.MULTILINE)
HEADS = "Kopf der E-Mail"
NUMBERS = frozenset({"message-id", "references", "in-reply-to", "content-id", "resent-message-id"})
SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def is_mail(name: str, data: bytes) -> bool:
    if name.casefold().endswith(ENDINGS):
        return True
    if data.startswith(CALENDAR):  # its lines look like those of a head
        return False
    head = HEAD.match(data[:LOOK])
    return bool(head and TELLING.search(head[0]))


def mail(box: Box, data: bytes) -> Iterator[Part]:
    """One e-mail, or all of a folder that is one file."""
    starts = [match.start() for match in LETTER.finditer(data)] if data.startswith(b"From ") else []
    if len(starts) <= 1:
        yield from _letter(box, data)
        return
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), start=1):
        box.purse.pay(0, members=1)
        yield from _letter(box, data[start:end], f"E-Mail {number}")


def _letter(box: Box, data: bytes, *where: str) -> Iterator[Part]:
    from email import message_from_bytes  # noqa: PLC0415  # every text is asked whether it is a letter

    letter = message_from_bytes(data)
    for part in letter.walk():
        box.purse.pay(0, members=1)
        yield box.text("\n".join(_heads(part)), *where, HEADS)
        for around in (part.preamble, part.epilogue):
            if around and around.strip():
                yield box.text(around, *where)
        if part.get_content_type() in SEALED:
            yield box.unread("encrypted", *where)
        if not part.is_multipart():
            yield from _body(box, part, *where)


def _heads(part: Message) -> Iterator[str]:
    from email.errors import MessageError  # noqa: PLC0415  # see above
    from email.header import decode_header, make_header  # noqa: PLC0415

    for key, value in part.items():
        raw = str(value)
        if key.casefold() in NUMBERS:  # shaped like addresses, but nobody's
            raw = raw.replace("@", " ")
        yield f"{key}: {raw}"
        try:
            yield f"{key}: {make_header(decode_header(raw))}"
        except (LookupError, ValueError, MessageError):  # an encoding nobody knows: the raw line has to do
            continue


def _body(box: Box, part: Message, *where: str) -> Iterator[Part]:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        return
    name = part.get_filename()
    box.purse.pay(len(data))
    if name or part.get_content_maintype() not in {"text", "message"}:
        yield from box.inside(name or "Anhang", data, *where, name or "Anhang")
        return
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        readings = decodings(data)
    else:
        readings = [text]
    if not readings:
        yield box.unread("encoding", *where)
    ending = ".html" if part.get_content_subtype() == "html" else ".txt"
    for reading in readings:
        yield box.text(reading, *where, form=form_of(f"x{ending}", reading))
