from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun

app = GermanTyper()

Kuerzel = Annotated[str, typer.Argument(metavar="TEAM", help="Dateiname des Teams ohne .yaml.")]
Day = Annotated[str, typer.Argument(metavar="TAG", help="Tag des Treffens, bei zwei Treffen mit Uhrzeit.")]
Notice = Annotated[
    bool,
    typer.Option("--notice", help="Gibt die Mail auf jeden Fall aus, auch wenn die Änderung schon in der Datei steht."),
]


@app.command("add")
def add(
    kuerzel: Kuerzel,
    text: Annotated[
        str, typer.Argument(metavar="TERMIN", help="Ein Rhythmus oder ein Tag, zum Beispiel „jeden Dienstag 18:00“.")
    ],
    dry_run: DryRun = False,
) -> None:
    """Trägt einen Rhythmus oder einen Termin ein und sagt, welche Tage das sind."""
    from wiq_cli.cli.commands.meetings.change import Change  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_edit import addition  # noqa: PLC0415  # start-up

    change = Change(kuerzel)
    entry = addition(text, change.heute)
    change.apply([entry], dry_run=dry_run)
    change.say_next(rhythm=entry[0] == "rhythmus")


@app.command("cancel")
def cancel(
    kuerzel: Kuerzel,
    day: Day,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Warum. Der Grund bleibt im Haus.")
    ] = None,
    notice: Notice = False,
    dry_run: DryRun = False,
) -> None:
    """Sagt ein Treffen ab und schreibt die Mail dazu."""
    from wiq_cli.cli.commands.meetings.change import Change  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_edit import cancellation  # noqa: PLC0415  # start-up

    change = Change(kuerzel)
    change.write_with_mail(cancellation(day, reason, change.heute), notice=notice, dry_run=dry_run)


@app.command("move")
def move(
    kuerzel: Kuerzel,
    day: Day,
    new: Annotated[str, typer.Argument(metavar="NEU", help="Neuer Tag, neue Uhrzeit oder beides.")],
    place: Annotated[str | None, typer.Option("--place", metavar="ORT", help="Neuer Ort.")] = None,
    notice: Notice = False,
    dry_run: DryRun = False,
) -> None:
    """Verlegt ein Treffen und schreibt die Mail dazu."""
    from wiq_cli.cli.commands.meetings.change import Change  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_edit import move as moved  # noqa: PLC0415  # start-up

    change = Change(kuerzel)
    change.write_with_mail(moved(day, new, place, change.heute), notice=notice, dry_run=dry_run)
