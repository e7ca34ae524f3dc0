"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.german import choice
from wiq_cli.cli.settings import settings


def edits(value: bool) -> bool:
    """Remember that this call changes files of the network."""
    settings().edits = settings().edits or value
    return value


def _edits_unless(value: bool) -> bool:
    edits(not value)
    return value


Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="text|json", parser=choice("text", "json"), help="Ausgabe für Menschen oder für Programme."
    ),
]
# On every command that changes files of the network: it waits while another one does.
DryRun = Annotated[bool, typer.Option("--dry-run", callback=_edits_unless, help="Zeigt nur, was sich ändern würde.")]
Preview = Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was sich ändern würde.")]  # writes elsewhere
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Beantwortet Rückfragen mit ja.")]
