from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.commands.decide.new import euros
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network
from wiq_cli.cli.options import Format

app = GermanTyper()


@app.command("who")
def who(
    topic: Annotated[
        str | None, typer.Argument(metavar="THEMA", help="Zum Beispiel ausgabe. Ohne Thema: alle.")
    ] = None,
    eur: Annotated[
        int | None, typer.Option("--eur", metavar="BETRAG", parser=euros, help="Betrag in ganzen Euro.")
    ] = None,
    fmt: Format = "text",
) -> None:
    """Sagt, wer etwas entscheidet und wessen OK es dazu braucht."""
    from wiq_cli.report.who import who_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_who import everything, who_document  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_who import who as rows_about  # noqa: PLC0415  # start-up

    regeln = open_network().regeln
    rows = rows_about(regeln, topic, eur) if topic else everything(regeln)
    if fmt == "json":
        store.print_json(who_document(rows))
        return
    out(who_text(rows, regeln.teams, with_topic=topic is None, with_amount=eur is None or len(rows) > 1))
    sources = dict.fromkeys(row.source for row in rows if row.source)
    if sources and topic:
        note(f"Das sagt nicht das Leitbild, sondern: {', '.join(sources)}.")
