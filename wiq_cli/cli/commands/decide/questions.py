"""Questions that come up in several commands: for a day, for somebody. Only a wrong answer is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.german import parse_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from wiq_cli.files.netz import Netzordner


def day(question: str, *, hint: str, option: str, after: date | None = None) -> date | None:
    """Ask for a day, later than ``after`` if that is given; None where nobody wants to say. Raises as ``ask.text``."""

    def fault(answer: str) -> str:
        try:
            found: date = parse_date(answer)
        except typer.BadParameter as error:
            return str(error.message)
        return "" if after is None or found > after else "Dieser Tag ist schon da oder vorbei."

    answer = ask.text(question, hint=hint, option=option, fault=fault)
    return parse_date(answer) if answer else None


def somebody(ordner: Netzordner, question: str, *, hint: str, option: str) -> str:
    """Ask for a person and give the kennung; empty where nobody wants to say. Raises as ``ask.text``."""
    answer = ask.text(
        question, hint=hint, option=option, fault=refused(lambda one: kennung(ordner, one, option), option)
    )
    return kennung(ordner, answer, option) if answer else ""


def refused(read: Callable[[str], object], option: str) -> Callable[[str], str]:
    """Give what says why an answer cannot be read, without the name of the option: it was typed at a question."""
    from wiq_cli.domain.errors import WiqError  # noqa: PLC0415  # start-up

    def fault(answer: str) -> str:
        try:
            read(answer)
        except WiqError as error:
            return str(error).removeprefix(f"{option}: ")
        return ""

    return fault
