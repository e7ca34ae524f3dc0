"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Any

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


def read_path(text: str) -> str:
    """Refuse an empty path: mostly it is a shell variable that nobody set, and it would mean the current folder."""
    if not text:
        raise typer.BadParameter("Hier steht nichts. Nenn eine Datei oder einen Ordner. Ein Punkt meint diesen Ordner.")
    return text


def format_option(*words: str, help: str) -> Any:  # noqa: A002  # typer's word
    """Declare ``--format`` for a command that knows these forms."""
    return typer.Option("--format", metavar="|".join(words), parser=choice(*words), help=help)


Format = Annotated[str, format_option("text", "json", help="Ausgabe für Menschen oder für Programme.")]
Output = Annotated[
    str | None, typer.Option("--output", metavar="DATEI", help="Schreibt in diese Datei. Nur du kannst sie lesen.")
]
# On every command that changes files of the network: it waits while another one does.
DryRun = Annotated[bool, typer.Option("--dry-run", callback=_edits_unless, help="Zeigt nur, was sich ändern würde.")]
Preview = Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was sich ändern würde.")]  # writes elsewhere
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Beantwortet Rückfragen mit ja.")]
