"""People as a table: for programs, for a German Excel, and with the columns that CiviCRM imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.spreadsheet import excel, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.usecases.contacts import Kontakt

HEAD = ("kennung", "name", "email", "telefon", "rolle", "teams")
CIVICRM = ("first_name", "last_name", "email", "phone", "external_identifier")


def as_csv(found: Iterable[Kontakt]) -> str:
    """Write the table for programs."""
    return table(HEAD, map(_row, found))


def as_excel(found: Iterable[Kontakt]) -> str:
    """Write the table for a double click."""
    return excel(HEAD, map(_row, found))


def as_civicrm(found: Iterable[Kontakt]) -> str:
    """Write the table for an import. A number that begins with + would need an apostrophe, and no longer be one."""
    rows = ([*one.parts, one.email, _dialled(one.telefon), one.kennung] for one in found)
    return table(CIVICRM, rows)


def _row(one: Kontakt) -> list[str]:
    return [one.kennung, one.name, one.email, one.telefon, one.rolle, "; ".join(one.teams)]


def _dialled(number: str) -> str:
    return f"00{number[1:].lstrip()}" if number.startswith("+") else number
