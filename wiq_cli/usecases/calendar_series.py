"""Rhythms as rules, for those who take a calendar over once and never ask again.

Only what every reader understands becomes a rule; odd calendar weeks, „after the second Tuesday“ and the last working day
stay single days, and so does everything that was moved or cancelled.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wiq_cli.domain.muster import Monatsende, Monatstag, Monatswochentag, Woechentlich
from wiq_cli.domain.public import Kalenderserie
from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.terminplan import tage
from wiq_cli.domain.uid import series_uid
from wiq_cli.usecases.calendars import existing
from wiq_cli.usecases.meetings import plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.domain.muster import Muster
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.public import Kalender, Kalendertermin
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting, Terminplan

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FEWEST = 2


def rule(muster: Muster) -> str | None:
    """Say a pattern as a recurrence rule; None where there is none that all readers know."""
    match muster:
        case Woechentlich():
            return f"FREQ=WEEKLY;INTERVAL={muster.alle};WKST=MO;BYDAY={','.join(WEEKDAYS[one] for one in muster.wochentage)}"
        case Monatswochentag():
            days = ",".join(f"{nth}{WEEKDAYS[muster.wochentag]}" for nth in muster.ordnungen)
            return f"FREQ=MONTHLY;INTERVAL={muster.alle};BYDAY={days}"
        case Monatstag():
            return f"FREQ=MONTHLY;INTERVAL={muster.alle};BYMONTHDAY={','.join(map(str, muster.nummern))}"
        case Monatsende(werktag=False):
            return f"FREQ=MONTHLY;INTERVAL={muster.alle};BYMONTHDAY=-1"
    return None


def with_series(
    kalender: Kalender, teams: Iterable[tuple[str, Team]], meetings: Iterable[Meeting], netzwerk: Netzwerk
) -> Kalender:
    """Give the same calendar with rules instead of single days, wherever that shows the same meetings."""
    zone = ZoneInfo(netzwerk.zeitzone)
    by_team: dict[str, list[Meeting]] = {}
    for one in meetings:
        by_team.setdefault(one.team, []).append(one)
    shown: dict[str, list[Kalendertermin]] = {}
    for each in kalender.termine:
        shown.setdefault(each.team, []).append(each)
    rules: list[Kalenderserie] = []
    single: list[Kalendertermin] = []
    for kuerzel, team in (one for one in teams if one[0] in shown):
        found, rest = _series_of(plan(kuerzel, team, netzwerk), by_team[kuerzel], shown[kuerzel], zone)
        rules += found
        single += rest
    return kalender.model_copy(update={"serien": tuple(rules), "termine": tuple(single)})


def _series_of(
    calendar: Terminplan, meetings: Sequence[Meeting], shown: Sequence[Kalendertermin], zone: ZoneInfo
) -> tuple[tuple[Kalenderserie, ...], tuple[Kalendertermin, ...]]:
    """Split the meetings of one team, and how a calendar shows them, into series and what stays single."""
    by_uid = {one.uid: one for one in shown}
    groups: dict[int, list[Meeting]] = {}
    for one, rhythmus in _with_rhythm(calendar, meetings):
        if one.uid in by_uid:
            groups.setdefault(calendar.treffen.rhythmus.index(rhythmus), []).append(one)
    found: list[Kalenderserie] = []
    for position, members in sorted(groups.items()):
        rhythmus = calendar.treffen.rhythmus[position]
        if built := _series(rhythmus, [by_uid[one.uid] for one in members], zone):
            uid = series_uid(members[0].oldest, _name(rhythmus), _number(calendar.treffen.rhythmus, rhythmus))
            found.append(built.model_copy(update={"erstes": built.erstes.model_copy(update={"uid": uid})}))
            for one in members:
                del by_uid[one.uid]
    return tuple(found), tuple(by_uid.values())


def _with_rhythm(calendar: Terminplan, meetings: Sequence[Meeting]) -> list[tuple[Meeting, Rhythmus]]:
    """Find the line that each undisturbed meeting comes from. A single date stands above the rhythm."""
    plain = [one for one in meetings if one.status == "planned" and not one.all_day]
    if not plain:
        return []
    places = calendar.plaetze(min(one.original for one in plain), max(one.original for one in plain))
    sources = {(one.tag, one.nummer): one.quelle for one in sorted(places, key=lambda one: one.einzeln)}
    pairs = ((one, sources.get((one.original, one.number))) for one in plain)
    return [(one, source) for one, source in pairs if isinstance(source, Rhythmus)]


def _series(rhythmus: Rhythmus, members: list[Kalendertermin], zone: ZoneInfo) -> Kalenderserie | None:
    text, first, last = rule(rhythmus.am), members[0].beginn, members[-1].beginn
    if text is None or len(members) < FEWEST or not isinstance(first, datetime) or not isinstance(last, datetime):
        return None
    every = [datetime.combine(day, first.time()) for day in tage(rhythmus, first.date(), last.date())]
    kept = {one.beginn for one in members}
    alike = len({_length(one) for one in members}) == 1
    if not alike or kept - set(every) or any(existing(one, zone) != one for one in every):
        return None  # a clock change in the middle of the night: each by itself
    return Kalenderserie(
        erstes=members[0], regel=text, letztes=last, ausser=tuple(one for one in every if one not in kept)
    )


def _length(one: Kalendertermin) -> timedelta:
    return one.ende - one.beginn


def _name(rhythmus: Rhythmus) -> str:
    """Name a rhythm by its days alone: another hour or place leaves it the same."""
    return f"{rule(rhythmus.am)} {rhythmus.ab or date.min}"


def _number(lines: Sequence[Rhythmus], rhythmus: Rhythmus) -> int:
    """Count two rhythms on the same days by the hour, not by their order in the file."""
    same = sorted(one.zeit for one in lines if one.zeit and _name(one) == _name(rhythmus))
    return 1 + (same.index(rhythmus.zeit) if rhythmus.zeit in same else 0)
