from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.meetings.known import known_calendars
from wiq_cli.cli.commands.meetings.parameters import between
from wiq_cli.cli.commands.meetings.reading import of_districts, read_teams
from wiq_cli.cli.console import colour_wanted, is_terminal, note, out
from wiq_cli.cli.german import choice, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.settings import settings

if TYPE_CHECKING:
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings import Window

DAYS = 90
MOST = 3660  # ten years


def meetings(  # noqa: PLR0913, PLR0917  # one filter, one option
    ctx: typer.Context,
    team: Annotated[
        list[str] | None, typer.Option("--team", metavar="TEAM", help="Nur dieses Team. Mehrmals möglich.")
    ] = None,
    district: Annotated[
        list[str] | None, typer.Option("--district", metavar="STADTTEIL", help="Nur Teams aus diesem Stadtteil.")
    ] = None,
    first: Annotated[
        Any, typer.Option("--from", metavar="DATUM", parser=parse_date, help="Erster Tag. Ohne Angabe ab jetzt.")
    ] = None,
    last: Annotated[
        Any, typer.Option("--to", metavar="DATUM", parser=parse_date, help="Letzter Tag. Ohne Angabe 90 Tage weit.")
    ] = None,
    days: Annotated[
        Any, typer.Option("--days", metavar="ZAHL", parser=between(1, MOST), help="So viele Tage weit statt 90.")
    ] = None,
    count: Annotated[
        Any,
        typer.Option(
            "--next", metavar="ZAHL", parser=between(1, MOST), help="Nur die nächsten, wie weit sie auch weg sind."
        ),
    ] = None,
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|ics",
            parser=choice("text", "json", "ics"),
            help="Ausgabe für Menschen, für Programme oder als Kalender.",
        ),
    ] = "text",
    series: Annotated[
        bool,
        typer.Option("--series", help="Schreibt Rhythmen im Kalender als Serie. Gut, um ihn einmal zu übernehmen."),
    ] = False,
    conflicts: Annotated[
        bool,
        typer.Option(
            "--conflicts",
            help="Zeigt nur, was sich in die Quere kommt: Orte, Leute, Wege, Feiertage, Ferien. Endet mit 1, wenn mehr als "
            "freie Tage dabei ist.",
        ),
    ] = False,
) -> int | None:
    """Zeigt die nächsten Treffen. Ohne Angabe sind es alle Teams, von jetzt an 90 Tage weit."""
    if ctx.invoked_subcommand:
        return None
    if series and fmt != "ics":
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

        raise WrongCall("--series gibt es nur im Kalender. Nimm --format ics dazu.")
    if conflicts and fmt == "ics":
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

        raise WrongCall("--conflicts gibt es nicht als Kalender. Nimm --format text oder json.")
    ordner = open_network()
    heute = today(ordner.netzwerk.zeitzone)
    window = _window(heute, ordner.netzwerk.zeitzone, (first, last), days, count)
    if conflicts:
        from wiq_cli.cli.commands.meetings.conflicts import show_conflicts  # noqa: PLC0415  # start-up

        return show_conflicts(ordner, window, heute, (team or [], district or []), fmt)
    return _list(ordner, window, heute, (team or [], district or []), "series" if series else fmt)


def _window(
    heute: date, zone: str, ends: tuple[date | None, date | None], days: int | None, count: int | None
) -> Window:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings import Window, far  # noqa: PLC0415  # start-up

    first, last = ends
    if last and days:
        raise WrongCall("--to und --days gehen nicht zusammen. Nimm eines von beiden.")
    von = first or heute
    bis = last or (far(von) if count and not days else von + timedelta(days or DAYS))
    if bis < von:
        raise WrongCall("--to liegt vor dem ersten Tag. Gib für vergangene Treffen auch --from an.")
    return Window(von, bis, None if first else _clock(heute, zone), count)


def _clock(heute: date, zone: str) -> datetime:
    """Give the moment that counts as now: the start of the day where the day was given by ``--today``."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  # start-up

    if settings().today:
        return datetime.combine(heute, time.min)
    return datetime.now(ZoneInfo(zone)).replace(tzinfo=None)


def _list(ordner: Netzordner, window: Window, heute: date, wanted: tuple[list[str], list[str]], fmt: str) -> int:
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings import across, in_window  # noqa: PLC0415  # start-up

    broken: list[str] = []
    kuerzel, districts = wanted
    if fmt in ("ics", "series"):
        from wiq_cli.cli.commands.meetings.calendars import show_calendar  # noqa: PLC0415  # start-up

        teams = of_districts(list(read_teams(ordner, kuerzel, broken)), districts)
        found = across(teams, ordner.netzwerk, window)
        show_calendar(ordner, teams, found, heute, series=fmt == "series")
    else:
        calendars = of_districts(known_calendars(ordner, kuerzel, heute, broken), districts)
        found = in_window([one.meetings for _, one in calendars], window)
        _show(found, heute, fmt, ordner.netzwerk)
    for line in broken:
        note(line)
    if not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return ExitCode.NOTHING
    if not found:
        note(f"{window.words()} steht kein Treffen an.")
    return ExitCode.FINDINGS if broken else ExitCode.FINE


def _show(found: list[Meeting], heute: date, fmt: str, netzwerk: Netzwerk) -> None:
    if fmt == "json":
        from wiq_cli.report import meetings_json  # noqa: PLC0415  # start-up

        out(meetings_json.document(found, netzwerk.zeitzone))
        return
    from wiq_cli.report import meetings_text  # noqa: PLC0415  # start-up

    if is_terminal(sys.stdout):
        from wiq_cli.usecases.meetings import free_on  # noqa: PLC0415  # start-up

        out(meetings_text.full(found, heute, free_on(found, netzwerk), colour=colour_wanted()))
    else:
        out(meetings_text.plain(found))
