from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Output, format_option

app = GermanTyper()
READERS = ("steering", "foundation", "funder")
FORMATS = ("md", "html", "csv")


@app.command()
def report(
    begin: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="TAG|STAND", help="Erster Tag, oder ein Stand in git. Sonst: ein Monat vor dem Ende."
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--to", metavar="TAG|STAND", help="Letzter Tag, oder ein Stand in git. Sonst: heute."),
    ] = None,
    reader: Annotated[
        Any,
        typer.Option(
            "--for",
            metavar="|".join(READERS),
            parser=choice(*READERS),
            help="Für das Steuerungsteam, die Trägerorganisation oder Fördernde.",
        ),
    ] = "steering",
    fmt: Annotated[
        str,
        format_option(*FORMATS, help="Text, druckfertige Seite oder Tabelle."),
    ] = "md",
    sources: Annotated[
        bool, typer.Option("--sources", help="Nennt zu jeder Zahl Datei, Zeile und Stand in git.")
    ] = False,
    output: Output = None,
) -> int:
    """Schreibt, was sich in einem Zeitraum geändert hat: Teams, Ziele, Wirkung, Treffen, Beschlüsse, Bitten.

    wiq vergleicht zwei Stände in git. Ohne git nimmt es die Tage aus den Dateien.
    Kein Bericht nennt jemanden mit Namen. Steht doch etwas Privates darin, gibt wiq ihn nicht heraus.
    Wozu eine Messung beiträgt, sagt „beitrag_zu“ unter „wirkung“. Danach ist der Bericht geordnet.
    """
    from wiq_cli.cli.reporting import Run  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report import publication  # noqa: PLC0415  # start-up

    ordner = open_network()
    if output:
        from wiq_cli.files.private_files import refuse_own, refuse_published  # noqa: PLC0415  # start-up

        refuse_own(Path(output), ordner.root)
        if reader == "steering":
            refuse_published(Path(output).absolute().parent, ordner.root)
    run = Run(ordner, today(ordner.netzwerk.zeitzone), begin, end)
    text, leaks = run.write(reader, fmt, sources=sources)
    if leaks:
        out("".join(f"{publication.leak_line(one)}\n" for one in leaks))
        note("Der Bericht zeigte etwas Privates. wiq gibt ihn nicht heraus. Schreib diese Stellen um.")
        return ExitCode.REFUSED
    if output:
        from wiq_cli.files.disk import write_private  # noqa: PLC0415  # start-up

        write_private(Path(output), text)
        note(f"Geschrieben: {Path(output).name}. Lies ihn, bevor du ihn weitergibst.")
    else:
        out(text)
    for remark in run.remarks:
        note(remark)
    if not sources:
        next_step("Mit --sources steht zu jeder Zahl, woher sie kommt.")
    return ExitCode.NOTHING if run.unread else ExitCode.FINE
