"""Read the templates of the site: a file in the network's ``vorlagen/`` replaces the one that ships with wiq."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli import resources
from wiq_cli.domain.errors import NothingToDo, reason
from wiq_cli.domain.naehe import nearest
from wiq_cli.files.disk import read_text

if TYPE_CHECKING:
    from pathlib import Path

FRAME, FRAGMENT = (
    "basis.html.j2",
    "ausschnitt.html.j2",
)  # what stands around a page; what little stands around a part of one
ENDINGS = (".html.j2", ".md.j2", ".css", ".js", ".json")
ROOMS = ("site", "bericht")  # whose templates a network may replace
BESIDE = ("readme", "license", "thumbs.db", "desktop.ini")  # what may lie there all the same
COPIES = ("~", ".bak", ".orig")


class Vorlagen(NamedTuple):
    """Templates by name, and which of them are the network's own."""

    texts: dict[str, str]
    own: frozenset[str]

    @property
    def own_texts(self) -> dict[str, str]:
        return {name: self.texts[name] for name in self.own}


def shipped(*, fragment: bool = False) -> dict[str, str]:
    """Read the templates that ship with wiq."""
    return _framed(_read(resources.folder("templates") / "site", ""), fragment=fragment)


def read_vorlagen(root: Path, *, fragment: bool = False) -> Vorlagen:
    """Read all templates; raises ``Unreadable`` for one that is no plain text file, ``NothingToDo`` for one nobody asks for.

    ``fragment``: pages without head and frame, to be put into the pages of another site.
    """
    own = _read(root / "vorlagen", "vorlagen/")
    _refuse_idle(root / "vorlagen", own)
    return Vorlagen(_framed({**shipped(), **own}, fragment=fragment), frozenset(own))


def vorlagen_paths(root: Path) -> list[Path]:
    """Give the network's own templates, and what was to be one."""
    return [path for path in _lying(root / "vorlagen") if path.is_file()]


def _framed(texts: dict[str, str], *, fragment: bool) -> dict[str, str]:
    return texts | {FRAME: texts[FRAGMENT]} if fragment else texts


def _read(folder: Path, shown: str) -> dict[str, str]:
    return {path.name: read_text(path, f"{shown}{path.name}") for path in _paths(folder)}


def _refuse_idle(folder: Path, own: dict[str, str]) -> None:
    """Raise ``NothingToDo`` for a file that replaces no template, and that no other one of the network's own names."""
    known = [path.name for room in ROOMS for path in _paths(resources.folder("templates") / room)]
    for path in _lying(folder):
        name = path.name
        if name in known or any(name in text for other, text in own.items() if other != name and name in own):
            continue
        raise NothingToDo(
            f"vorlagen/{name}: Eine Vorlage mit diesem Namen gibt es nicht. Meintest du „{nearest(name, known, at_least=0)}“? "
            "Sonst leg sie woanders hin. Es wurde nichts veröffentlicht."
        )


def _paths(folder: Path) -> list[Path]:
    return [path for path in _lying(folder) if path.name.endswith(ENDINGS)]


def _lying(folder: Path) -> list[Path]:
    """Give what lies there, but notes about it and copies that an editor made."""
    try:
        return sorted(path for path in folder.iterdir() if not _is_beside(path.name.casefold()))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise NothingToDo(f"Den Ordner {folder.name} kann ich nicht lesen: {reason(error)}.") from None


def _is_beside(name: str) -> bool:
    return name.startswith((".", "#", *BESIDE)) or name.endswith(COPIES)
