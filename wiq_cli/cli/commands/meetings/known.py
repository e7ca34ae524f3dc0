"""The meetings of many teams, without reading again what has not changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wiq_cli.cli.commands.meetings.reading import read_team, team_paths

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.team import Team
    from wiq_cli.files.index import Index
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings import Expand
    from wiq_cli.usecases.meetings_index import Calendar, Span

FEWEST = 20  # teams; fewer are read as quickly


def known_calendars(
    ordner: Netzordner, kuerzel: list[str], heute: date, broken: list[str]
) -> list[tuple[str, Calendar]]:
    """Give the calendar of each team that is asked for; of the others ``broken`` is told what is wrong with them."""
    from wiq_cli.files.disk import read_bytes  # noqa: PLC0415  # start-up
    from wiq_cli.files.index import Index  # noqa: PLC0415  # start-up
    from wiq_cli.files.root import MARKER  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_index import span  # noqa: PLC0415  # start-up

    paths, days = team_paths(ordner, kuerzel), span(heute)
    if len(paths) < FEWEST:
        found = ((name, _read(ordner, name, path, broken)) for name, path in paths.items())
        return [(name, one) for name, one in found if one]
    settings = read_bytes(ordner.root / MARKER, MARKER)
    index = Index(ordner.root, "treffen", settings, *(day.isoformat() for day in days))
    found = ((name, _known(ordner, path, index, days, broken)) for name, path in paths.items())
    calendars = [(name, one) for name, one in found if one]
    index.save([path.name for path in ordner.team_paths()])
    return calendars


def _known(ordner: Netzordner, path: Path, index: Index, days: Span, broken: list[str]) -> Calendar | None:
    from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_index import Calendar, recall, remember  # noqa: PLC0415  # start-up

    data = _contents(path)
    if kept := index.get(path.name, data):
        return recall(path.stem, kept, days, partial(_again, ordner, path, broken))
    faults = len(broken)
    team = read_team(ordner, path, broken)
    if team is None:
        index.put(path.name, data, None)
        return None
    calendar = plan(path.stem, team, ordner.netzwerk)
    whole = faults == len(broken) and _contents(path) == data  # nobody wrote in between
    index.put(path.name, data, remember(team, calendar, days) if whole else None)
    return Calendar(team.stadtteile, calendar.meetings)


def _contents(path: Path) -> bytes:
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_bytes  # noqa: PLC0415  # start-up

    try:
        return read_bytes(path, "")
    except Unreadable:
        return b""  # whoever reads it as a team says why


def _read(ordner: Netzordner, name: str, path: Path, broken: list[str]) -> Calendar | None:
    from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_index import Calendar  # noqa: PLC0415  # start-up

    team = read_team(ordner, path, broken)
    return Calendar(team.stadtteile, plan(name, team, ordner.netzwerk).meetings) if team else None


def _again(ordner: Netzordner, path: Path, broken: list[str]) -> Expand:
    """Read a file after all. It was in order a moment ago."""
    from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up

    team: Team | None = read_team(ordner, path, broken)
    return plan(path.stem, team, ordner.netzwerk).meetings if team else lambda _von, _bis: []
