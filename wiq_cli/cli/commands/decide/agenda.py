from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from datetime import date as Date  # noqa: N812  # „date“ is the name of an option

    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()


@app.command("agenda")
def agenda(
    team: Annotated[str, typer.Argument(metavar="TEAM", help="Kürzel des Teams.")],
    date: Annotated[
        Any,
        typer.Option("--date", metavar="DATUM", parser=parse_date, help="Tag des Treffens. Sonst das nächste Treffen."),
    ] = None,
    fmt: Format = "text",
) -> None:
    """Schreibt die Tagesordnung: Vertagtes, Anträge, Wünsche, Wiedervorlagen, was ausläuft. Als Markdown."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.report.agenda import agenda_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_agenda import agenda as collect  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_agenda import agenda_document  # noqa: PLC0415  # start-up

    ordner = open_network()
    store.known_team(team, [path.stem for path in ordner.team_paths()], "TEAM")
    teams = store.teams(ordner)
    if team not in teams:
        reading = ordner.read(Team, ordner.team_path(team))
        raise Unreadable(reading.findings)
    heute = today(ordner.netzwerk.zeitzone)
    meeting = meeting_of(ordner, team, teams[team], heute, date)
    day = date or (meeting.day if meeting else heute)
    beschluesse, _ = store.readable(ordner)
    found = collect(team, teams, beschluesse, ordner.regeln, day, meeting)
    if fmt == "json":
        store.print_json(agenda_document(found))
    else:
        out(agenda_text(found))
    if meeting is None:
        note("Für diesen Tag steht kein Treffen in der Datei des Teams. Trag es ein mit: wiq meetings add")


def meeting_of(ordner: Netzordner, kuerzel: str, team: Team, heute: Date, day: Date | None) -> Meeting | None:
    """Give the meeting of a day, or the next one; None where there is none."""
    from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up

    calendar = plan(kuerzel, team, ordner.netzwerk)
    found = calendar.meetings(day, day) if day else calendar.upcoming(heute, 1)
    return next((one for one in found if one.status != "cancelled"), None)
