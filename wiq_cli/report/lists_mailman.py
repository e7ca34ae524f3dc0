"""A file for each list as ``mailman syncmembers`` reads it: one bare address a line. An empty file empties the list."""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiq_cli.usecases.lists import Liste, MembersOf

ENDING = ".txt"
PATTERN = f"*@*{ENDING}"


def is_ours(text: str) -> bool:
    """Whether a file holds addresses and nothing else."""
    return all("@" in line and " " not in line for line in text.splitlines())


def files(lists: Iterable[Liste]) -> dict[str, str]:
    """Write one file for each list, named after its address."""
    return {f"{one.adresse}{ENDING}": "".join(f"{_line(each.email)}\n" for each in one.empfaenger) for one in lists}


def read(texts: Mapping[str, str]) -> MembersOf:
    """Read such files."""
    return {
        name.removesuffix(ENDING).casefold(): {
            parseaddr(line)[1].casefold() for line in text.splitlines() if line.strip() and not line.startswith("#")
        }
        for name, text in texts.items()
    }


def _line(email: str) -> str:
    """Write an address that begins like a comment so that it is none."""
    return f"<{email}>" if email.startswith("#") else email
