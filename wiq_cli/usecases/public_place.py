"""Which places of meetings the public may read. In doubt it asks the team: a hidden place harms nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late
from wiq_cli.domain.public_base import ORT_ERFRAGEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.team import Team

LINK = late(
    r"https?:|www\.|@|[\w-]+\.[a-z]{2,}/|\b(?:zoom|webex|meet|jitsi|bbb|teams)[\w.-]*\.[a-z]{2,}", re.IGNORECASE
)
CODE = late(r"(?:\d[\s./()–-]{0,2}){5,}")  # phone and dial-in numbers, meeting ids
SECRET = late(
    r"\b(?:passwor[dt]|kennwort|pin|code|tel|telefon|mobil|handy|einwahl|meeting-?id|klingel\w*|privat\w*|"
    r"wohnung|zuhause|(?:bei|zu) (?:herrn?|frau|familie))\b",
    re.IGNORECASE,
)
WORD_AND_NUMBER = late(r"(?P<word>[^\W\d_]{2,})\.?\s*(?:nr\.?\s*)?\d{1,3}\s?[a-z]?(?![\w.:/-]|\s*uhr\b)", re.IGNORECASE)
NUMBERED = """
raum saal zimmer haus halle etage stock stockwerk og eg ug gleis tor block teil gruppe büro buero seminarraum werkstatt atelier treff
eingang gebäude gebaeude treffpunkt haltestelle linie bahnsteig trakt feld platznummer klasse kanal
"""
MANY = 4096


def public_place(text: str | None) -> str | None:
    """Give the place as it may stand on a page."""
    if text is None:
        return None
    place = " ".join(text.split())
    return ORT_ERFRAGEN if _is_private(place) else place


def hidden_places(team: Team) -> Iterator[DataPath]:
    """Give the places in a team file that the public does not get to read."""
    meetings = team.treffen
    if not meetings.oeffentlich:
        return
    places: list[tuple[DataPath, str | None]] = [(("treffen", "ort"), meetings.ort)]
    places += [(("treffen", "rhythmus", number), one.ort) for number, one in enumerate(meetings.rhythmus)]
    places += [(("treffen", "termine", number), one.ort) for number, one in enumerate(meetings.termine)]
    places += [(("treffen", "verlegt", number), one.ort) for number, one in enumerate(meetings.verlegt)]
    yield from (path for path, place in places if place is not None and public_place(place) == ORT_ERFRAGEN)


@lru_cache(maxsize=MANY)  # a team meets at the same place again and again
def _is_private(place: str) -> bool:
    if LINK.search(place) or CODE.search(place) or SECRET.search(place):
        return True
    return any(match["word"].lower() not in NUMBERED.split() for match in WORD_AND_NUMBER.finditer(place))
