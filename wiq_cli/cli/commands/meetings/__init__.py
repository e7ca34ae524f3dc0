from __future__ import annotations

from typing import Any

from wiq_cli.cli.commands.meetings import edit, free, listing, rhythm
from wiq_cli.cli.german import GermanGroup, GermanTyper, unknown_command


class MeetingsGroup(GermanGroup):
    """The group, with a word for those who name a team where a command belongs."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if args[0] not in known and "Meintest du" not in (sentence := unknown_command(args[0], known)):
            ctx.fail(f"{sentence.partition('. ')[0]}. Meinst du ein Team, dann schreib --team davor.")
        return super().resolve_command(ctx, args)


app = GermanTyper(cls=MeetingsGroup)
app.callback(invoke_without_command=True)(listing.meetings)
for part in (edit, free, rhythm):
    app.registered_commands.extend(part.app.registered_commands)
