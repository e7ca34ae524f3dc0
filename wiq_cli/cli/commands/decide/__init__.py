from __future__ import annotations

from typing import Any

import typer

from wiq_cli.cli.commands.decide import (
    agenda,
    close,
    due,
    figures,
    join,
    later,
    listing,
    minutes,
    new,
    verify,
    vote,
    who,
)
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

app = GermanTyper()
for part in (
    new.app,
    vote.app,
    close.app,
    listing.app,
    due.app,
    later.app,
    who.app,
    join.app,
    agenda.app,
    minutes.app,
    figures.app,
    verify.app,
):
    app.registered_commands.extend(part.registered_commands)


@app.callback(invoke_without_command=True)
def decide(ctx: typer.Context, fmt: Format = "text") -> Any:
    """Beschlüsse fassen, nachzählen und finden. Ohne Befehl: was offen und fällig ist."""
    return due.show_waiting(fmt) if ctx.invoked_subcommand is None else None
