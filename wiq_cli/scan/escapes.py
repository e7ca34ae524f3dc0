"""Undo the ways a program writes characters as something else: entities, percent, backslashes, quoted-printable, scripts."""

from __future__ import annotations

import binascii
import html
import re
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from wiq_cli.domain.late import late

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
HEX2 = "[0-9a-fA-F]{2}"
UNICODE = late(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})")
CSS = late(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
OCTAL = late(r"\\([0-3][0-7]{2})")
ESCAPED = late(r"\\[uUx0-9a-fA-F/@.]")
BACKSLASH = late(r"\\([^\w\s]|_)")
QUOTED = late(rf"=(?:{HEX2}|\r?\n)")
QUOTED_RUN = late(rf"(?:={HEX2})+")
WORD_2047 = late(r"=\?([\w-]{1,20})\?([bBqQ])\?([^?\s]{1,400})\?=")
LATIN = {0xDC00 + byte: chr(byte) for byte in range(0x80, 0x100)}
PERCENT_RUN = late(rf"(?:%{HEX2})+")
CONCATENATED = late(r"[\"'`]\s{0,4}(?:\+|\.)\s{0,4}[\"'`]")
JOINED = late(
    r"\[((?:\s{0,4}[\"'][^\"'\n]{0,80}[\"']\s{0,4},?){2,20})\]\s{0,4}\.\s{0,4}join\([\"']([^\"'\n]{0,8})[\"']\)"
)
PARTS = late(r"[\"']([^\"'\n]*)[\"']")
HIGHEST = 0x110000
APART = "xx"


def decoded(text: str) -> str:
    """Undo entities and percent signs, also when they were applied twice."""
    for _ in range(ROUNDS):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = _percent(text)
        if text == before:
            break
    return text


def _percent(text: str) -> str:
    """Undo every run of percent codes by itself: one bad run says nothing about the others."""
    return PERCENT_RUN.sub(lambda run: _either(unquote_to_bytes(run[0])), text)


def some_lines(text: str, wanted: Callable[[str], object]) -> str:
    """Give the lines that are wanted, with a word between those that do not stand one below the other."""
    kept = (line if wanted(line) else APART for line in text.split("\n"))
    return "\n".join(APART if is_gap else "\n".join(lines) for is_gap, lines in groupby(kept, APART.__eq__))


def unescaped(text: str) -> list[str]:
    """Give the lines with escapes, undone in each way a program could mean them."""
    found = []
    if "\\" in text and ESCAPED.search(text):
        lines = some_lines(text, lambda line: "\\" in line)
        found += [
            UNICODE.sub(_character, lines),
            CSS.sub(_character, lines),
            OCTAL.sub(_octal, lines),
            BACKSLASH.sub(r"\1", lines),
        ]
    if "=" in text and QUOTED.search(text):
        found += _quoted_printable(text)
    if "+" in text or "join" in text or "'." in text or '".' in text:
        found += _concatenated(text)
    return [one for one in found if one != text]


def _character(match: re.Match[str]) -> str:
    number = int(next(one for one in match.groups() if one), 16)
    return chr(number) if 0 < number < HIGHEST and not 0xD800 <= number < 0xE000 else " "  # noqa: PLR2004  # surrogates


def _octal(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))


def _quoted_printable(text: str) -> list[str]:
    found = [_either(_bytes_of(text))]
    for match in WORD_2047.finditer(text):
        data = _base64(match[3]) if match[2] in "bB" else _bytes_of(match[3].replace("_", " "))
        found.append(_either(data))
    return found


def _bytes_of(text: str) -> bytes:
    joined = re.sub(r"=[ \t]*\r?\n", "", text)
    return unquote_to_bytes(QUOTED_RUN.sub(lambda match: match[0].replace("=", "%"), joined.replace("%", "%25")))


def _base64(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return b""


def _either(data: bytes) -> str:
    """Read bytes as UTF-8, and those that are none as Latin-1: both turn up in one text."""
    return data.decode("utf-8", "surrogateescape").translate(LATIN)


def _concatenated(text: str) -> list[str]:
    found = []
    if CONCATENATED.search(text):
        found.append(CONCATENATED.sub("", some_lines(text, CONCATENATED.search)))
    found += [match[2].join(PARTS.findall(match[1])) for match in JOINED.finditer(text)]
    return found
