"""Calendars out of short blocks of ``treffen``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from tests.support.calendar_clients import BERLIN
from tests.support.teams import rahmen
from wiq_cli.domain.team import Team
from wiq_cli.usecases.calendar_series import with_series
from wiq_cli.usecases.calendars import calendars, existing, listed_calendar
from wiq_cli.usecases.meetings import occurrences
from wiq_cli.usecases.public_place import public_place

if TYPE_CHECKING:
    from tests.support.calendar_clients import Row
    from wiq_cli.domain.public import Kalender
    from wiq_cli.domain.rahmen import Rahmen

CHANGED = datetime(2026, 11, 20, 8, 9, 10, tzinfo=UTC)
VON, BIS = date(2026, 10, 1), date(2027, 11, 30)
MIXED = {
    "ort": "Nachbarschaftszentrum; hinten, links \\ unten",
    "rhythmus": [
        "alle 2 Wochen Dienstag 18:00 ab 01.09.2026",
        "erster und dritter Montag im Monat 19:00",
        "ungerade KW Donnerstag 17:30",
        "letzter Tag im Monat",
    ],
    "pause": ["feiertage"],
    "termine": [
        "05.12.2026 10:00 (Lindenau)",
        "06.12.2026",
        "31.12.2026 23:00",
        "28.03.2027 02:30",
        "31.10.2027 02:30",
    ],
    "verlegt": [
        "08.12.2026 -> 09.12.2026 19:00 (Gärten mit ganz langem Namen und noch mehr Wörtern, damit gefaltet wird)"
    ],
    "ausfall": ["22.12.2026 Thea ist krank"],
}


def a_team(treffen: Any, **more: Any) -> Team:
    return Team.model_validate({"name": "Garten", "treffen": treffen} | more)


def feeds(teams: dict[str, Team], frame: Rahmen | None = None) -> dict[str, Kalender]:
    """Give the calendars of a site by kind and name."""
    changed = dict.fromkeys(teams, CHANGED)
    return {
        f"{one.art} {one.kuerzel}".strip(): one for one in calendars(list(teams.items()), frame or rahmen(), changed)
    }


def one_calendar(treffen: Any, *, series: bool = False, wiq: str = "") -> Kalender:
    """Give the calendar of one team for the tests' window."""
    team, netzwerk = a_team(treffen), rahmen(wiq).netzwerk
    found = occurrences("garten", team, netzwerk, VON, BIS)
    kalender = listed_calendar("Garten", found, netzwerk, {"garten": CHANGED}, VON)
    return with_series(kalender, [("garten", team)], found, netzwerk) if series else kalender


def expected(treffen: Any, von: date = VON, bis: date = BIS, *, name: str = "Garten") -> list[Row]:
    """Give the meetings straight from the calendar of the team, past everything that writes files."""
    found = occurrences("garten", a_team(treffen, name=name), rahmen().netzwerk, von, bis)
    return sorted(
        (
            _iso(one.start),
            _iso(one.end if existing(one.start, BERLIN) == one.start else _moved_end(one.start, one.end)),
            ("ENTFÄLLT: " if one.status == "cancelled" else "") + one.name,
            "" if one.status == "cancelled" else public_place(one.place) or "",
        )
        for one in found
        if one.public
    )


def _moved_end(start: date, end: date) -> date:
    shown, last = existing(start, BERLIN), existing(end, BERLIN)
    return last if last > shown else shown + (end - start)


def _iso(moment: date) -> str:
    moment = existing(moment, BERLIN)
    return f"{moment:%Y-%m-%dT%H:%M}" if isinstance(moment, datetime) else moment.isoformat()
