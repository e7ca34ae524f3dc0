from __future__ import annotations

from typing import Any

import typer

from wiq_cli.cli.commands.person import add, consent, forget, leave, listing, preview, show
from wiq_cli.cli.german import GermanGroup, GermanTyper
from wiq_cli.cli.options import Format


class PersonGroup(GermanGroup):
    """What is no command here is probably somebody's name, and a name is not repeated."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up

        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            meant = nearest(args[0], known, at_least=0.7) or "show"
            ctx.fail(f"Diesen Befehl gibt es nicht. Meintest du „wiq person {meant} …“?")
        return super().resolve_command(ctx, args)


app = GermanTyper(cls=PersonGroup)
for part in (add.app, leave.app, consent.app, preview.app, show.app, forget.app):
    app.registered_commands.extend(part.registered_commands)


@app.callback(invoke_without_command=True)
def person(ctx: typer.Context, fmt: Format = "text") -> Any:
    """Personen und ihre Einwilligungen, über alle Teams. Ohne Befehl: wer wozu ja gesagt hat."""
    return listing.listing(fmt) if ctx.invoked_subcommand is None else None
