"""Where private data may go: to a terminal, or into a file that nobody else can read. Never into a pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.domain.errors import Unreadable, WrongCall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiq_cli.domain.finding import Finding
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner


def need_a_place(output: str | None, what: str) -> None:
    """Raise ``WrongCall`` where the data would go into a pipe, a log or a file that others can read."""
    if output is None and not is_terminal(sys.stdout):
        raise WrongCall(f"Das sind persönliche Daten. Nenn mit --output {what}, nur du kannst sie dann lesen.")


def need_a_terminal(option: str) -> None:
    """Raise ``WrongCall`` where a preview with addresses would not be seen by a person alone."""
    if not is_terminal(sys.stdout):
        raise WrongCall(f"{option} zeigt persönliche Adressen. Das geht nur am Bildschirm.")


def deliver(ordner: Netzordner, folder: Path | None, texts: Mapping[str, str]) -> None:
    """Write the files, or show them."""
    if folder is None:
        from wiq_cli.report.safe import safe  # noqa: PLC0415  # start-up

        out("".join(safe(text.replace("\r\n", "\n"), keep_lines=True) for text in texts.values()))
        return
    from wiq_cli.files.private_files import write_all  # noqa: PLC0415  # start-up

    write_all(folder, texts, ordner.root)
    what = f"{len(texts)} Dateien" if len(texts) > 1 else next(iter(texts), "")
    note(f"Geschrieben: {what} in {folder.resolve().name}. Nur du kannst das lesen. Gib es nicht weiter.")


def whole_teams(ordner: Netzordner, only: Sequence[str] = ()) -> list[tuple[str, Team]]:
    """Read teams, all of them or those that are named. Raises ``Unreadable`` for one that is not in order: a consent
    that nobody can read would be missing.
    """
    found: list[tuple[str, Team]] = []
    findings: list[Finding] = []
    for kuerzel, outcome in ordner.teams():
        if only and kuerzel not in only:
            continue
        findings += outcome.findings
        if not isinstance(outcome, Unreadable) and outcome.model is not None:
            found.append((kuerzel, outcome.model))
    if findings:
        raise Unreadable(sorted(findings, key=lambda one: one.sort_key()))
    return found


def folder_of(output: str | None) -> Path | None:
    """Give the folder that was named."""
    return None if output is None else Path(output).absolute()
