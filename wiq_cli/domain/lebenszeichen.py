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


def silent_days(team: Team, rahmen: Rahmen, longest: int) -> int | None:
    """Give for how many days nothing has happened, where they are more than ``longest``; None where the file names no day.

    Most teams met lately, and then nobody has to look far back.
    """
    last = None
    for look_back in (min(timedelta(longest), LOOK_BACK), LOOK_BACK):
        last = max((one.am for one in signs(team, rahmen, look_back)), default=None)
        if last is not None and (rahmen.heute - last).days <= longest:
            return None
    return (rahmen.heute - last).days if last is not None else None


def signs(team: Team, rahmen: Rahmen, look_back: timedelta = LOOK_BACK) -> Iterator[Zeichen]:
    """Give everything in a file that has happened by today. ``look_back``: from when on to count meetings."""
    yield from (one for one in _signs(team, rahmen, look_back) if one.am <= rahmen.heute)


def _signs(team: Team, rahmen: Rahmen, look_back: timedelta) -> Iterator[Zeichen]:
    yield from notes(team)
    if team.treffen.rhythmus or team.treffen.termine:
        quick = team.treffen.without_holidays()  # they never silence a team for long
        for meeting in Terminplan(quick, rahmen.netzwerk).meetings(rahmen.heute - look_back, rahmen.heute):
            if meeting.status != "cancelled":
                yield Zeichen(meeting.day, TREFFEN)


def notes(team: Team) -> Iterator[Zeichen]:
    """Give what somebody wrote down with a day, be it past or not."""
    for word, group in (("Stand", team.stand), ("Chronik", team.chronik), ("Ziel", team.ziele.teilziele)):
        yield from (Zeichen(one.am, word) for one in group if one.am is not None)
    yield from (Zeichen(value.am, "Messung") for one in team.wirkung for value in one.ist)
    if team.einwilligung.profil is not None and team.einwilligung.profil.am is not None:
        yield Zeichen(team.einwilligung.profil.am, "Einwilligung")
