from __future__ import annotations

from wiq_cli.cli.commands.meetings import edit, listing
from wiq_cli.cli.german import GermanTyper

app = GermanTyper()
app.callback(invoke_without_command=True)(listing.meetings)
app.registered_commands.extend(edit.app.registered_commands)
