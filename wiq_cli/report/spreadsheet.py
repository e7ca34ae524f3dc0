"""Tables as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe: quotation marks do not help there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
BOM = "\ufeff"


def defused(text: str) -> str:
    """Give a text that every spreadsheet shows as it stands."""
    return f"'{text}" if _runs(text) else text


def armed(text: str) -> str:
    """Take the apostrophe away again."""
    return text[1:] if text.startswith("'") and _runs(text) else text


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as programs read it: comma, line feed."""
    return _write(head, rows, ",", "\n")


def excel(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as a German Excel opens it by a double click: semicolon, a mark for UTF-8, CRLF."""
    return BOM + _write(head, rows, ";", "\r\n")


def rows_of(text: str) -> list[list[str]]:
    """Read a table that ``table`` wrote, without its head."""
    return [[armed(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))][1:]


def _runs(text: str) -> bool:
    begin = text.lstrip("' \u00a0")
    return begin.startswith(FORMULA)


def _write(head: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str, end: str) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    writer.writerow(head)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return stream.getvalue()
