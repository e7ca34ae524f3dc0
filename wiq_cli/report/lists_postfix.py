"""A virtual map for postfix, see virtual(5): the address of a list, then its targets, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiq_cli.usecases.lists import Liste, MembersOf

FILE = PATTERN = "virtual"
HEAD = "# Von „wiq export lists“ geschrieben. Persönliche Adressen: nicht weitergeben. Danach: postmap virtual\n"


def is_ours(text: str) -> bool:
    """Whether a file is one that may be written anew, and not the mail server's own."""
    return text.startswith(HEAD) or not text.strip()


def files(lists: Iterable[Liste]) -> dict[str, str]:
    """Write the map. A list without targets has no line: mail to it comes back, and nobody waits in vain."""
    return {FILE: HEAD + "".join(_entry(one) for one in lists if one.empfaenger)}


def read(texts: Mapping[str, str]) -> MembersOf:
    """Read a map: lines that begin with a blank go on, lines that begin with # say nothing."""
    entries: list[str] = []
    for line in texts.get(FILE, "").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace() and entries:
            entries[-1] += line
        else:
            entries.append(line)
    found: MembersOf = {}
    for name, _, targets in (entry.partition(" ") for entry in entries):
        members = {_unquoted(one.strip()).casefold() for one in targets.split(",") if one.strip()}
        found.setdefault(name.casefold(), set()).update(members)
    return found


def _entry(one: Liste) -> str:
    return f"{one.adresse} " + ",\n    ".join(_quoted(each.email) for each in one.empfaenger) + "\n"


def _quoted(email: str) -> str:
    """Write an address that begins like a comment so that it is none."""
    name, _, domain = email.rpartition("@")
    return f'"{name}"@{domain}' if name.startswith("#") else email


def _unquoted(email: str) -> str:
    return email.replace('"', "")
