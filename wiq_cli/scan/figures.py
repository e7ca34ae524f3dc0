"""Whether digits tell something: a known number, one that somebody could dial, a hash, letters written as numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import shapes
from wiq_cli.scan.hashes import RUN
from wiq_cli.scan.look import QUIET, TAG

if TYPE_CHECKING:
    from wiq_cli.scan.hashes import Hashes

FEWEST = 5
CODES = re.compile(r"\d{2,5}(?:[\s,;:-]{1,5}(?:\d{2,5}|[a-f]{2}(?![^\W_]))){3}|\d{16}", re.IGNORECASE)
TIME = re.compile(
    r"(?<![\w.,:+/(-])(?:\d\d?\.\d\d?\.(?:19|20|21)\d\d|(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?|\d\d?:\d\d)(?![\w:/-]|\.\d)"
)
"""Days and times that ``shapes.NO_PHONE`` takes out as well."""
CODES_HERE = re.compile(r"(?:\d{2,5}[\s,;:-]{1,5}){2}\d{2,5}|\d{8}")
HOUR = re.compile(r"(?<![\d:])\d\d:\d\d:\d\d[+-]\d\d:\d\d(?![\d:])")
ALONE = re.compile(r"(?<!\d)\d\D+\d(?!\d)")
LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
BLANKS = b" \t\x0b\x0c\r\n"
GAPS = bytes.maketrans(LETTERS + BLANKS, b" " * len(LETTERS) + b"\x01\x01\x01\x01\x01\x02")
BLANKS_AGAIN = bytes.maketrans(b"\x01\x02", b" \n")


class Known(NamedTuple):
    """The numbers of a network, and what is public of its numbers and addresses."""

    numbers: set[str]
    local_numbers: set[str]
    public_numbers: set[str]
    public_emails: set[str]


class Figures:
    """Judges digits, and remembers those that say nothing."""

    def __init__(self, known: Known, hashes: Hashes) -> None:
        self._known = known
        self._hashes = hashes
        self._runs: set[str] = set()  # that are no known number
        self._gaps: set[bytes] = {b"\x01", b"\x02"}  # between letters, that say nothing

    def tell_between(self, data: bytes) -> bool:
        """Whether digits between the letters of a text may tell something; if not, they do not with more around them either."""
        data = data.replace(TAG.encode(), b"").replace(QUIET.encode(), b" ")
        for gap in set(data.translate(GAPS).split()) - self._gaps:
            if self._tells(gap):
                return True
            self._gaps.add(gap)
        return False

    def _tells(self, gap: bytes) -> bool:
        text = gap.translate(BLANKS_AGAIN).decode("utf-8", "surrogatepass")
        if ALONE.search(text):  # four in a row may be spaced out
            return True
        if sum(map(str.isdigit, text)) < FEWEST:
            return False
        framed = f"{'' if text[:1].isdigit() else 'x'}{text}{'' if text[-1:].isdigit() else 'x'}"
        return (
            self.has_known(text)
            or any(one not in self._known.public_numbers for one in shapes.dialable(framed))
            or bool(CODES_HERE.search(TIME.sub("x", HOUR.sub("x", framed))))
        )

    def tell(self, text: str) -> bool:
        """Whether the digits of a text tell something. ``text``: all lines with digits."""
        if self.has_known(text):
            return True
        text = TIME.sub("x", text)
        if any(one not in self._known.public_numbers for one in shapes.phones(text)) or CODES.search(text):
            return True
        return any(self._hashes.find(match[0]) for match in RUN.finditer(text))

    def has_known(self, text: str) -> bool:
        """Whether a known number stands in a text, in whatever grouping."""
        for run in set(shapes.DIGITS.findall(text)) - self._runs:
            groups = shapes.GROUP.findall(run)
            known = (self._known.numbers, self._known.local_numbers)
            if any(True for numbers in known for _ in shapes.known_numbers(numbers, groups)):
                return True
            self._runs.add(run)
        return False
