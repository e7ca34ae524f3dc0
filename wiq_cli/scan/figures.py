"""Whether digits tell something: a known number, one that somebody could dial, a hash, letters written as numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import blobs, shapes
from wiq_cli.scan.folding import clean
from wiq_cli.scan.hashes import RUN
from wiq_cli.scan.look import QUIET, TAG

if TYPE_CHECKING:
    from wiq_cli.scan.hashes import Hashes

FEW, FEWEST, FEW_TO_DIAL = 2, 5, 6
CODES = re.compile(r"\d{2,5}(?:[\s,;:-]{1,5}(?:\d{2,5}|[a-f]{2}(?![^\W_]))){3}|\d{16}", re.IGNORECASE)
CODES_HERE = re.compile(r"(?:\d{2,5}[\s,;:-]{1,5}){2}\d{2,5}|\d{8}")
HOUR = re.compile(r"(?<![\d:])\d\d:\d\d:\d\d[+-]\d\d:\d\d(?![\d:])")
AS_HEX = re.compile(r"(?<!\d)(?:[23]\d){5,}(?!\d)")  # digits and blanks, byte by byte
ALONE = re.compile(r"(?<!\d)\d\D+\d(?!\d)")
LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
BLANKS = b" \t\x0b\x0c\r"
GAPS = bytes.maketrans(LETTERS + BLANKS, b" " * len(LETTERS) + b"\x01\x01\x01\x01\x01")
NO_DIGITS = bytes(number for number in range(256) if number not in b"0123456789\n")
LINE_END = b"\x02"
BLANKS_AGAIN = bytes.maketrans(b"\x01" + LINE_END, b" \n")
MOST = 200_000


class Known(NamedTuple):
    """The numbers of a network, and what is public of its numbers and addresses."""

    numbers: set[str]
    public_numbers: set[str]
    public_emails: set[str]


class Figures:
    """Judges digits, and remembers those that say nothing."""

    def __init__(self, known: Known, hashes: Hashes) -> None:
        self._known = known
        self._hashes = hashes
        self._runs: set[str] = set()  # that are no known number
        self._quiet: set[bytes] = set()  # rows of digits and signs between letters, that say nothing

    def between(self, data: bytes) -> tuple[list[bytes], set[int]]:
        """Look at the digits between the letters of each line of a text: if they tell nothing, they do not with more around
        them either.

        Give of each line what stands before its first and behind its last letter, and the numbers of the lines in which
        something in between may tell something.
        """
        data = data.replace(TAG.encode(), b"").replace(QUIET.encode(), b" ")
        edges, inner = [], {}
        digits = data.translate(None, NO_DIGITS).split(b"\n")
        for number, line in enumerate(data.translate(GAPS).split(b"\n")):
            before, letters, rest = line.partition(b" ")
            if not letters:
                edges.append(line)
            elif digits[number]:
                middle, _, behind = rest.rpartition(b" ")
                edges.append(before + b" " + behind)
                if middle := middle.strip(b" "):
                    inner[number] = middle
            else:
                edges.append(letters)
        if not self.tell(b" ".join(inner.values())):
            return edges, set()
        return edges, {number for number, middle in inner.items() if self.tell(middle)}

    def tell(self, gaps: bytes) -> bool:
        """Whether one of these rows of digits and signs may tell something; ``between`` gives them."""
        if len(self._quiet) > MOST:
            self._quiet.clear()
        for gap in set(gaps.split(b" ")) - self._quiet:
            if self._tells(gap):
                return True
            self._quiet.add(gap)
        return False

    def _tells(self, gap: bytes) -> bool:
        digits = len(gap.translate(None, NO_DIGITS))
        if digits < FEW:
            return False
        text = clean(gap.translate(BLANKS_AGAIN).decode("utf-8", "surrogatepass"))
        if ALONE.search(text):  # four in a row may be spaced out
            return True
        if digits < FEWEST:
            return False
        if self.has_known(text) or AS_HEX.search(text):
            return True
        if digits < FEW_TO_DIAL:
            return False
        rows = {text.replace("\n", " "), *text.split("\n")}  # in a page, a line end is a blank, or the end of a number
        return any(map(self._could_be_dialled, rows))

    def _could_be_dialled(self, row: str) -> bool:
        """Whether a row of digits and signs may be a number or a code, with letters around it."""
        framed = f"{'' if row[:1].isdigit() else 'x'}{row}{'' if row[-1:].isdigit() else 'x'}"
        return any(one not in self._known.public_numbers for one in shapes.dialable(framed)) or bool(
            CODES_HERE.search(shapes.TIME.sub("x", HOUR.sub("x", framed)))
        )

    def tell_in(self, text: str) -> bool:
        """Whether the digits of a text tell something. ``text``: all lines with digits."""
        text = clean(text)
        if self.has_known(text):
            return True
        text = shapes.TIME.sub("x", text)
        if (
            any(one not in self._known.public_numbers for one in shapes.phones(text))
            or CODES.search(text)
            or AS_HEX.search(text)
        ):
            return True
        return any(self._hashes.find(match[0]) for match in RUN.finditer(text))

    def is_digest(self, run: str) -> bool:
        """Whether a row of hex digits is the hash of something else, and no text either."""
        runs = (run, *blobs.digests(run))
        return not any(True for _ in blobs.texts(run)) and not any(self._hashes.find(one) for one in runs)

    def has_known(self, text: str) -> bool:
        """Whether a known number stands in a text, in whatever grouping."""
        if len(self._runs) > MOST:
            self._runs.clear()
        for run in set(shapes.DIGITS.findall(text)) - self._runs:
            if any(True for _ in shapes.known_numbers(self._known.numbers, shapes.GROUP.findall(run))):
                return True
            self._runs.add(run)
        return False
