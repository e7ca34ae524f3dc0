"""What the calendars hold: public meetings, public places, and a window that moves once a month."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from wiq_cli.domain.addresses import Addresses
from wiq_cli.domain.public import ANFANG, Kalender, Kalendertermin
from wiq_cli.usecases.meetings import occurrences
from wiq_cli.usecases.public_place import public_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting

BACK, AHEAD_ALL, AHEAD_ONE = timedelta(30), timedelta(90), timedelta(365)
STAMP = re.compile(r"\nLAST-MODIFIED:(\d{8}T\d{6}Z)\r")


class Window(NamedTuple):
    """From the first of a month to the last day of a month, so that a calendar does not change every day."""

    von: date
    bis: date


def window(heute: date, ahead: timedelta) -> Window:
    """Reach from 30 days back to so many days ahead, whole months."""
    later = (heute + ahead).replace(day=1)
    return Window((heute - BACK).replace(day=1), (later + timedelta(31)).replace(day=1) - timedelta(1))


class Shared(NamedTuple):
    """A calendar of many teams that is still empty, and the teams whose meetings belong into it."""

    kalender: Kalender
    teams: tuple[str, ...]


def calendars(
    teams: Sequence[tuple[str, Team]], rahmen: Rahmen, changed: Mapping[str, datetime]
) -> tuple[Kalender, ...]:
    """Give one calendar a team, one a district and one for all. ``teams`` are those whose profile is published;
    ``changed`` says when each file was last changed.
    """
    own = {kuerzel: team_calendar(kuerzel, team, rahmen, changed.get(kuerzel, ANFANG)) for kuerzel, team in met(teams)}
    return (
        *own.values(),
        *(
            one.kalender.model_copy(
                update={
                    "termine": tuple(
                        each for team in one.teams for each in own[team].termine if _day(each) <= one.kalender.bis
                    )
                }
            )
            for one in shared_calendars(teams, rahmen)
        ),
    )


def met(teams: Iterable[tuple[str, Team]]) -> list[tuple[str, Team]]:
    """Give the teams that have a calendar. Who says nothing in public about meetings has none."""
    return sorted((one for one in teams if _meets_in_public(one[1])), key=lambda one: one[0])


def team_calendar(kuerzel: str, team: Team, rahmen: Rahmen, changed: datetime) -> Kalender:
    """Give the calendar of one team, whose file was last changed then."""
    netzwerk, year = rahmen.netzwerk, window(rahmen.heute, AHEAD_ONE)
    meetings = occurrences(kuerzel, team, netzwerk, year.von, year.bis)
    part = entries(meetings, ZoneInfo(netzwerk.zeitzone), {kuerzel: changed})
    return _calendar("team", kuerzel, team.name, year, netzwerk, part)


def shared_calendars(teams: Sequence[tuple[str, Team]], rahmen: Rahmen) -> list[Shared]:
    """Give the calendars of the districts and the one for all, each without its meetings. ``teams`` are all that are shown:
    what a district is called, and where its page lies, follows from all of them.
    """
    districts = Addresses(name for _, team in teams for name in team.stadtteile)
    if not (meeting := met(teams)):
        return []
    netzwerk, heute = rahmen.netzwerk, rahmen.heute
    members: dict[str, list[str]] = {}
    for kuerzel, team in meeting:
        for address in {districts.of(name) for name in team.stadtteile}:
            members.setdefault(address, []).append(kuerzel)
    year, quarter = window(heute, AHEAD_ONE), window(heute, AHEAD_ALL)
    every = _calendar("netz", "", f"Treffen: {netzwerk.name}", quarter, netzwerk, ())
    local = (
        Shared(_calendar("stadtteil", address, f"Treffen: {name}", year, netzwerk, ()), tuple(members[address]))
        for address, name in districts.words.items()
        if address in members
    )
    return [*local, Shared(every, tuple(one for one, _ in meeting))]


def not_before(changed: datetime, published: str) -> datetime:
    """Give the later one of a change and those in a calendar that is already public: readers ignore what looks older.

    A history that was rewritten or fetched in part can tell an earlier time than before.
    """
    stamps = [*STAMP.findall(published), ""]
    try:
        return max(changed, datetime.strptime(max(stamps), "%Y%m%dT%H%M%S%z"))
    except ValueError:
        return changed


def listed_calendar(
    name: str, meetings: Sequence[Meeting], netzwerk: Netzwerk, changed: Mapping[str, datetime], heute: date
) -> Kalender:
    """Give the public ones among any meetings as one calendar."""
    days = [one.day for one in meetings] or [heute]
    part = entries(meetings, ZoneInfo(netzwerk.zeitzone), changed)
    return _calendar("netz", "", name, Window(min(days), max(days)), netzwerk, part)


def entries(meetings: Iterable[Meeting], zone: ZoneInfo, changed: Mapping[str, datetime]) -> tuple[Kalendertermin, ...]:
    """Give the public ones among these meetings, as a calendar may show them: no reason, no link, no private place."""
    places = cache(public_place)  # a team meets in few places
    return tuple(_entry(one, zone, changed.get(one.team, ANFANG), places) for one in meetings if one.public)


def _entry(
    one: Meeting, zone: ZoneInfo, changed: datetime, places: Callable[[str | None], str | None]
) -> Kalendertermin:
    start, end = existing(one.start, zone), existing(one.end, zone)
    return Kalendertermin(
        uid=one.uid,
        team=one.team,
        name=one.name,
        beginn=start,
        ende=end if end > start else start + (one.end - one.start),
        ort=None if one.status == "cancelled" else places(one.place),
        status=one.status,
        stand=changed,
    )


def existing(moment: date, zone: ZoneInfo) -> date:
    """Give an hour that the clocks show: one that summer time skips becomes the one behind the gap."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)


def _day(one: Kalendertermin) -> date:
    return one.beginn.date() if isinstance(one.beginn, datetime) else one.beginn


def _meets_in_public(team: Team) -> bool:
    """Whether there is a calendar: also an empty one, as long as a meeting may come, for those who have subscribed."""
    lines = [one.oeffentlich for one in team.treffen.rhythmus] + [one.oeffentlich for one in team.treffen.termine]
    return team.treffen.oeffentlich and any(lines)


def _calendar(
    art: str, kuerzel: str, name: str, span: Window, netzwerk: Netzwerk, part: Iterable[Kalendertermin]
) -> Kalender:
    return Kalender.model_validate({
        "art": art, "kuerzel": kuerzel, "name": name, "zeitzone": netzwerk.zeitzone, "von": span.von, "bis": span.bis,
        "termine": tuple(part),
    })  # fmt: skip
