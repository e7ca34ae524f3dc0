"""Who sits on which bench of a team, and since when a seat is vacant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.person import Person
    from wiq_cli.domain.team import Team

LONG = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Sitz:
    """Somebody on a bench, and where that stands in the file."""

    path: DataPath
    person: Person
    bank: str


def seats_of(team: Team) -> list[Sitz]:
    """Give everybody who sits or sat on a bench."""
    people = (((key, number), person, person.zugang) for key, number, person in team.personen())
    return [Sitz(path, person, way.bank) for path, person, way in people if way is not None and way.bank]


def last_ended(seats: Sequence[Sitz], today: date) -> Sitz | None:
    """Give the seat on which a time ended last."""
    ended = [(one.person.bis, one) for one in seats if one.person.bis is not None and one.person.bis < today]
    return max(ended, key=lambda pair: pair[0])[1] if ended else None


def vacant_since(seats: Sequence[Sitz], number: int, today: date) -> date | None:
    """Give the first day without enough people on a bench, counted back from today; None where nobody ever left."""
    left = {
        one.person.bis + timedelta(days=1) for one in seats if one.person.bis is not None and one.person.bis < today
    }
    since = None
    for day in sorted({*left, *(one.person.seit for one in seats if one.person.seit), today}, reverse=True):
        if day > today:
            continue
        if sum(one.person.member_on(day) for one in seats) >= number:
            return since
        since = day if day in left else since
    return since


def is_long_vacant(seats: Sequence[Sitz], number: int, today: date) -> bool:
    """Whether a seat has been vacant for so long that somebody should ask."""
    since = vacant_since(seats, number, today)
    return since is not None and today - since > LONG
