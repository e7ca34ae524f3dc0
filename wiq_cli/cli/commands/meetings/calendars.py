from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.cli.console import note, out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.public import Kalender
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner

    Teams = Sequence[tuple[str, Team]]


def show_calendar(ordner: Netzordner, teams: Teams, found: Sequence[Meeting], heute: date, *, series: bool) -> None:
    """Write these meetings as a calendar file. Such a file travels: it shows no more than the public pages."""
    from wiq_cli.render.calendars import calendar_text  # noqa: PLC0415  # start-up

    out(calendar_text(_calendar(ordner, teams, found, heute, series=series)))
    hidden = sum(not one.public for one in found)
    if hidden:
        what = "1 Treffen ist nicht öffentlich. Es" if hidden == 1 else f"{hidden} Treffen sind nicht öffentlich. Sie"
        note(f"{what} {'fehlt' if hidden == 1 else 'fehlen'} in dieser Datei.")


def _calendar(ordner: Netzordner, teams: Teams, found: Sequence[Meeting], heute: date, *, series: bool) -> Kalender:
    from wiq_cli.files.changes import Changes  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.calendar_series import with_series  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.calendars import listed_calendar  # noqa: PLC0415  # start-up

    changes = Changes(ordner.root, heute)
    changed = {kuerzel: changes.of_team(kuerzel) for kuerzel, _ in teams}
    name = teams[0][1].name if len(teams) == 1 else f"Treffen: {ordner.netzwerk.name}"
    kalender = listed_calendar(name, found, ordner.netzwerk, changed, heute)
    return with_series(kalender, teams, found, ordner.netzwerk) if series else kalender
