"""What lies in a network and is not read: files in the wrong place, with another name, or of another kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.naehe import nearest
from wiq_cli.files.disk import read_text
from wiq_cli.files.netz import FREIGABEN
from wiq_cli.files.root import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner

FOLDERS = ("teams", "beschluesse")
FILES = (MARKER, "regeln.yaml", FREIGABEN)
ALIKE = 0.88  # team, Beschlüsse, regel.yml
LOOKS_LIKE_YAML = re.compile(r"\.ya?ml(?![^\W_])", re.IGNORECASE)  # also x.yaml.bak and x.yaml~
KEPT = re.compile(
    r"readme\b.*|anker-[0-9]{4}-[0-9]{2}\.txt(\.sig)?", re.IGNORECASE
)  # between the files with good reason
TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
MANY = 3


class Stray(NamedTuple):
    """A file that may hold a part of the network, and where it probably belongs."""

    path: Path
    meant: str = ""


def strays(ordner: Netzordner) -> list[Stray]:
    """Give what looks like a file of the network and is not read as one. Nobody knows what is in it.

    Links are never followed, so any of them may be one.
    """
    inside = (Stray(path) for path in _unread(ordner) if _may_hold_data(path))
    return sorted({*inside, *_beside(ordner)})


def others(ordner: Netzordner) -> list[Path]:
    """Give what lies between the files of the network and is none of them: a form, a note, a picture."""
    return sorted(path for path in _unread(ordner) if not _may_hold_data(path) and not KEPT.fullmatch(path.name))


def has_doubles(ordner: Netzordner) -> bool:
    """Whether a folder beside the known ones is called so that its files may be meant for them."""
    return any(path.is_dir() and path.name not in FOLDERS and _meant_by(path) for path in ordner.at_the_top())


def may_belong(name: str) -> bool:
    """Whether a file of that name can be a part of the network, or of what is said about it."""
    return name.casefold().startswith(("teams/", "beschluesse/")) or LOOKS_LIKE_YAML.search(name) is not None


def _unread(ordner: Netzordner) -> Iterator[Path]:
    read = {*ordner.team_paths(), *ordner.beschluss_paths()}
    found = (path for folder in FOLDERS for path in ordner.below(folder) if path not in read)
    return (path for path in found if ordner.name_of(path) not in ordner.absent)


def _may_hold_data(path: Path) -> bool:
    return path.is_symlink() or LOOKS_LIKE_YAML.search(path.name) is not None


def _beside(ordner: Netzordner) -> Iterator[Stray]:
    """Look beside the known files and folders: ``hof.yaml``, ``Teams/hof.yaml``, ``regeln.yml``."""
    for path in ordner.at_the_top():
        if path.name in {*FOLDERS, *FILES} or path.is_symlink() or ordner.name_of(path) in ordner.absent:
            continue
        if path.is_dir():
            meant = _meant_by(path)
            if meant and not _is_same(path, ordner.root / meant):
                inside = filter(_may_hold_data, ordner.below(path.name))
                yield from (Stray(one, f"{meant}/{one.relative_to(path).as_posix()}") for one in inside)
        elif path.suffix.casefold() in {".yaml", ".yml"} and (
            meant := nearest(f"{path.stem}.yaml", FILES, at_least=ALIKE)
        ):
            if not _is_same(path, ordner.root / meant):
                yield Stray(path, meant)
        elif LOOKS_LIKE_YAML.search(path.name) and _is_like_a_team(path):
            yield Stray(path, f"teams/{LOOKS_LIKE_YAML.split(path.name)[0]}.yaml")


def _meant_by(folder: Path) -> str:
    return nearest(folder.name.replace("ü", "ue"), FOLDERS, at_least=ALIKE)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two names lead to one thing: some disks make no difference between capitals."""
    return other.exists() and path.samefile(other)


def _is_like_a_team(path: Path) -> bool:
    """Whether the keys of a file are those of a team: all of them, or many."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    try:
        keys = set(TOP_KEY.findall(read_text(path, path.name)))
    except Unreadable:
        return False
    return bool(keys) and (keys <= Team.model_fields.keys() or len(keys & Team.model_fields.keys()) >= MANY)
