from __future__ import annotations

from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

app = GermanTyper()


@app.command()
def rules(fmt: Format = "text") -> None:
    """Zeigt alle Regeln."""
