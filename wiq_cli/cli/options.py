"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.german import choice

Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="text|json", parser=choice("text", "json"), help="Ausgabe für Menschen oder für Programme."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was sich ändern würde.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Beantwortet Rückfragen mit ja.")]
