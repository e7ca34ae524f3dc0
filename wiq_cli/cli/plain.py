"""The calls that are made most, understood without the command framework: to load that takes longer than to check a file.

What is not understood here goes to the command line as it came. No option is explained here, and none means anything else.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.cli.calling import as_program, call
from wiq_cli.cli.days import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = ("WIQ_ROOT", "WIQ_TODAY")  # where the system may say it instead


class Plain(NamedTuple):
    """A check of a network, or of some of its files."""

    root: str | None
    today: date | None
    paths: list[str]
    no_cache: bool


def run() -> None:
    """Start as a program."""
    as_program(work)


def work() -> int:
    """Do what the system called us for."""
    words = sys.argv[1:]
    plain = understood(words)
    if plain is None:
        from wiq_cli.cli.main import main  # noqa: PLC0415  # start-up

        return main()
    return call(lambda: _check(plain), tuple(words))


def understood(words: Sequence[str]) -> Plain | None:
    """Read ``check [PFAD …] [--root ORDNER] [--today DATUM] [--no-cache]``; None for any other call."""
    if words[:1] != ["check"] or any(os.environ.get(name) for name in ASKED) or os.name == "nt":
        return None  # on Windows the framework looks for the files that a star in a name means
    given: dict[str, str] = {}
    paths, no_cache = [], False
    rest = iter(words[1:])
    for word in rest:
        if word in {"--root", "--today"}:
            given[word] = next(rest, "-")
        elif word == "--no-cache":
            no_cache = True
        else:
            paths.append(word)
    if not all(one and not one.startswith("-") for one in (*paths, *given.values())):
        return None
    try:
        day = read_day(given["--today"]) if "--today" in given else None
    except ValueError:
        return None
    return Plain(given.get("--root"), day, paths, no_cache)


def _check(plain: Plain) -> int:
    from wiq_cli.cli.check_call import Asked, check  # noqa: PLC0415  # start-up
    from wiq_cli.cli.settings import settings  # noqa: PLC0415  # start-up

    settings().root, settings().today = plain.root, plain.today
    return check(Asked(plain.paths, no_cache=plain.no_cache))
