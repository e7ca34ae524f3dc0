"""Read the templates of the site: a file in the network's ``vorlagen/`` replaces the one that ships with wiq."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli import resources
from wiq_cli.domain.errors import NothingToDo, reason
from wiq_cli.files.disk import read_text

if TYPE_CHECKING:
    from pathlib import Path

FRAME, FRAGMENT = (
    "basis.html.j2",
    "ausschnitt.html.j2",
)  # what stands around a page; what little stands around a part of one
ENDINGS = (".html.j2", ".md.j2", ".css", ".js", ".json")


class Vorlagen(NamedTuple):
    """Templates by name, and which of them are the network's own."""

    texts: dict[str, str]
    own: frozenset[str]


def shipped() -> dict[str, str]:
    """Read the templates that ship with wiq."""
    return _read(resources.folder("templates") / "site", "")


def read_vorlagen(root: Path, *, fragment: bool = False) -> Vorlagen:
    """Read all templates; raises ``Unreadable`` for one that is no plain text file.

    ``fragment``: pages without head and frame, to be put into the pages of another site.
    """
    own = _read(root / "vorlagen", "vorlagen/")
    texts = {**shipped(), **own}
    return Vorlagen(texts | {FRAME: texts[FRAGMENT]} if fragment else texts, frozenset(own))


def vorlagen_paths(root: Path) -> list[Path]:
    """Give the network's own templates."""
    return _paths(root / "vorlagen")


def _read(folder: Path, shown: str) -> dict[str, str]:
    return {path.name: read_text(path, f"{shown}{path.name}") for path in _paths(folder)}


def _paths(folder: Path) -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.name.endswith(ENDINGS) and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise NothingToDo(f"Den Ordner {folder.name} kann ich nicht lesen: {reason(error)}.") from None
