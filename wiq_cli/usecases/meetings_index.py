"""What may be remembered of a team's meetings, so that its file need not be read again: days, hours, public places, the
name of the team. Why a meeting is cancelled, a private place, a person's name: for these the file is asked again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from wiq_cli.domain.terminplan import Meeting
from wiq_cli.usecases.public_place import public_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Terminplan
    from wiq_cli.usecases.meetings import Expand
AHEAD = timedelta(100)  # the listing reaches 90 days
NAME = re.compile(r"[^\W\d_]{3,}")  # a word that can be somebody's


class Span(NamedTuple):
    """Which days are remembered: whole months, so that it lasts for some weeks."""

    von: date
    bis: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """The meetings of a team, remembered or counted out of its file."""

    stadtteile: Sequence[str]
    meetings: Expand


def span(heute: date) -> Span:
    """Give the days that are worth remembering today."""
    later = (heute + AHEAD).replace(day=1)
    return Span((heute - timedelta(1)).replace(day=1), (later + timedelta(31)).replace(day=1) - timedelta(1))


def remember(team: Team, plan: Terminplan, days: Span) -> dict[str, Any] | None:
    """Give what may be written down about a team's meetings; None where its very name is a person's."""
    people = _words(team)
    if names_somebody(team, (plan.kuerzel, team.name, *team.stadtteile, *team.frueher)):
        return None

    @cache
    def sayable(place: str | None) -> bool:
        return place is None or (public_place(place) == " ".join(place.split()) and not _names_one_of(people, place))

    rows = [_row(one) if not one.why and sayable(one.place) else [one.day.isoformat()] for one in plan.meetings(*days)]
    return {"name": team.name, "stadtteile": team.stadtteile, "rows": rows}


def names_somebody(team: Team, texts: Iterable[str]) -> bool:
    """Whether a text holds a word of the name of somebody in the team."""
    people = _words(team)
    return any(_names_one_of(people, text) for text in texts)


def recall(kuerzel: str, kept: dict[str, Any], days: Span, again: Callable[[], Expand]) -> Calendar:
    """Give the meetings that were remembered. ``again`` reads the file, for what was not."""
    return Calendar(kept["stadtteile"], partial(_meetings, kuerzel, kept, days, again))


def _meetings(
    kuerzel: str, kept: dict[str, Any], days: Span, again: Callable[[], Expand], von: date, bis: date
) -> list[Meeting]:
    if von < days.von or bis > days.bis:
        return again()(von, bis)
    first, last = von.isoformat(), bis.isoformat()
    rows = [row for row in kept["rows"] if first <= row[0][:10] <= last]
    if any(len(row) == 1 for row in rows):
        return again()(von, bis)
    return [_meeting(kuerzel, kept["name"], *row) for row in rows]


def _row(one: Meeting) -> list[Any]:
    original = one.original.isoformat()
    return [
        one.start.isoformat(), one.end.isoformat(), one.place, one.status, original, one.number, one.public, one.end_assumed, one.oldest,
    ]  # fmt: skip


def _meeting(
    kuerzel: str, name: str, start: str, end: str, place: str | None, status: Any, original: str, *rest: Any
) -> Meeting:
    return Meeting(kuerzel, name, _moment(start), _moment(end), place, status, date.fromisoformat(original), *rest)


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _words(team: Team) -> frozenset[str]:
    people = [one for _, _, one in team.personen()]
    texts = [one.name or "" for one in people] + [(one.email or "").partition("@")[0] for one in people]
    return frozenset(word for text in texts for word in _split(text))


def _names_one_of(people: frozenset[str], text: str) -> bool:
    """Whether a text holds a word of a person's name, also as the beginning of a longer word: Theas Garten."""
    return any(word.startswith(one) for word in _split(text) for one in people)


def _split(text: str) -> list[str]:
    return NAME.findall(unicodedata.normalize("NFC", text).casefold())
