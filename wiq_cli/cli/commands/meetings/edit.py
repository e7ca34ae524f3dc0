from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.commands.meetings.parameters import Kuerzel
from wiq_cli.cli.console import note
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun

app = GermanTyper()

Day = Annotated[str, typer.Argument(metavar="TAG", help="Tag des Treffens, bei zwei Treffen mit Uhrzeit.")]
Notice = Annotated[
    bool,
    typer.Option("--notice", help="Gibt die Mail auf jeden Fall aus, auch wenn die Änderung schon in der Datei steht."),
]


@app.command("add")
def add(
    kuerzel: Kuerzel,
    text: Annotated[
        str | None,
        typer.Argument(metavar="TERMIN", help="Ein Rhythmus oder ein Tag, zum Beispiel „jeden Dienstag 18:00“."),
    ] = None,
    poll: Annotated[
        str | None,
        typer.Option(
            "--from-poll", metavar="CSV", help="Nimmt den besten Tag einer Umfrage bei nuudel. Kein Name bleibt."
        ),
    ] = None,
    pick: Annotated[
        list[str] | None,
        typer.Option(
            "--pick", metavar="TAG", help="Diesen Tag der Umfrage, bei mehreren mit Uhrzeit. Mehrmals möglich."
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="ORT", help="Ort, wenn er anders ist als sonst.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Trägt einen Rhythmus oder einen Termin ein und sagt, welche Tage das sind.

    Für --from-poll lädst du bei nuudel oder Framadate die CSV-Datei herunter. „-“ liest die Standardeingabe.
    """
    from wiq_cli.cli.commands.meetings.change import Change  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_edit import addition  # noqa: PLC0415  # start-up

    if pick and not poll:
        raise WrongCall("--pick gehört zu einer Umfrage. Nimm --from-poll dazu, oder schreib den Tag hinter das Team.")
    if bool(text) == bool(poll):
        raise WrongCall("Nenn entweder einen Termin oder mit --from-poll eine Umfrage.")
    change = Change(kuerzel)
    if poll:
        from wiq_cli.cli.commands.meetings.poll import add_from_poll  # noqa: PLC0415  # start-up

        add_from_poll(change, poll, pick or [], place, dry_run=dry_run)
        return
    entry = addition(f"{text} ({' '.join(place.split())})" if place else str(text), change.heute)
    change.apply([entry], dry_run=dry_run)
    change.say_next(rhythm=entry[0] == "rhythmus")
    if entry[0] == "termine" and change.team.treffen.termine[-1].am < change.heute:
        note("Der Tag liegt in der Vergangenheit. Ist das Jahr richtig?")


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
