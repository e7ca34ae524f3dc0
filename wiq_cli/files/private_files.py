"""Writing into files outside the network: never in place of one of its own, and what is private never where others get it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import WrongCall, reason
from wiq_cli.files.disk import write_private
from wiq_cli.files.ignored import can_ask, is_ignored
from wiq_cli.files.netz import MODELS
from wiq_cli.files.site import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SITE = "site"
OWN = frozenset({*MODELS, "teams", "vorlagen"})
OWNER_ONLY = 0o700


def write_all(folder: Path, texts: Mapping[str, str], root: Path) -> None:
    """Write files into a folder, each for the owner alone. Raises ``WrongCall`` before anything is written."""
    check_place(folder, texts, root)
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise WrongCall(f"Der Ordner {folder.name} lässt sich nicht anlegen: {reason(error)}.") from None
    for name, text in texts.items():
        write_private(folder / name, text)


def write_one(path: Path, text: str, root: Path) -> None:
    """Write one file for the owner alone, not among the pages. Raises ``WrongCall``."""
    refuse_own(path, root)
    refuse_published(path.absolute().parent, root)
    write_private(path, text)


def refuse_own(path: Path, root: Path) -> None:
    """Refuse a place where the network keeps its own files: one of them would be gone. Raises ``WrongCall``."""
    real, above = path.resolve(), root.resolve()
    place = real.relative_to(above).parts[:1] if real.is_relative_to(above) else ()
    if not OWN.isdisjoint(place):
        raise WrongCall(f"{place[0]} gehört zum Netzwerk. Nenn eine andere Stelle. Es wurde nichts geändert.")


def check_place(folder: Path, names: Mapping[str, str], root: Path) -> None:
    """Refuse a place of the network's own files, one that is published, and one that git would keep. Raises ``WrongCall``."""
    for name in names:
        refuse_own(folder / name, root)
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"{folder.name} ist kein Ordner. Nenn einen anderen.")
    refuse_published(folder, root)
    real = folder.resolve()
    above = (real, *real.parents)
    repository = next((one for one in above if os.path.lexists(one / ".git") or one.name == ".git"), None)
    if repository is None:
        return
    if not can_ask():
        raise WrongCall(
            "Dieser Ordner liegt in einem git-Verzeichnis, aber das Programm git fehlt hier. "
            "Installier git oder nenn einen Ordner außerhalb."
        )
    for name in names:
        if not is_ignored(repository, real / name):
            raise WrongCall(
                "Dieser Ordner liegt in einem git-Verzeichnis, und git würde die Dateien aufnehmen. "
                "Nenn einen Ordner außerhalb, oder schreib ihn in die Datei .gitignore."
            )


def refuse_published(folder: Path, root: Path) -> None:
    """Refuse a folder of the pages, or one below. Raises ``WrongCall``."""
    above = (folder.resolve(), *folder.resolve().parents)
    if (root / SITE).resolve() in above or any((one / MANIFEST).is_file() for one in above):
        raise WrongCall("Dort liegt, was alle sehen. Das hier ist nur für euch. Nenn einen anderen Ordner.")
