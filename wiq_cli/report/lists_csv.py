"""All lists in one table: ``list,address,name``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.spreadsheet import rows_of, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiq_cli.usecases.lists import Liste, MembersOf

FILE = PATTERN = "verteiler.csv"
HEAD = ("list", "address", "name")


def is_ours(text: str) -> bool:
    """Whether a file is such a table."""
    return text.startswith(",".join(HEAD)) or not text.strip()


def files(lists: Iterable[Liste]) -> dict[str, str]:
    """Write the table."""
    rows = ([one.adresse, each.email, each.name] for one in lists for each in one.empfaenger)
    return {FILE: table(HEAD, rows)}


def read(texts: Mapping[str, str]) -> MembersOf:
    """Read such a table."""
    found: MembersOf = {}
    for row in rows_of(texts.get(FILE, "")):
        if len(row) > 1:
            found.setdefault(row[0].casefold(), set()).add(row[1].casefold())
    return found
