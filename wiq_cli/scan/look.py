"""A text without its tags, seen in one byte for each sign: what stands there, what it is like, and which words it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHARSET = "cp1252"
PLAIN_BEYOND_ASCII = frozenset("\xa0–—„“”‚…·€‘’")
OUR_SIGNS = ("○", "✓")
TAG, HIDING = "\x1f", "\x1e"  # stand for a tag that a word could hide in, and for one that hides what follows
SILENT = "\x1d"  # stands for a tag between words whose line is not to be passed over, and says nothing itself
QUIET = f" {SILENT} "
NOTHING_HIDDEN = re.compile(rf"{HIDING}[^\w\n{HIDING}]*{TAG}")


def _tables() -> tuple[bytes, bytes]:
    """Give what every byte is like, and what it is to a search for words: a small letter, a digit, an end of line, or a blank."""
    kinds = {" ": " \t\x0b\x0c\xa0", "~": "*_~`", "!": "&\\=@<>$" + HIDING, "^": TAG, "-": "-", "\n": "\n"}
    known = {sign: kind for kind, signs in kinds.items() for sign in signs}
    shape, folded = bytearray(), bytearray()
    for number in range(256):
        sign = bytes([number]).decode(CHARSET, "replace")
        letter = sign.isalpha() and sign not in "ªºµ"
        small = sign.lower().encode(CHARSET, "replace") if letter else b""
        if sign in known:
            kind = known[sign]
        elif letter:
            kind = "A" if sign.isupper() else "a"
        elif sign.isascii() or sign in PLAIN_BEYOND_ASCII:
            kind = "0" if sign.isdigit() else "."
        else:
            kind = "!"
        shape.append(ord(kind))
        folded.append(small[0] if small else number if sign == "\n" or kind == "0" else 32)
    return bytes(shape), bytes(folded)


SHAPE, WORDS = _tables()
ODD = re.compile(rb"!|aA|[aA]0|0[aA]|AAa|[aA0]~|[aA]-\^?(?: +\^?[aA]|$)|A{16}|[aA0]\^+[aA0]", re.MULTILINE)
HINTS = (b"aA", b"AAa", b"A" * 16)
HINTS_ANY_CASE = (b"!", b"a0", b"0a", b"a~", b"0~", b"a- ", b"a-\n", b"a-^", b"a^a", b"a^0", b"0^a", b"0^0")
"""One of these stands in whatever ``ODD`` finds; looking for them is faster."""
INITIALS = re.compile(rb"(?<![aA0])A\.[ -]{0,2}A\.")
INITIALS_HINTS = (b"A.A.", b"A. A.", b"A.-A.", b"A. -A.", b"A.- A.", b"A.  A.", b"A.--A.")
SPACED_OUT = re.compile(rb" a a a aa?(?!a)")  # „at“ may be the fourth
GLUABLE = bytes(45 if number == 45 else WORDS[number] for number in range(256))  # noqa: PLR2004  # a hyphen
ONE_KIND = bytes.maketrans(b"A0-.~^\n", b"aa     ")


class Look(NamedTuple):
    """A text without its tags: as it is, what each byte is like, and its words."""

    text: str
    data: bytes
    shape: bytes
    low: bytes
    glued: bytes  # words with hyphens, without them

    @property
    def words(self) -> set[bytes]:
        """All words, with and without their hyphens."""
        return {*self.low.split(), *self.glued.split()}


def look(text: str) -> Look:
    """Look at a text; a sign beyond the usual ones becomes several odd ones."""
    bare = NOTHING_HIDDEN.sub(TAG, text) if HIDING in text else text
    if not bare.isascii():
        for sign in OUR_SIGNS:
            bare = bare.replace(sign, " ")
    data = bare.encode(CHARSET, "xmlcharrefreplace")
    shape = data.translate(SHAPE)
    while b"^^" in shape:
        shape = shape.replace(b"^^", b"^")
    return Look(text, data, shape, data.translate(WORDS), _glued(data) if b"-" in data else b"")


def _glued(data: bytes) -> bytes:
    """Give the words of the lines with hyphens without them, each in its line."""
    lines = data.translate(GLUABLE).split(b"\n")
    return b"\n".join([line.replace(b"-", b"") if b"-" in line else b"" for line in lines])


def odd_lines(shape: bytes) -> set[int]:
    """Give the lines in which something can be read in more than one way."""
    small = shape.lower()
    if any(one in shape for one in HINTS) or any(one in small for one in HINTS_ANY_CASE) or small.endswith(b"a-"):
        return lines_with(ODD, shape)
    return set()


def lines_of_initials(shape: bytes) -> set[int]:
    """Give the lines with two capitals and a full stop behind each."""
    shape = shape.replace(b"^", b"")
    return lines_with(INITIALS, shape) if any(one in shape for one in INITIALS_HINTS) else set()


def is_spaced_out(shape: bytes) -> bool:
    """Whether four letters or digits in a row stand alone."""
    singles = b" " + shape.translate(ONE_KIND)
    while b"  " in singles:
        singles = singles.replace(b"  ", b" ")
    return b" a a a a" in singles and SPACED_OUT.search(singles) is not None


def lines_with(pattern: re.Pattern[bytes], data: bytes) -> set[int]:
    """Give the numbers of the lines in which a pattern is found that goes over no line end."""
    found: set[int] = set()
    line = counted = 0
    match = pattern.search(data)
    while match:
        line += data.count(b"\n", counted, match.start())
        found.add(line)
        counted = data.find(b"\n", match.start())
        match = pattern.search(data, counted) if counted >= 0 else None
    return found


def places(data: bytes, letters: bytes) -> Iterator[int]:
    """Give the numbers of the lines in which these letters stand."""
    at, line, counted = data.find(letters), 0, 0
    while at >= 0:
        line += data.count(b"\n", counted, at)
        yield line
        counted = data.find(b"\n", at)
        at = data.find(letters, counted) if counted >= 0 else -1


def windows(lines: list[str], numbers: Iterable[int], near: int) -> list[str]:
    """Give the lines with so many around them; those that touch are one piece."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        first, behind = max(0, number - near), min(len(lines), number + near + 1)
        if found and first <= found[-1][1]:
            found[-1][1] = behind
        else:
            found.append([first, behind])
    return ["\n".join(lines[first:behind]) for first, behind in found]
