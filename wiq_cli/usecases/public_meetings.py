"""The meetings of a team as the public may see them: days, times and public places; no reasons, no links."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wiq_cli.domain.public import HOECHSTENS, Zusammenkunft
from wiq_cli.usecases.meetings import occurrences
from wiq_cli.usecases.public_place import public_place

if TYPE_CHECKING:
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting

Meetings = tuple[Zusammenkunft, ...]
YEAR = timedelta(365)


def public_meetings(kuerzel: str, team: Team, rahmen: Rahmen) -> tuple[Meetings, Meetings]:
    """Give the next meetings and those that were: every single date, of a rhythm only the last year."""
    if not team.treffen.oeffentlich:
        return (), ()
    heute, netzwerk = rahmen.heute, rahmen.netzwerk
    zone = ZoneInfo(netzwerk.zeitzone)
    singles = {one.am for one in team.treffen.termine}
    first = min({heute - YEAR, *singles})
    last = max({heute + YEAR, *singles})
    found = [one for one in occurrences(kuerzel, team, netzwerk, first, last) if one.public]
    upcoming = [one for one in found if one.day >= heute]
    past = [
        one
        for one in found
        if one.day < heute and one.status != "cancelled" and (one.day >= heute - YEAR or one.original in singles)
    ]
    return tuple(_public(one, zone) for one in upcoming[:HOECHSTENS]), tuple(_public(one, zone) for one in past)


def _public(one: Meeting, zone: ZoneInfo) -> Zusammenkunft:
    start, end = _there(one.start, zone), _there(one.end, zone)
    return Zusammenkunft(
        tag=one.day,
        beginn=start,
        ende=None if one.end_assumed else end,
        ort=None if one.status == "cancelled" else public_place(one.place),
        status=one.status,
    )


def _there(moment: date, zone: ZoneInfo) -> datetime | None:
    return moment.replace(tzinfo=zone) if isinstance(moment, datetime) else None
