"""Calendar files. Every meeting stands by itself, on the wall clock of its zone: the one form that all readers tried
show alike. The same input gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from wiq_cli.domain.addresses import Addresses
from wiq_cli.domain.public import ANFANG
from wiq_cli.render.calendar_zone import timezone_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from wiq_cli.domain.public import Eintrag, Kalender, Kalenderserie, Kalendertermin

LINE = 75  # octets
HIGHEST = 2**31 - 1
CANCELLED = "ENTFÄLLT: "
OF_ALL = "treffen.ics"
END = "END:VCALENDAR\r\n"
EVENT = re.compile(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
DAY = re.compile(r"\nDTSTART[^:\r]*:(\d{8})(T\d{6})?\r")
UID = re.compile(r"\nUID:((?:[^\r]|\r\n )*)")
UNSEEN = ("Cc", "Cs")  # control characters, halves of characters
TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # they turn the direction of what follows


def calendar_files(calendars: Iterable[Kalender]) -> dict[str, str]:
    """Write all calendars, by the name of their file."""
    written: dict[str, str] = {}
    return {file_name(one): calendar_text(one, written) for one in calendars}


def file_name(one: Kalender) -> str:
    """Say where a calendar lies; that of a team lies among its pages."""
    if one.art == "team":
        return of_team(one.kuerzel)
    return _of_district(one.kuerzel) if one.art == "stadtteil" else OF_ALL


def of_team(kuerzel: str) -> str:
    """Say where the calendar of a team lies."""
    return f"teams/{kuerzel}/{OF_ALL}"


def _of_district(address: str) -> str:
    return f"treffen-{address}.ics"


def shared(entries: Iterable[Eintrag], files: Collection[str]) -> dict[str, str]:
    """Name the calendars that hold more than one team, by file; those of districts have the district's name.

    They follow from the teams that have one themselves.
    """
    entries = list(entries)
    districts = Addresses(name for one in entries for name in one.stadtteile)
    meeting = [one for one in entries if of_team(one.kuerzel) in files]
    here = {districts.of(name) for one in meeting for name in one.stadtteile}
    local = {_of_district(address): name for address, name in districts.words.items() if address in here}
    return {OF_ALL: "", **local} if meeting else {}


class Event(NamedTuple):
    """A meeting as it stands in a calendar, and what it is sorted by."""

    beginn: str  # 20261124T180000, or the day alone
    uid: str
    text: str


def calendar_text(one: Kalender, written: dict[str, str] | None = None) -> str:
    """Write one calendar. ``written`` keeps what was written of a meeting, for the next calendar that it stands in."""
    written = {} if written is None else written
    blocks = []
    for each in one.termine:
        if each.uid not in written:
            written[each.uid] = _event(each, one.zeitzone)
        blocks.append((*_order(each), written[each.uid]))
    blocks += [(*_order(each.erstes), _series(each, one.zeitzone)) for each in one.serien]
    return "".join([*_head(one), *(block for *_, block in sorted(blocks)), END])


def joined(one: Kalender, events: Iterable[Event]) -> str:
    """Write a calendar of meetings that stand in others already, up to its own last day."""
    last = f"{one.bis:%Y%m%d}"
    return "".join([*_head(one), *(each.text for each in sorted(events) if each.beginn[:8] <= last), END])


def events_of(text: str) -> list[Event]:
    """Give the meetings of a calendar that this program wrote."""
    return [Event(*_key(one), one) for one in EVENT.findall(text)]


def _key(event: str) -> tuple[str, str]:
    begin, uid = DAY.search(event), UID.search(event)
    return (
        f"{begin[1]}{begin[2] or ''}" if begin else "",
        uid[1].replace("\r\n ", "") if uid else "",
    )


def _head(one: Kalender) -> Iterator[str]:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wiq//Treffen//DE",
        "CALSCALE:GREGORIAN",
        f"NAME:{escape(one.name)}",
        f"X-WR-CALNAME:{escape(one.name)}",
        f"X-WR-TIMEZONE:{one.zeitzone}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        *timezone_block(one.zeitzone, one.von.year, one.bis.year),
    ]
    return map(fold, lines)


def without(text: str, teams: Collection[str]) -> str:
    """Take the meetings of some teams out of a calendar that is already public, and nothing else."""
    return EVENT.sub(lambda match: "" if _is_of(match[0], teams) else match[0], text)


def with_standing(fresh: str, standing: str, teams: Collection[str], days: tuple[date, date]) -> str:
    """Give a new calendar with the new meetings of these teams only, and with those of an old one that is about others."""
    first, last = (f"{one:%Y%m%d}" for one in days)
    events = [one for one in EVENT.findall(fresh) if _is_of(one, teams)]
    events += [one for one in EVENT.findall(standing) if first <= _written(one)[0] <= last]
    return EVENT.sub("", fresh).replace(END, "".join(sorted(events, key=_written)) + END)


def _is_of(event: str, teams: Collection[str]) -> bool:
    return any(f"\nX-WIQ-TEAM:{one}\r\n" in event for one in teams)


def _written(event: str) -> tuple[str, str, str]:
    """Give the place of an event among others: its day, its hour, and itself."""
    found = DAY.search(event)
    return (found[1], found[2] or "", event) if found else ("", "", event)


def escape(text: str) -> str:
    """Write a text as one line that means nothing but itself."""
    plain = TURNS.sub("", " ".join(text.split()))
    if not plain.isprintable():
        plain = "".join(one for one in plain if unicodedata.category(one) not in UNSEEN)
    return re.sub(r"([\\;,])", r"\\\1", plain)


def fold(line: str) -> str:
    """Break a line where 75 octets are full, never inside a character."""
    if len(line) <= LINE and (line.isascii() or len(line.encode()) <= LINE):
        return line + "\r\n"
    pieces, size = [""], 0
    for one in line:
        octets = len(one.encode())
        if size + octets > LINE:
            pieces.append("")
            size = 1  # the space that a continuation begins with
        pieces[-1] += one
        size += octets
    return "\r\n ".join(pieces) + "\r\n"


def _order(one: Kalendertermin) -> tuple[str, str]:
    return one.beginn.isoformat(), one.uid


def _event(one: Kalendertermin, zone: str, repeats: Iterable[str] = ()) -> str:
    changed = one.stand.astimezone(UTC)
    stamp = f"{changed:%Y%m%dT%H%M%SZ}"
    minutes = int((changed - ANFANG).total_seconds()) // 60
    off = one.status == "cancelled"
    whole_day = not isinstance(one.beginn, datetime)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{min(max(minutes, 0), HIGHEST)}",
        f"DTSTART{_moment(one.beginn, zone)}",
        f"DTEND{_moment(one.ende, zone)}",
        *repeats,
        f"SUMMARY:{CANCELLED if off else ''}{escape(one.name)}",
    ]
    lines += [f"LOCATION:{escape(one.ort)}"] if one.ort else []
    lines.append(f"STATUS:{'CANCELLED' if off else 'CONFIRMED'}")
    lines.append(f"TRANSP:{'TRANSPARENT' if off or whole_day else 'OPAQUE'}")
    return "".join(map(fold, [*lines, f"X-WIQ-TEAM:{one.team}", "END:VEVENT"]))


def _series(one: Kalenderserie, zone: str) -> str:
    return _event(one.erstes, zone, _repeats(one, zone))


def _repeats(one: Kalenderserie, zone: str) -> Iterator[str]:
    """Say the rule. Its end is in UTC, as the norm wants it; the days left out are on the wall clock, as all readers do."""
    until = one.letztes.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    yield f"RRULE:{one.regel};UNTIL={until:%Y%m%dT%H%M%SZ}"
    for moment in one.ausser:
        yield f"EXDATE{_moment(moment, zone)}"


def _moment(value: date, zone: str) -> str:
    if isinstance(value, datetime):
        return f";TZID={zone}:{value:%Y%m%dT%H%M%S}"
    return f";VALUE=DATE:{value:%Y%m%d}"
