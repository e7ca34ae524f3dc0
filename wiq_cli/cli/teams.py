"""Finding a team by what somebody wrote, and reading them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner


def team_path(ordner: Netzordner, kuerzel: str) -> Path:
    """Give the file of a team; raises ``WrongCall`` with the names that are like it."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    if not kuerzel.strip():  # mostly a shell variable that nobody set
        raise WrongCall("TEAM: Hier steht nichts.")
    paths = {path.stem: path for path in ordner.team_paths()}
    if kuerzel in paths:
        return paths[kuerzel]
    if alike := [path for name, path in paths.items() if same_letters(name, kuerzel)]:
        return alike[0]
    raise WrongCall(f"Das Team „{kuerzel}“ gibt es nicht.{meant(kuerzel, list(paths))}")


def same_letters(one: str, other: str) -> bool:
    """Whether two words look the same: some systems write „ü“ as two characters."""
    from unicodedata import normalize  # noqa: PLC0415  # start-up

    return normalize("NFC", one) == normalize("NFC", other)


def meant(word: str, known: list[str]) -> str:
    """Ask whether one of the names was meant that are like a word; empty where none is."""
    from wiq_cli.domain.naehe import near  # noqa: PLC0415  # start-up

    close = near(word, known, most=3)
    close += [one for one in known if word.casefold() in one.casefold() and one not in close]
    return f" Meintest du {' oder '.join(f'„{one}“' for one in close[:3])}?" if close else ""


def read_all(ordner: Netzordner) -> tuple[list[tuple[str, Team]], list[str]]:
    """Give every team that can be read, and a line for each file in which something cannot."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    found, faults = [], []
    for kuerzel, outcome in ordner.teams():
        if outcome.findings:
            first = min(outcome.findings, key=lambda one: one.sort_key())
            faults.append(f"{first.file}:{first.span.line}:{first.span.column}: {first.message} {first.help}".rstrip())
        if not isinstance(outcome, Unreadable) and outcome.model:
            found.append((kuerzel, outcome.model))
    return found, faults
