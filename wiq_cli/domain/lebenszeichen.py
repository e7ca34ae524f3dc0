"""The signs of life of a team, from what its file says. What git knows comes on top elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.terminplan import Terminplan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LOOK_BACK = timedelta(days=400)
TREFFEN = "Treffen"


class Zeichen(NamedTuple):
    """Something happened on a day; ``was`` says in a word what."""

    am: date
    was: str


def last_sign(team: Team, rahmen: Rahmen) -> date | None:
    """Give the day of the newest thing that happened; None where the file names no day at all."""
    return max((one.am for one in signs(team, rahmen)), default=None)


def signs(team: Team, rahmen: Rahmen) -> Iterator[Zeichen]:
    """Give everything in a file that has happened by today."""
    yield from (one for one in _signs(team, rahmen) if one.am <= rahmen.heute)


def _signs(team: Team, rahmen: Rahmen) -> Iterator[Zeichen]:
    yield from notes(team)
    if team.treffen.rhythmus or team.treffen.termine:
        # Holidays are left out: they never silence a team for long, and loading them would slow every check down.
        quick = team.treffen.model_copy(update={"pause": [one for one in team.treffen.pause if one.was != "feiertage"]})
        for meeting in Terminplan(quick, rahmen.netzwerk).meetings(rahmen.heute - LOOK_BACK, rahmen.heute):
            if meeting.status != "cancelled":
                yield Zeichen(meeting.day, TREFFEN)


def notes(team: Team) -> Iterator[Zeichen]:
    """Give what somebody wrote down with a day, be it past or not."""
    for word, group in (("Stand", team.stand), ("Chronik", team.chronik), ("Ziel", team.ziele.teilziele)):
        yield from (Zeichen(one.am, word) for one in group if one.am is not None)
    yield from (Zeichen(value.am, "Messung") for one in team.wirkung for value in one.ist)
    if team.einwilligung.profil is not None and team.einwilligung.profil.am is not None:
        yield Zeichen(team.einwilligung.profil.am, "Einwilligung")
