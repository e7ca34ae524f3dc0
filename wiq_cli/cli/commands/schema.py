from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.console import out
from wiq_cli.cli.german import GermanTyper, choice

app = GermanTyper()
KINDS = ("team", "wiq", "regeln", "beschluss", "freigaben")


@app.command()
def schema(
    kind: Annotated[
        str, typer.Argument(metavar="|".join(KINDS), parser=choice(*KINDS), help="Für welche Datei.")
    ] = "team",
) -> None:
    """Gibt das JSON Schema einer Datei aus, für Editoren."""
    from wiq_cli.domain.schema import json_schema  # noqa: PLC0415  # start-up

    out(json_schema(kind))
