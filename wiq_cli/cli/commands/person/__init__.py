from __future__ import annotations

from typing import Any

import typer

from wiq_cli.cli.commands.person import consent, forget, listing, preview, show
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

app = GermanTyper()
for part in (consent.app, preview.app, show.app, forget.app):
    app.registered_commands.extend(part.registered_commands)


@app.callback(invoke_without_command=True)
def person(ctx: typer.Context, fmt: Format = "text") -> Any:
    """Personen und ihre Einwilligungen, über alle Teams. Ohne Befehl: wer wozu ja gesagt hat."""
    return listing.listing(fmt) if ctx.invoked_subcommand is None else None
