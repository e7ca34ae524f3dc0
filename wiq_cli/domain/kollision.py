"""Meetings that get into each other's way: two in one room, one person in two, too little time for the way between.

Who it is about is recognised in memory and forgotten again: a ``Kollision`` holds meetings, never a person.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.feiertage import feiertag
from wiq_cli.domain.kontakt import address, national
from wiq_cli.domain.privat import name_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.person import Person
    from wiq_cli.domain.terminplan import Meeting

Art = Literal["team", "place", "person", "travel", "holiday", "school_holidays"]
HINTS = ("holiday", "school_holidays")  # a team may well meet then
AT_ONCE = timedelta(0)
MOST = 10  # with which one meeting is named
PLACE, JOIN = "ort ", "link "  # what begins the name of a room
LINK = re.compile(r"https?://\S+", re.IGNORECASE)
ONLINE_WORDS = """
online teams zoom jitsi meet meeting bbb webex skype discord signal whatsapp telegram mumble senfcall talk digital virtuell
big blue button bigbluebutton google microsoft cisco nextcloud remote internet video videocall videokonferenz videoanruf
konferenz schaltkonferenz telefon telefonisch telefonkonferenz telko tel call anruf link
"""
NOWHERE_WORDS = """
per via ms über ueber im in ins am an bei vor oder und auch als mit der die das den dem von nur je nach mail e email
folgt kommt wird steht noch offen unklar unbekannt absprache vereinbarung bekannt gegeben bekanntgegeben tba tbd
ort orte wechselnd wechselnde wechselnden verschieden verschiedene verschiedenen
"""
ONLINE, NOWHERE = frozenset(ONLINE_WORDS.split()), frozenset(NOWHERE_WORDS.split())
ROOMS = frozenset({"raum", "room", "warteraum"})  # „Zoom-Raum“ is none, „Raum 3“ is one


@dataclass(frozen=True, slots=True)
class Kollision:
    """What gets in the way of what. ``zweites`` is missing where a day is the matter, not another meeting."""

    art: Art
    erstes: Meeting
    zweites: Meeting | None = None
    ort: str | None = None  # where both are; None where it is a link, which nobody may read
    minuten: int | None = None  # what is left for the way
    noetig: int | None = None  # and what it takes
    tag: str | None = None  # name of the holiday

    @property
    def is_hint(self) -> bool:
        """Whether it may be meant so."""
        return self.art in HINTS

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return (self.erstes,) if self.zweites is None else (self.erstes, self.zweites)

    @property
    def is_between_teams(self) -> bool:
        return len({one.team for one in self.meetings}) > 1

    @property
    def day(self) -> date:
        """The day under which it is listed: the later one, because only then it is one."""
        return self.meetings[-1].day

    def sort_key(self) -> tuple[date, str, list[str], str]:
        """By time, then by the names of the teams: the order says nothing about the people."""
        return (self.day, self.erstes.start.isoformat(), sorted(one.team for one in self.meetings), self.art)


# -- places -----------------------------------------------------------------------------------------------------------
def room(place: str | None, link: str | None = None) -> str:
    """Give what makes two places the same; empty where nobody can stand in anybody's way.

    „per Teams“ and „telefonisch“ are no rooms. A link to join is one: two teams cannot use it at once.
    """
    text = " ".join(unicodedata.normalize("NFC", place or "").casefold().split())
    if match := LINK.search(text):
        return f"{JOIN}{match[0].rstrip('/.,;)')}"
    words = [word for word in re.findall(r"[^\W_]+", text) if word not in NOWHERE]
    if any(word in ONLINE for word in words):
        words = [word for word in words if word not in ONLINE | ROOMS]
    if any(not word.isdecimal() for word in words):
        return f"{PLACE}{' '.join(words)}"
    return f"{JOIN}{link.strip().casefold().rstrip('/')}" if link else ""


def is_way(one: str, other: str) -> bool:
    """Whether somebody has to walk from one room to the other."""
    return one != other and one.startswith(PLACE) and other.startswith(PLACE)


# -- time -------------------------------------------------------------------------------------------------------------
def overlap(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are at the same time; an end at the other's start is not. Whole days meet whole days only."""
    if one.all_day or other.all_day:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def pairs(meetings: Iterable[Meeting], reach: timedelta = AT_ONCE) -> Iterator[tuple[Meeting, Meeting]]:
    """Give each two that overlap, or of which the second begins less than ``reach`` after the end of the first.

    Where hundreds are at once, each is named with some of them: nobody reads a line for every two.
    """
    running: list[Meeting] = []
    for one in sorted((one for one in meetings if not one.all_day), key=lambda one: (one.start, one.team, one.number)):
        running = [other for other in running if one.start < other.end + reach]
        yield from ((other, one) for other in running[:MOST])
        running.append(one)


def minutes_between(one: Meeting, other: Meeting) -> int:
    """Give how long it is from the end of one meeting to the start of the other."""
    if not (isinstance(one.end, datetime) and isinstance(other.start, datetime)):
        return 0
    return int((other.start - one.end).total_seconds()) // 60


# -- people -----------------------------------------------------------------------------------------------------------
Gemeinsame = dict[tuple[str, str], list[tuple["Person", "Person"]]]
"""Who is in both of two teams, as both files know this person. Private; lives in memory only."""


def in_both(teams: Iterable[tuple[str, Iterable[Person]]]) -> Gemeinsame:
    """Recognise the people who are in more than one team: by kennung, else by e-mail or phone, however spelt."""
    known: dict[str, list[tuple[str, Person]]] = {}
    for team, people in teams:
        for person in people:
            for mark in marks(person):
                known.setdefault(mark, []).append((team, person))
    found: Gemeinsame = {}
    for mark, places in known.items():
        for (team, one), (other_team, other) in combinations(places, 2):
            if team != other_team and (mark.startswith("kennung ") or _may_be_one(one, other)):
                both = ((team, one), (other_team, other)) if team < other_team else ((other_team, other), (team, one))
                found.setdefault((both[0][0], both[1][0]), []).append((both[0][1], both[1][1]))
    return found


def marks(person: Person) -> Iterator[str]:
    """Give what tells one person from another."""
    if person.kennung:
        yield f"kennung {person.kennung}"
    if person.email:
        yield f"email {address(person.email)}"
    if person.telefon and (number := national(person.telefon)):
        yield f"telefon {number}"


def _may_be_one(one: Person, other: Person) -> bool:
    """Whether two names fit one person: who shares an address and is called otherwise is somebody else."""
    short, long = sorted((name_words(one.name or ""), name_words(other.name or "")), key=len)
    return all(any(_fits(word, each) for each in long) for word in short)


def _fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


# -- all of it --------------------------------------------------------------------------------------------------------
def kollisionen(
    meetings: Iterable[Meeting], gemeinsame: Gemeinsame, rooms: Callable[[Meeting], str], wegzeit: int
) -> Iterator[Kollision]:
    """Give every two meetings that get into each other's way. ``wegzeit``: minutes from one room to another."""
    held = [one for one in meetings if one.status != "cancelled"]
    teams = _sorted_into(held, lambda one: one.team)
    for of_team in teams.values():
        yield from _one_after_another(of_team, "team", rooms, wegzeit)
    for where, in_room in _sorted_into(held, rooms).items():
        for one, other in pairs(in_room):
            if one.team != other.team:
                yield Kollision("place", one, other, ort=one.place if where.startswith(PLACE) else None)
    for (first, second), people in gemeinsame.items():
        both = [*teams.get(first, ()), *teams.get(second, ())]
        for found in _one_after_another(both, "person", rooms, wegzeit):
            if found.is_between_teams and _is_in_both(found.meetings, first, people):
                yield found


def _sorted_into(meetings: Iterable[Meeting], key: Callable[[Meeting], str]) -> dict[str, list[Meeting]]:
    """Put together what has the same key; nothing has none."""
    found: dict[str, list[Meeting]] = {}
    for one in meetings:
        if name := key(one):
            found.setdefault(name, []).append(one)
    return found


def _is_in_both(meetings: tuple[Meeting, ...], first: str, people: list[tuple[Person, Person]]) -> bool:
    """Whether somebody belongs to both teams on the days of their meetings."""
    day, other_day = (one.day for one in sorted(meetings, key=lambda one: one.team != first))
    return any(here.member_on(day) and there.member_on(other_day) for here, there in people)


def _one_after_another(
    meetings: Iterable[Meeting], art: Art, rooms: Callable[[Meeting], str], wegzeit: int
) -> Iterator[Kollision]:
    """Tell at once from too soon after."""
    for one, other in pairs(meetings, timedelta(minutes=wegzeit)):
        if overlap(one, other):
            yield Kollision(art, one, other)
        elif is_way(rooms(one), rooms(other)):
            yield Kollision("travel", one, other, minuten=minutes_between(one, other), noetig=wegzeit)


def free_days(meetings: Iterable[Meeting], netzwerk: Netzwerk) -> Iterator[Kollision]:
    """Give the meetings that fall on a public holiday or into the school holidays."""
    for one in meetings:
        if one.status != "cancelled":
            yield from (Kollision(art, one, tag=name) for art, name in free_day(one.day, netzwerk))


def free_day(tag: date, netzwerk: Netzwerk) -> Iterator[tuple[Literal["holiday", "school_holidays"], str]]:
    """Give the names of the public holiday and of the school holidays on that day."""
    if netzwerk.bundesland and (name := feiertag(tag, netzwerk.bundesland)):
        yield "holiday", name
    yield from (("school_holidays", one.name) for one in netzwerk.ferien.zeiten if one.von <= tag <= one.bis)
