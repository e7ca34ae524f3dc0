from __future__ import annotations

from wiq_cli.cli.commands.export.contacts import app as contacts
from wiq_cli.cli.commands.export.lists import app as lists
from wiq_cli.cli.commands.export.record import app as record
from wiq_cli.cli.german import GermanTyper

app = GermanTyper(no_args_is_help=True)
for part in (lists, contacts, record):
    app.registered_commands.extend(part.registered_commands)


@app.callback()
def export() -> None:
    """Gibt das Netzwerk in anderer Form aus."""
