"""Finding a team by what somebody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner


def team_path(ordner: Netzordner, kuerzel: str) -> Path:
    """Give the file of a team; raises ``WrongCall`` with the names that are like it."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    paths = {path.stem: path for path in ordner.team_paths()}
    if kuerzel not in paths:
        raise WrongCall(f"Das Team „{kuerzel}“ gibt es nicht.{meant(kuerzel, list(paths))}")
    return paths[kuerzel]


def meant(word: str, known: list[str]) -> str:
    """Ask whether one of the names was meant that are like a word; empty where none is."""
    from wiq_cli.domain.naehe import near  # noqa: PLC0415  # start-up

    close = near(word, known, most=3)
    close += [one for one in known if word.casefold() in one.casefold() and one not in close]
    return f" Meintest du {' oder '.join(f'„{one}“' for one in close[:3])}?" if close else ""
