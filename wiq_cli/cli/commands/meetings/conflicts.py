from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from wiq_cli.cli.commands.meetings.reading import of_districts, read_teams
from wiq_cli.cli.console import colour_wanted, is_terminal, note, out
from wiq_cli.cli.teams import team_path

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from wiq_cli.domain.kollision import Kollision
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings import Window


def show_conflicts(
    ordner: Netzordner, window: Window, heute: date, wanted: tuple[list[str], list[str]], fmt: str
) -> int:
    """Show what gets in the way of what. All teams are read: the other side may be one that was not asked for."""
    from dataclasses import replace  # noqa: PLC0415  # start-up

    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings import across  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_conflicts import conflicts  # noqa: PLC0415  # start-up

    broken: list[str] = []
    teams = list(read_teams(ordner, [], broken))
    names = _names(ordner, teams, wanted)
    meetings = across(teams, ordner.netzwerk, replace(window, count=None))
    found = conflicts(teams, meetings, ordner.netzwerk, names)[: window.count]
    _show(found, heute, fmt, ordner.netzwerk)
    for line in broken:
        note(line)
    if not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return ExitCode.NOTHING
    _say_more(window, found, [one for one in meetings if one.team in names])
    return ExitCode.FINDINGS if broken or not all(one.is_hint for one in found) else ExitCode.FINE


def _names(
    ordner: Netzordner, teams: Sequence[tuple[str, Team]], wanted: tuple[list[str], list[str]]
) -> Collection[str]:
    kuerzel, districts = wanted
    for one in kuerzel:
        team_path(ordner, one)
    mine = of_districts([one for one in teams if not kuerzel or one[0] in kuerzel], districts)
    return {name for name, _ in mine}


def _show(found: list[Kollision], heute: date, fmt: str, netzwerk: Netzwerk) -> None:
    from wiq_cli.report import meetings_conflicts as report  # noqa: PLC0415  # start-up

    if fmt == "json":
        out(report.document(found, netzwerk.zeitzone))
    elif is_terminal(sys.stdout):
        out(report.full(found, heute, colour=colour_wanted()))
    else:
        out(report.plain(found))


def _say_more(window: Window, found: list[Kollision], meetings: list[Meeting]) -> None:
    """Say that there is nothing, and what nobody can know."""
    if not found:
        note(f"{window.words()} kommt sich nichts in die Quere.")
    without = sum(one.all_day and one.status != "cancelled" for one in meetings)
    if without:
        what = "Ein Treffen steht" if without == 1 else f"{without} Treffen stehen"
        note(f"{what} ohne Uhrzeit da. Dort weiß niemand, ob sich etwas überschneidet.")
