"""From what a team wrote under ``treffen`` to its meetings, day by day, on the wall clock of the network's zone.

Order: rhythm, pause, cancellations, moves, single dates. Everything is plain date arithmetic; the zone comes last, on
output, so that 18:00 stays 18:00 all year.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.feiertage import feiertag
from wiq_cli.domain.uid import meeting_uid, oldest_name
from wiq_cli.domain.zeitangabe import german

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rhythmus import Rhythmus
    from wiq_cli.domain.treffen import Ausfall, Pause, Termin, Treffen, Verlegung

Status = Literal["planned", "moved", "cancelled"]
DAUER = 90  # minutes, where the team says nothing
NAHE = 62  # days to either side in which the nearest meeting is looked for
MORE_THAN_A_DAY_HOLDS = 1440
WEIT = 1830  # days, about five years: no rhythm rests longer


@dataclass(frozen=True, slots=True)
class Platz:
    """A place in the calendar before anything was cancelled or moved: the n-th meeting of its day."""

    tag: date
    nummer: int
    einzeln: bool  # a single date that the team wrote down itself
    quelle: Rhythmus | Termin = field(compare=False)

    @property
    def zeit(self) -> time | None:
        return self.quelle.zeit


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting. ``start`` and ``end`` are local and naive; plain dates for a whole day, the end exclusive."""

    team: str
    name: str
    start: date
    end: date
    place: str | None
    status: Status
    original: date
    number: int  # the n-th of its original day
    public: bool
    end_assumed: bool
    oldest: str  # the file name the team began with
    why: str | None = None  # why it is cancelled; never public

    @property
    def all_day(self) -> bool:
        """Whether no hour is given."""
        return not isinstance(self.start, datetime)

    @property
    def day(self) -> date:
        """The day it starts."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def uid(self) -> str:
        """A name that survives another time, another day, another place and another order of lines."""
        return meeting_uid(self.oldest, self.original, self.number)

    def sort_key(self) -> tuple[date, bool, str, str, int]:
        """Order of every listing: by time, whole days first."""
        return (self.day, not self.all_day, self.start.isoformat(), self.team, self.number)


@dataclass(frozen=True)
class Terminplan:
    """The calendar of one team."""

    treffen: Treffen
    netzwerk: Netzwerk
    kuerzel: str = ""
    name: str = ""
    frueher: Sequence[str] = ()

    def meetings(self, von: date, bis: date) -> list[Meeting]:
        """Give every meeting that starts in the range, both ends included."""
        moves, cancelled = self._moves, self._cancelled
        elsewhere = sorted({hit.tag for hit in moves if not von <= hit.tag <= bis})
        plaetze = self.plaetze(von, bis) + [one for tag in elsewhere for one in self.plaetze(tag, tag)]
        found = [self._meeting(one, moves.get(one), cancelled.get(one)) for one in _no_twins(plaetze, moves)]
        return sorted((one for one in found if von <= one.day <= bis), key=Meeting.sort_key)

    @cached_property
    def _moves(self) -> dict[Platz, Verlegung]:
        return {hit: entry for entry in self.treffen.verlegt if (hit := self.target(entry))}

    @cached_property
    def _cancelled(self) -> dict[Platz, Ausfall]:
        return {hit: entry for entry in self.treffen.ausfall if (hit := self.target(entry))}

    @cached_property
    def _singles(self) -> list[Termin]:
        return sorted(self.treffen.termine, key=lambda one: one.am)

    def upcoming(self, heute: date, count: int) -> list[Meeting]:
        """Give the next meetings that take place."""
        found: list[Meeting] = []
        first, size = heute, NAHE
        while len(found) < count and (first - heute).days < WEIT:
            last = first + timedelta(size - 1)
            found += [one for one in self.meetings(first, last) if one.status != "cancelled"]
            first, size = last + timedelta(1), size * 2
        return found[:count]

    def candidates(self, entry: Ausfall | Verlegung) -> list[Platz]:
        """Give what a cancellation or a move may mean: the rhythm's meetings of that day, else the single dates."""
        day = [one for one in self.plaetze(entry.am, entry.am) if entry.zeit in (None, one.zeit)]
        return [one for one in day if not one.einzeln] or day

    def target(self, entry: Ausfall | Verlegung) -> Platz | None:
        """Give the one meeting that a cancellation or a move means, None where there is none or more than one."""
        found = self.candidates(entry)
        return found[0] if len(found) == 1 else None

    def nearest(self, tag: date) -> list[Platz]:
        """Give the meeting nearest to a day; two where one before it is as near as one after it."""
        for reach in (NAHE, WEIT):
            if around := self.plaetze(tag - timedelta(reach), tag + timedelta(reach)):
                least = min(abs(one.tag - tag) for one in around)
                return list({one.tag: one for one in around if abs(one.tag - tag) == least}.values())
        return []

    def kept(self, number: int, von: date, bis: date, wanted: Callable[[date], bool]) -> list[date]:
        """Give the wanted days of one line of the rhythm that no pause, no change and no single date speaks about."""
        treffen = self.treffen
        spoken = {one.am for entries in (treffen.ausfall, treffen.verlegt, treffen.termine) for one in entries}
        days = [day for day in tage(treffen.rhythmus[number], von, bis) if wanted(day) and day not in spoken]
        return [day for day in days if not self.pause(day)]

    def plaetze(self, von: date, bis: date) -> list[Platz]:
        """Give what the rhythm yields outside the pauses, and the single dates."""
        days: dict[date, dict[time | None, Rhythmus]] = {}
        for rhythmus in self.treffen.rhythmus:
            for tag in tage(rhythmus, von, bis):
                days.setdefault(tag, {})[rhythmus.zeit] = rhythmus  # two lines, one hour: the later line says more
        singles: dict[date, list[Termin]] = {}
        first = bisect_left(self._singles, von, key=lambda one: one.am)
        behind = bisect_right(self._singles, bis, key=lambda one: one.am)
        for termin in self._singles[first:behind]:
            singles.setdefault(termin.am, []).append(termin)
        return [
            one
            for tag in sorted({*days, *singles})
            for one in self._of_day(tag, days.get(tag, {}), singles.get(tag, []))
        ]

    def _of_day(self, tag: date, rhythm: dict[time | None, Rhythmus], singles: list[Termin]) -> list[Platz]:
        """Number the meetings of a day: pauses and cancellations must not change what the others are called."""
        regular = sorted(rhythm.values(), key=_by_hour)
        numbers = {one.zeit: number for number, one in enumerate(regular, 1)}
        own: dict[time | None, Platz] = {}
        for termin in sorted(singles, key=_by_hour):
            number = numbers.setdefault(termin.zeit, len(numbers) + 1)
            own[termin.zeit] = Platz(tag, number, einzeln=True, quelle=termin)
        kept = [] if not regular or self.pause(tag) else regular
        return [Platz(tag, numbers[one.zeit], einzeln=False, quelle=one) for one in kept] + list(own.values())

    def pause(self, tag: date) -> str | None:
        """Give why the rhythm rests on that day, None where it does not."""
        return next(
            (reason for one in sorted(self.treffen.pause, key=_cheap_first) if (reason := self._rests(one, tag))), None
        )

    def _rests(self, pause: Pause, tag: date) -> str | None:
        if pause.von and pause.bis:
            inside = pause.von <= tag <= pause.bis
            return f"Pause vom {german(pause.von)} bis {german(pause.bis)}" if inside else None
        if pause.was == "ferien":
            return next((one.name for one in self.netzwerk.ferien.zeiten if one.von <= tag <= one.bis), None)
        return feiertag(tag, self.netzwerk.bundesland) if self.netzwerk.bundesland else None

    def _meeting(self, platz: Platz, move: Verlegung | None, cancelled: Ausfall | None) -> Meeting:
        moved = move if cancelled is None else None
        start, end = self._hours(platz, moved)
        own_place = moved.ort if moved and moved.ort else platz.quelle.ort
        return Meeting(
            team=self.kuerzel,
            name=self.name,
            start=start,
            end=end,
            place=own_place or self.treffen.ort,
            status="cancelled" if cancelled else "moved" if moved else "planned",
            original=platz.tag,
            number=platz.nummer,
            public=self.treffen.oeffentlich and platz.quelle.oeffentlich,
            end_assumed=not (self.treffen.dauer or platz.quelle.dauer or platz.quelle.ende or (moved and moved.ende)),
            oldest=oldest_name(self.kuerzel, self.frueher),
            why=cancelled.grund if cancelled else None,
        )

    def _hours(self, platz: Platz, move: Verlegung | None) -> tuple[date, date]:
        """Give start and end; a moved meeting is as long as it was, unless its end is given."""
        tag = move.auf if move else platz.tag
        zeit = (move.neue_zeit if move else None) or platz.zeit
        if zeit is None:
            return tag, tag + timedelta(1)
        length = timedelta(minutes=platz.quelle.dauer or self.treffen.dauer or DAUER)
        if platz.quelle.zeit and platz.quelle.ende:
            length = _length(platz.quelle.zeit, platz.quelle.ende)
        if move and move.ende:
            length = _length(zeit, move.ende)
        start = datetime.combine(tag, zeit)
        return start, start + length


def tage(rhythmus: Rhythmus, von: date, bis: date) -> list[date]:
    """Give the days of a rhythm in a range, before any pause."""
    muster = rhythmus.am
    first, last = max(von, rhythmus.ab or von).toordinal(), min(bis, rhythmus.bis or bis).toordinal()
    steps = [(first + (weekday + 1 - first) % 7, 7) for weekday in muster.wochentage] or [
        (first, 1)
    ]  # ordinal 1 is a Monday
    days = (date.fromordinal(number) for start, step in steps for number in range(start, last + 1, step))
    return sorted(day for day in days if muster.trifft(day, rhythmus.ab))


def _no_twins(plaetze: list[Platz], moves: dict[Platz, Verlegung]) -> list[Platz]:
    """Let a single date stand for the rhythm's meeting at the same hour, unless that one was moved away."""
    single = {(one.tag, one.zeit) for one in plaetze if one.einzeln}
    gone = {(one.tag, one.zeit): one for one in moves if not one.einzeln}
    kept = []
    for one in plaetze:
        if one.einzeln and (one.tag, one.zeit) in gone:
            kept.append(replace(one, nummer=one.nummer + MORE_THAN_A_DAY_HOLDS))
        elif one.einzeln or (one.tag, one.zeit) not in single or one in moves:
            kept.append(one)
    return kept


def _by_hour(one: Rhythmus | Termin) -> time:
    return one.zeit or time.min


def _cheap_first(pause: Pause) -> bool:
    return pause.was == "feiertage"


def _length(start: time, end: time) -> timedelta:
    """Give the time between two hours; an end before the start is on the next day."""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return timedelta(minutes=minutes if minutes > 0 else minutes + 24 * 60)
