"""Parameters of the commands around meetings, and how they are read."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

Kuerzel = Annotated[str, typer.Argument(metavar="TEAM", help="Dateiname des Teams ohne .yaml.")]
HOURS = re.compile(r"([0-9]{1,2})(?::([0-5][0-9]))?(?: Uhr)?")


def weekday(text: str) -> int:
    """Read ``Di`` or ``Dienstag``."""
    from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up
    from wiq_cli.domain.worte import TAGE  # noqa: PLC0415  # start-up
    from wiq_cli.domain.zeitangabe import WOCHENTAGE  # noqa: PLC0415  # start-up

    if text.casefold() in TAGE:
        return TAGE[text.casefold()]
    close = nearest(text, WOCHENTAGE)
    raise typer.BadParameter(
        "Hier gehört ein Wochentag hin." + (f" Meintest du „{close}“?" if close else " Zum Beispiel: Di.")
    )


def hours(text: str) -> tuple[time, time]:
    """Read ``17:00-21:00``."""
    found = [HOURS.fullmatch(part.strip()) for part in re.split("[-–]", text)]
    minutes = [int(one[1]) * 60 + int(one[2] or 0) for one in found if one]
    if len(minutes) != 2 or not 0 <= minutes[0] < minutes[1] <= 24 * 60:  # noqa: PLR2004  # from and to, in a day
        raise typer.BadParameter("Schreib die Stunden so: 17:00-21:00.")
    first, last = (time(one // 60 % 24, one % 60) for one in minutes)
    return first, last


def between(least: int, most: int) -> Callable[[str], int]:
    """Make a parser of numbers."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 6) or not least <= int(text) <= most:  # noqa: PLR2004  # digits
            raise typer.BadParameter(f"Hier gehört eine Zahl von {least} bis {most} hin.")
        return int(text)

    return parse


def hour(text: str) -> Any:
    """Read ``18:00``."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # start-up

    from wiq_cli.domain.zeitangabe import read_clock  # noqa: PLC0415  # start-up

    try:
        return read_clock(text.strip())
    except PydanticCustomError as error:
        raise typer.BadParameter((error.context or {})["satz"]) from None


def hour_fault(text: str) -> str:
    """Say what is wrong with an hour; empty if nothing is."""
    try:
        hour(text)
    except typer.BadParameter as error:
        return str(error.message)
    return ""
