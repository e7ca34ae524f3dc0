"""Monday: how every team stands, those who need somebody first, and what the week brings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.usecases.decide_wishes import ENDED, answers, waits
from wiq_cli.usecases.needs import About, said_to
from wiq_cli.usecases.status_facts import mark
from wiq_cli.usecases.status_look import Look, Published, Waiting, last_signs, next_meeting, profile_state
from wiq_cli.usecases.status_marks import LEVELS, Mark, marks
from wiq_cli.usecases.wish_age import standing_since

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.usecases.needs import Said
    from wiq_cli.usecases.status_facts import Ask, Facts, Slot
    from wiq_cli.usecases.wish_age import Past, Wanted

WEEK = timedelta(6)
CALLS = 10  # teams that are named as the next thing to do
FINE = len(LEVELS)


class Unread(NamedTuple):
    """A team whose file says nothing: where, and why. No value in it."""

    team: str
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """One team with everything that speaks for a call."""

    look: Look
    marks: tuple[Mark, ...]

    @property
    def level(self) -> str:
        return self.marks[0].level if self.marks else "fine"

    def sort_key(self) -> tuple[int, int, str]:
        """Order: the worst first."""
        rank = LEVELS.index(self.marks[0].level) if self.marks else FINE
        return rank, -sum(one.weight for one in self.marks), self.look.kuerzel


@dataclass(frozen=True, slots=True)
class Week:
    """What the next seven days bring."""

    meetings: int
    clashes: int
    open_decisions: int
    consents: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen."""

    name: str
    heute: date
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]
    week: Week
    published: bool

    @property
    def calls(self) -> list[Row]:
        """The teams that need somebody now, at most ten."""
        return [one for one in self.rows if one.level in {"urgent", "soon"}][:CALLS]

    @property
    def statuses(self) -> Counter[str]:
        return Counter(one.look.facts.status for one in self.rows)


@dataclass(frozen=True, slots=True)
class Seen:
    """One team: what its file says, how many parts cannot be read, and how old its wishes are known to be, by their mark."""

    kuerzel: str
    facts: Facts
    faults: int = 0
    ages: dict[str, str] = field(default_factory=dict)
    agreed: Mapping[str, Sequence[str]] = field(default_factory=dict)  # whose consents end, where one team is asked for


@dataclass(frozen=True, slots=True)
class Known:
    """What was read: teams, decisions, git, what is published. ``words`` reads the wishes of a team, by their mark."""

    teams: Sequence[Seen]
    beschluesse: Sequence[Beschluss]  # as far as the screen needs them: teams and wishes by their mark
    past: Past
    published: Published | None
    unread: Sequence[Unread]
    words: Callable[[str], Mapping[str, Wanted]]


def overview(known: Known, rahmen: Rahmen) -> Overview:
    """Look at every team. The ages of wishes that were not known are added to what was seen."""
    heute = rahmen.heute
    about = About(known.beschluesse)
    waiting = {one.kuerzel: _waiting(one, about, heute) for one in known.teams}
    _find_ages(waiting, known)
    decided = _decided(known.beschluesse, heute)
    rows = [
        _row(
            one,
            known,
            rahmen,
            decided.get(mark(one.kuerzel)),
            [_aged(ask, said, one.ages, heute) for ask, said in waiting[one.kuerzel]],
        )
        for one in known.teams
    ]
    week = _week([one.facts for one in known.teams], known.beschluesse, rows, heute)
    return Overview(
        rahmen.netzwerk.name,
        heute,
        tuple(sorted(rows, key=Row.sort_key)),
        tuple(known.unread),
        week,
        known.published is not None,
    )


def _row(one: Seen, known: Known, rahmen: Rahmen, decided: date | None, waiting: Iterable[Waiting]) -> Row:
    heute = rahmen.heute
    last, written = last_signs(one.facts, known.past.of(one.kuerzel), decided, heute)
    look = Look(
        one.kuerzel, one.facts, heute, rahmen.netzwerk.schwellen, last, written, next_meeting(one.facts, heute),
        tuple(waiting), profile_state(one.kuerzel, one.facts, heute, known.published), one.faults, one.agreed,
    )  # fmt: skip
    return Row(look, marks(look))


def _waiting(one: Seen, about: About, heute: date) -> list[tuple[Ask, Said]]:
    """Give the wishes that nobody has answered for good, each with what was said."""
    if one.facts.status == ENDED or not one.facts.asks:
        return []
    names = {mark(name) for name in (one.kuerzel, *one.facts.frueher)}
    said = answers(names, about.of(names), heute)
    found = ((ask, said.get(ask.mark)) for ask in one.facts.asks)
    return [(ask, said_to(answer)) for ask, answer in found if waits(answer)]


def _find_ages(waiting: Mapping[str, list[tuple[Ask, Said]]], known: Known) -> None:
    """Ask git for the ages that are not known yet, for all teams at once."""
    wanted: dict[str, dict[str, Wanted]] = {}
    for one in known.teams:
        unknown = {ask.mark for ask, _ in waiting[one.kuerzel]} - one.ages.keys()
        if unknown and known.past.of(one.kuerzel):
            words = known.words(one.kuerzel)
            wanted[one.kuerzel] = {each: words[each] for each in unknown if each in words}
    ages = standing_since({kuerzel: list(words.values()) for kuerzel, words in wanted.items()}, known.past)
    for one in known.teams:
        for each, (key, was) in wanted.get(one.kuerzel, {}).items():
            if day := ages.get((one.kuerzel, key, was)):
                one.ages[each] = day.isoformat()


def _aged(ask: Ask, said: Said, ages: Mapping[str, str], heute: date) -> Waiting:
    since = ages.get(ask.mark, "")
    return Waiting(
        ask.art, ask.is_support, date.fromisoformat(since) if "" < since <= heute.isoformat() else None, said
    )


def _decided(beschluesse: Iterable[Beschluss], heute: date) -> dict[str, date]:
    """Give the last day on which each team voted, by the team's mark."""
    found: dict[str, date] = {}
    for one in beschluesse:
        days = [each.am for each in one.versuche if each.am] + [one.ergebnis.am if one.ergebnis else None]
        for day in days:
            if day and day <= heute:
                found[one.team] = max(day, found.get(one.team, day))
    return found


def _week(teams: Iterable[Facts], beschluesse: Iterable[Beschluss], rows: Iterable[Row], heute: date) -> Week:
    first, last = heute.isoformat(), (heute + WEEK).isoformat()
    coming = [
        (number, one) for number, team in enumerate(teams) for one in team.meetings if first <= one.start[:10] <= last
    ]
    rooms: dict[str, list[tuple[int, Slot]]] = defaultdict(list)
    for number, one in sorted(coming, key=lambda each: each[1].start):
        if one.room and "T" in one.start:
            rooms[one.room].append((number, one))
    clashes = sum(
        before[0] != after[0] and after[1].start < before[1].end
        for in_room in rooms.values()
        for before, after in pairwise(in_room)
    )
    consents = sum(mark.kind == "consent" for row in rows for mark in row.marks)
    return Week(len(coming), clashes, sum(one.is_open for one in beschluesse), consents)
