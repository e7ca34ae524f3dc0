"""The last sign of life of a team, from what its file says. What git knows comes on top elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.terminplan import Terminplan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LOOK_BACK = timedelta(days=400)


def last_sign(team: Team, rahmen: Rahmen) -> date | None:
    """Give the day of the newest thing that happened; None where the file names no day at all."""
    return max((day for day in _signs(team, rahmen) if day <= rahmen.heute), default=None)


def _signs(team: Team, rahmen: Rahmen) -> Iterator[date]:
    for group in (team.stand, team.chronik, team.ziele.teilziele):
        yield from (one.am for one in group if one.am is not None)
    yield from (value.am for one in team.wirkung for value in one.ist)
    if team.einwilligung.profil is not None and team.einwilligung.profil.am is not None:
        yield team.einwilligung.profil.am
    if team.treffen.rhythmus or team.treffen.termine:
        # Holidays are left out: they never silence a team for long, and loading them would slow every check down.
        quick = team.treffen.model_copy(update={"pause": [one for one in team.treffen.pause if one.was != "feiertage"]})
        for meeting in Terminplan(quick, rahmen.netzwerk).meetings(rahmen.heute - LOOK_BACK, rahmen.heute):
            if meeting.status != "cancelled":
                yield meeting.day
