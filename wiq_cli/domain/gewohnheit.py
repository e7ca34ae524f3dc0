"""The habit in single dates: most were on one weekday, so that could be a rhythm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wiq_cli.domain.zeitangabe import WOCHENTAGE, clock, german

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.domain.treffen import Termin

RECENT = 24  # dates; what was before is no longer a habit
ENOUGH = 3  # of one weekday
SHARE = 0.4  # of all dates
MOSTLY = 0.75  # of those on the weekday
MONTHLY = 21  # days between two, at least
SELDOM = 8  # weeks
WEEK = 7
NTH = {1: "erster", 2: "zweiter", 3: "dritter", 4: "vierter", 5: "fünfter", -1: "letzter"}


@dataclass(frozen=True, slots=True)
class Gewohnheit:
    """What most dates have in common."""

    wochentag: int
    davon: int  # so many dates on that weekday
    alle: int  # of so many
    muster: str  # „alle 2 Wochen Dienstag“
    ab: date
    zeit: time | None

    def line(self, zeit: time | None = None) -> str:
        """Write the rhythm as it may stand in the file. An hour that is not known is not guessed."""
        hour = zeit or self.zeit
        return " ".join([self.muster, *([clock(hour)] if hour else []), "ab", german(self.ab)])


def habit(termine: Iterable[Termin], heute: date) -> Gewohnheit | None:
    """Find the commonest weekday and its spacing; None where no weekday stands out."""
    recent = sorted(termine, key=lambda one: one.am)[-RECENT:]
    if not recent:
        return None
    weekday, _ = Counter(one.am.weekday() for one in reversed(recent)).most_common(1)[0]
    those = [one for one in recent if one.am.weekday() == weekday]
    days = sorted({one.am for one in those})
    if len(days) < ENOUGH or len(those) < SHARE * len(recent):
        return None
    found = _pattern(days, max(heute, days[-1]))
    hours = Counter(one.zeit for one in reversed(those) if one.zeit).most_common(1)
    zeit = hours[0][0] if hours else None
    return Gewohnheit(weekday, len(those), len(recent), *found, zeit) if found else None


def _pattern(days: Sequence[date], after: date) -> tuple[str, date] | None:
    """Give the pattern in words, and its first day after that day."""
    gaps = sorted((two - one).days for one, two in pairwise(days))
    gap = (
        gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]
    ) / 2  # the one in the middle: a summer's break counts little
    name = WOCHENTAGE[days[0].weekday()]
    ahead = [after + timedelta(number) for number in range(1, 8)]
    first = next(day for day in ahead if day.weekday() == days[0].weekday())
    if gap >= MONTHLY and (nth := _same_place_in_month(days)):
        while nth not in _places(first):
            first += timedelta(WEEK)
        return f"{NTH[nth]} {name} im Monat", first
    weeks = max(1, round(gap / WEEK))
    if weeks > SELDOM:
        return None
    goes_on = after - days[-1] < timedelta(2 * weeks * WEEK)  # what ended long ago starts anew
    while goes_on and (first - days[-1]).days // WEEK % weeks:
        first += timedelta(WEEK)
    return (f"jeden {name}" if weeks == 1 else f"alle {weeks} Wochen {name}"), first


def _same_place_in_month(days: Sequence[date]) -> int:
    """Give the n in „n-ter Dienstag im Monat“ that most days share; 0 where there is none."""
    places = Counter(place for day in days for place in _places(day))
    nth, count = places.most_common(1)[0]
    return nth if count >= MOSTLY * len(days) else 0


def _places(day: date) -> set[int]:
    last = (day + timedelta(WEEK)).month != day.month
    return {(day.day - 1) // WEEK + 1} | ({-1} if last else set())
