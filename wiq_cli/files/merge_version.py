"""One version of a file that is to be merged: its values, and its lines cut into pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Refused
from wiq_cli.files.comments import comments
from wiq_cli.files.format import BOM, with_line_ends
from wiq_cli.files.loader import parse
from wiq_cli.files.merge_pieces import Piece, cut, piece_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.domain.finding import DataPath


def one_sided(base: str, ours: str, theirs: str) -> str | None:
    """Give the text where only one side changed anything, or both alike; None where there is something to merge."""
    if ours in (base, theirs):
        return theirs
    return ours if theirs == base else None


class Version:
    """One version of a file: its values, and its lines cut into pieces. Raises ``Unreadable`` or ``Refused``."""

    def __init__(self, text: str, file: str) -> None:
        self.raw = text
        text = text.removeprefix(BOM).replace("\r\n", "\n")
        if "\r" in text or 0 < self.raw.count("\r\n") < text.count("\n"):
            raise Refused("Die Zeilen dieser Fassung enden verschieden.")
        self.source = parse(text, file)
        if self.source.faults or not isinstance(self.source.data or {}, dict):
            raise Refused("Diese Fassung lässt sich nicht lesen.")
        self.data = self.source.data or {}
        self.top = cut(self.source)
        self.remarks = [one.text.rstrip() for one in comments(self.source)]

    def dressed(self, text: str) -> str:
        """Begin a text and end its lines as this version does."""
        return (BOM if self.raw.startswith(BOM) else "") + with_line_ends(text, self.raw)


def markable(ours: Version, theirs: Version) -> Callable[[DataPath, DataPath], bool]:
    """Give the answer to the question whether the parts of a place stand on lines of their own on both sides."""

    def answer(here: DataPath, there: DataPath) -> bool:
        one, other = piece_at(ours.top, here), piece_at(theirs.top, there)
        return one is not None and other is not None and in_lines(one, other)

    return answer


def in_lines(one: Piece, other: Piece) -> bool:
    return one.inner is not None and other.inner is not None and type(one.value) is type(other.value)
