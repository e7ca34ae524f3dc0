"""What was written differently in earlier versions of the file format: one step a file, in the folder beside this one.

A step is ``fassungen/<kind>_<version>_<what>.py``; nothing else has to know it. It has a docstring, a ``MESSAGE`` for whoever
still writes the old way, and ``changes(data)``, which finds the old way in plain data and says how it is written now.
What it gives must mean the same to the models; ``wiq migrate`` checks that, and that no comment is lost. A step finds
nothing in what it has made. It only ever leads forwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from wiq_cli.domain.finding import DataPath

STEPS = "wiq_cli.domain.fassungen"
FILE_NAME = re.compile(r"([a-z]+)_([0-9]+)_([a-z0-9_]+)")
KINDS = {"wiq.yaml": "wiq", "regeln.yaml": "regeln", "freigaben.yaml": "freigaben", "beschluesse": "beschluss"}


@dataclass(frozen=True, slots=True)
class Change:
    """What shall stand at a place. With ``spread`` the value is a list whose entries take the place of one entry."""

    path: DataPath
    value: Any
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Schritt:
    """One step from a version to the next."""

    fassung: int
    module: ModuleType

    @property
    def message(self) -> str:
        """What is written in the old way."""
        return str(self.module.MESSAGE)

    def changes(self, data: Any) -> Iterator[Change]:
        """Find what is written in the old way."""
        yield from self.module.changes(data) if isinstance(data, dict) else ()


@cache
def schritte(kind: str) -> tuple[Schritt, ...]:
    """Give the steps for a kind of file, the earliest first."""
    names = (one.name for one in iter_modules(import_module(STEPS).__path__))
    found = [(match[1], int(match[2]), name) for name in names if (match := FILE_NAME.fullmatch(name))]
    return tuple(
        Schritt(version, import_module(f"{STEPS}.{name}")) for own, version, name in sorted(found) if own == kind
    )


def kind_of(file: str) -> str:
    """Tell what a file holds by its name in the network; what lies elsewhere is read as a team."""
    return KINDS.get(file.partition("/")[0], "team")
