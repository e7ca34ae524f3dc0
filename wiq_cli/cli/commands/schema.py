from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.console import out
from wiq_cli.cli.german import GermanTyper, choice

app = GermanTyper()
KINDS = ("team", "wiq", "regeln", "beschluss", "freigaben")
OUTPUT = "wiq."  # what stands under „schema“ in what a command prints begins so


def _kind(text: str) -> str:
    if text.startswith(OUTPUT):
        from wiq_cli.domain.formats.documents import documents  # noqa: PLC0415  # start-up

        return choice(*documents())(text)
    return choice(*KINDS)(text)


@app.command()
def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="|".join(KINDS),
            parser=_kind,
            help="Für welche Datei. Oder was in einer JSON-Ausgabe unter „schema“ steht, zum Beispiel wiq.status/1.",
        ),
    ] = "team",
) -> None:
    """Gibt das JSON Schema einer Datei aus, für Editoren, oder das einer JSON-Ausgabe, für Programme."""
    if kind.startswith(OUTPUT):
        from wiq_cli.domain.formats import documents  # noqa: PLC0415  # start-up

        out(documents.json_schema(kind))
        return
    from wiq_cli.domain.schema import json_schema  # noqa: PLC0415  # start-up

    out(json_schema(kind))
