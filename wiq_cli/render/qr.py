"""A code to point a phone at. One path, so that a page needs no picture and no style."""

from __future__ import annotations

from itertools import groupby

from wiq_cli.domain.public import Oeffentlich

QUIET = 4  # white around it, in squares, as the norm wants it
MASK = 3  # any of the eight is right; choosing the prettiest costs five times as much


class Code(Oeffentlich):
    """The squares of a code as rows of a path."""

    seite: int
    pfad: str


def qr(address: str) -> Code:
    """Draw an address."""
    import segno  # noqa: PLC0415  # start-up

    code = segno.make(address, micro=False, error="m", boost_error=False, mask=MASK)
    return Code(seite=len(code.matrix) + 2 * QUIET, pfad="".join(_rows(code.matrix)))


def _rows(matrix: tuple[bytearray, ...]) -> list[str]:
    pieces = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                pieces.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length
    return pieces
