from __future__ import annotations

from typing import Annotated

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import format_option

app = GermanTyper()


@app.command("record")
def record(
    fmt: Annotated[
        str,
        format_option("text", "json", "md", help="Für Menschen, für Programme oder als Dokument."),
    ] = "text",
) -> int:
    """Schreibt das Verzeichnis von Verarbeitungstätigkeiten, wie die DSGVO es in Artikel 30 verlangt."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report import record as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import record as usecase  # noqa: PLC0415  # start-up

    akten = store.Akten()
    found = usecase.record(akten.ordner.netzwerk, len(akten.ordner.team_paths()), akten.people, akten.heute)
    if fmt == "json":
        store.print_json(report.as_json(found))
    else:
        out(report.as_markdown(found) if fmt == "md" else report.as_text(found))
    note("Ein Entwurf. Ergänzt, was am Ende steht, und lasst ihn prüfen.")
    return ExitCode.NOTHING if akten.warn_unread(store.TEAMS) else ExitCode.FINE
