"""Cards as address books read them: vCard 3.0, RFC 2426. Lines end with CRLF and are folded at 75 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.usecases.contacts import Kontakt

WIDEST = 75  # bytes of one line
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def document(found: Iterable[Kontakt]) -> str:
    """Write all cards into one file."""
    return "".join(f"{_folded(line)}\r\n" for one in found for line in _card(one))


def _card(one: Kontakt) -> Iterator[str]:
    given, family = one.parts
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{one.uid}"
    yield f"FN:{_text(one.name or one.email or one.telefon)}"
    yield f"N:{_text(family)};{_text(given)};;;"
    for key, value in (("EMAIL;TYPE=INTERNET", one.email), ("TEL", one.telefon), ("ROLE", one.rolle)):
        if value:
            yield f"{key}:{_text(value)}"
    yield "CATEGORIES:" + ",".join(map(_text, one.teams))
    yield "END:VCARD"


def shown(text: str) -> str:
    """Give a text without what could steer a program that shows it."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"), keep_lines=True)


def _text(text: str) -> str:
    return shown(text).translate(ESCAPES)


def _folded(line: str) -> str:
    """Break a long line. A line that goes on begins with a blank, and no letter is torn apart."""
    pieces, size = [""], 0
    for letter in line:
        length = len(letter.encode())
        if size + length > WIDEST:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += length
    return "\r\n".join(pieces)
