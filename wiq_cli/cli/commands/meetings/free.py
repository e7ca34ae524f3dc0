from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.meetings.parameters import between, hours, weekday
from wiq_cli.cli.commands.meetings.reading import read_teams
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format
from wiq_cli.cli.teams import team_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings_free import Search, Slot, Wish

app = GermanTyper()
WORKING_DAYS = (0, 1, 2, 3, 4)


@app.command("free")
def free(
    teams: Annotated[list[str], typer.Argument(metavar="TEAM…", help="Dateiname des Teams ohne .yaml. Auch mehrere.")],
    day: Annotated[
        list[Any] | None,
        typer.Option(
            "--day", metavar="TAG", parser=weekday, help="Nur dieser Wochentag. Mehrmals möglich. Ohne: Mo bis Fr."
        ),
    ] = None,
    between_hours: Annotated[
        Any, typer.Option("--hours", metavar="VON-BIS", parser=hours, help="Zwischen diesen Stunden.")
    ] = "17:00-21:00",
    duration: Annotated[
        Any,
        typer.Option(
            "--duration", metavar="MINUTEN", parser=between(5, 720), help="So lang soll es sein. Ohne: wie sonst auch."
        ),
    ] = None,
    weeks: Annotated[
        Any, typer.Option("--weeks", metavar="ZAHL", parser=between(1, 52), help="So viele Wochen weit.")
    ] = "8",
    every: Annotated[
        Any, typer.Option("--every", metavar="ZAHL", parser=between(1, 8), help="Nur alle so viele Wochen.")
    ] = "1",
    place: Annotated[
        str | None, typer.Option("--place", metavar="ORT", help="Wo es sein soll, für die Wege. Ohne: wie sonst auch.")
    ] = None,
    fmt: Format = "text",
) -> int:
    """Schlägt Zeiten vor, zu denen niemand aus diesen Teams in einem anderen Treffen sitzt.

    Das erspart die Umfrage. Feiertage und Schulferien zählen nicht mit. Kein Name fällt.
    Bei einem Team darf sein eigener Termin weichen, bei mehreren nicht.
    """
    from wiq_cli.usecases.meetings_free import Search, Wish  # noqa: PLC0415  # start-up

    ordner = open_network()
    heute = today(ordner.netzwerk.zeitzone)
    teams = list(dict.fromkeys(teams))
    broken: list[str] = []
    known = _read(ordner, teams, broken)
    minutes = duration or max(_usual_length(dict(known)[one]) for one in teams)
    start, end = between_hours
    wish = Wish(tuple(sorted(set(day or WORKING_DAYS))), start, end, minutes, weeks, every, place)
    ends = heute + timedelta(1), heute + timedelta(weeks=weeks)
    search = Search(teams, known, _meetings(ordner, known, ends), ordner.netzwerk, wish)
    found = search.slots(heute)
    _show(found, teams, [dict(known)[one].name for one in teams], ends, wish, fmt)
    return _say_more(search, found, dict(known), teams, broken)


def _read(ordner: Netzordner, kuerzel: Sequence[str], broken: list[str]) -> list[tuple[str, Team]]:
    """Read all teams; those that are asked for must be readable."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up

    for one in kuerzel:
        team_path(ordner, one)
    found = list(read_teams(ordner, [], broken))
    for one in kuerzel:
        if one not in dict(found):
            raise NothingToDo(f"Das Team „{one}“ kann ich nicht lesen. Mehr sagt: wiq check teams/{one}.yaml")
    return found


def _usual_length(team: Team) -> int:
    from wiq_cli.domain.terminplan import DAUER  # noqa: PLC0415  # start-up

    return team.treffen.dauer or DAUER


def _meetings(ordner: Netzordner, teams: list[tuple[str, Team]], ends: tuple[date, date]) -> list[Meeting]:
    from wiq_cli.usecases.meetings import Window, across  # noqa: PLC0415  # start-up

    return across(teams, ordner.netzwerk, Window(ends[0] - timedelta(1), ends[1]))


def _show(
    found: list[Slot], kuerzel: list[str], names: list[str], ends: tuple[date, date], wish: Wish, fmt: str
) -> None:
    from wiq_cli.report import meetings_free as report  # noqa: PLC0415  # start-up

    if fmt == "json":
        out(report.document(found, kuerzel, ends, wish))
    elif not is_terminal(sys.stdout):
        out(report.plain(found))
    elif found:
        out(report.full(found, names, ends, wish))
        out(f'\nZum Eintragen: wiq meetings add {kuerzel[0]} "{found[0].rhythmus}"')


def _say_more(search: Search, found: list[Slot], teams: dict[str, Team], kuerzel: list[str], broken: list[str]) -> int:
    """Say what nobody can know, and what to try where nothing fits."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up

    for line in broken:
        note(line)
    for one in kuerzel:
        if not teams[one].personen():
            note(f"Im Team „{one}“ steht niemand. Deshalb weiß ich nicht, wer noch woanders sitzt.")
    if search.without_hour:
        what = "Ein Treffen steht" if search.without_hour == 1 else f"{search.without_hour} Treffen stehen"
        note(f"{what} ohne Uhrzeit da. Prüf dort selbst, ob es passt.")
    if not found:
        note("Dazu finde ich nichts. Versuch es mit anderen Tagen oder Stunden: --day, --hours, --duration, --every 2.")
    return ExitCode.FINDINGS if broken else ExitCode.FINE
