from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import colour_wanted, is_terminal, note, out
from wiq_cli.cli.german import choice, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.domain.treffen import Ausfall, Verlegung
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings import Window

DAYS = 90
MOST = 3660


def number(text: str) -> int:
    """Read a number option."""
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= MOST:
        raise typer.BadParameter(f"Hier gehört eine Zahl von 1 bis {MOST} hin.")
    return int(text)


def meetings(  # one filter, one option
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
        Any, typer.Option("--days", metavar="ZAHL", parser=number, help="So viele Tage weit statt 90.")
    ] = None,
    count: Annotated[
        Any, typer.Option("--next", metavar="ZAHL", parser=number, help="Nur die nächsten, wie weit sie auch weg sind.")
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
) -> int | None:
    """Zeigt die nächsten Treffen. Ohne Angabe sind es alle Teams, von jetzt an 90 Tage weit."""
    if ctx.invoked_subcommand:
        return None
    if series and fmt != "ics":
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

        raise WrongCall("--series gibt es nur im Kalender. Nimm --format ics dazu.")
    ordner = open_network()
    heute = today(ordner.netzwerk.zeitzone)
    window = _window(heute, ordner.netzwerk.zeitzone, (first, last), days, count)
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
    from wiq_cli.usecases.meetings import across  # noqa: PLC0415  # start-up

    broken: list[str] = []
    kuerzel, districts = wanted
    teams = _of_districts(list(_teams(ordner, kuerzel, broken)), districts)
    found = across(teams, ordner.netzwerk, window)
    if fmt in ("ics", "series"):
        from wiq_cli.cli.commands.meetings.calendars import show_calendar  # noqa: PLC0415  # start-up

        show_calendar(ordner, teams, found, heute, series=fmt == "series")
    else:
        _show(found, heute, fmt, ordner.netzwerk.zeitzone)
    for line in broken:
        note(line)
    if not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return ExitCode.NOTHING
    if not found:
        note(_nothing(window))
    return ExitCode.FINDINGS if broken else ExitCode.FINE


def _teams(ordner: Netzordner, kuerzel: list[str], broken: list[str]) -> Iterator[tuple[str, Team]]:
    """Read the teams that are asked for; say of the others what is wrong with them."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    named = {one: team_path(ordner, one) for one in kuerzel}
    for name, path in sorted((named or {path.stem: path for path in ordner.team_paths()}).items()):
        outcome = ordner.attempt(Team, path)
        if outcome.findings:
            first = min(outcome.findings, key=lambda one: one.sort_key())
            broken.append(f"{first.file}:{first.span.line}:{first.span.column}: {first.message} {first.help}".rstrip())
        if isinstance(outcome, Unreadable) or outcome.model is None:
            continue
        if outcome.is_settled(("treffen",)):  # a meeting whose cancellation cannot be read must not stand as planned
            broken[-1] += " Die Treffen dieses Teams fehlen deshalb in der Liste."
            continue
        broken += _missing_targets(ordner, outcome.model, outcome)
        yield name, outcome.model


def _missing_targets(ordner: Netzordner, team: Team, reading: Reading[Team]) -> Iterator[str]:
    """Name the cancellations and moves that hit no meeting: the list may show what does not take place."""
    from wiq_cli.domain.terminplan import Terminplan  # noqa: PLC0415  # start-up

    plan = Terminplan(team.treffen, ordner.netzwerk)
    lists: dict[str, Sequence[Ausfall | Verlegung]] = {"ausfall": team.treffen.ausfall, "verlegt": team.treffen.verlegt}
    for key, entries in lists.items():
        for number, entry in enumerate(entries):
            if plan.target(entry) is None:
                _, span = reading.place(("treffen", key, number))
                yield f"{reading.source.file}:{span.line}:{span.column}: Dieser Eintrag trifft kein Treffen. Mehr sagt: wiq check"


def team_path(ordner: Netzordner, kuerzel: str) -> Path:
    """Give the file of a team; raises ``WrongCall`` with the names that are like it."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    paths = {path.stem: path for path in ordner.team_paths()}
    if kuerzel not in paths:
        raise WrongCall(f"Das Team „{kuerzel}“ gibt es nicht.{_meant(kuerzel, list(paths))}")
    return paths[kuerzel]


def _of_districts(teams: list[tuple[str, Team]], districts: list[str]) -> list[tuple[str, Team]]:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    known = {one.casefold(): one for _, team in teams for one in team.stadtteile}
    for one in districts:
        if one.casefold() not in known:
            raise WrongCall(f"Im Stadtteil „{one}“ gibt es kein Team.{_meant(one, list(known.values()))}")
    wanted = {one.casefold() for one in districts}
    return [one for one in teams if not wanted or wanted & {name.casefold() for name in one[1].stadtteile}]


def _meant(word: str, known: list[str]) -> str:
    from wiq_cli.domain.naehe import near  # noqa: PLC0415  # start-up

    close = near(word, known, most=3)
    close += [one for one in known if word.casefold() in one.casefold() and one not in close]
    return f" Meintest du {' oder '.join(f'„{one}“' for one in close[:3])}?" if close else ""


def _show(found: list[Meeting], heute: date, fmt: str, zone: str) -> None:
    if fmt == "json":
        from wiq_cli.report import meetings_json  # noqa: PLC0415  # start-up

        out(meetings_json.document(found, zone))
        return
    from wiq_cli.report import meetings_text  # noqa: PLC0415  # start-up

    if is_terminal(sys.stdout):
        out(meetings_text.full(found, heute, colour=colour_wanted()))
    else:
        out(meetings_text.plain(found))


def _nothing(window: Window) -> str:
    from wiq_cli.domain.zeitangabe import german  # noqa: PLC0415  # start-up

    return f"Vom {german(window.von)} bis {german(window.bis)} steht kein Treffen an."
