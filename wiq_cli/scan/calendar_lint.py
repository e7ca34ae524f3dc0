"""Reads a finished calendar file the way a strict reader would. Parsers let most of this pass, and then each shows
something else. It shares no code with what writes the files.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wiq_cli.scan.calendar_parts import Flaw, Part, clock, components, moment_of, unfold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LINE = 75  # octets
HIGHEST = 2**31 - 1
HEAD = frozenset({
    "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
})  # fmt: skip
ZONE = frozenset({"TZID"})
CLOCKS = frozenset({"DTSTART", "RRULE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO"})
EVENT = frozenset({
    "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "TRANSP", "X-WIQ-TEAM",
})  # fmt: skip
SERIES = frozenset({"RRULE", "EXDATE"})
ALLOWED = {"VCALENDAR": HEAD, "VTIMEZONE": ZONE, "DAYLIGHT": CLOCKS, "STANDARD": CLOCKS, "VEVENT": EVENT | SERIES}
NEEDED = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VTIMEZONE": ("TZID",),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "VEVENT": ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP"),
}
TEXTS = ("SUMMARY", "LOCATION", "NAME", "X-WR-CALNAME")
CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(?:[;,]|\\(?![\\;,nN]))")
BYTES = {
    re.compile(rb"(?:\A|\n)[^\r\n]{%d}" % (LINE + 1)): "Die Zeile hat mehr als 75 Bytes.",
    re.compile(rb"(?<!\r)\n|\r(?!\n)"): "Die Zeile endet nicht mit CR und LF.",
    re.compile(rb"\n [\x80-\xbf]"): "Der Umbruch liegt mitten in einem Zeichen.",
}
UTC_STAMP = re.compile(r"\d{8}T\d{6}Z")


def lint(
    data: bytes, von: date | None = None, bis: date | None = None, *, series: bool = False, before: bytes = b""
) -> list[Flaw]:
    """Find everything wrong with a calendar; nothing outside the window, rules only where ``series`` allows them.

    ``before`` is the calendar that is public now: no meeting may look older than it does there.
    """
    flaws = list(line_flaws(data))
    if not data.endswith(b"END:VCALENDAR\r\n"):
        flaws.append(Flaw(data.count(b"\n"), "Die Datei endet nicht mit END:VCALENDAR."))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return [*flaws, Flaw(1, "Die Datei ist nicht UTF-8.")]
    parts: list[Part] = []
    flaws += components(unfold(text), parts)
    zones = {one.value("TZID") for one in parts if one.kind == "VTIMEZONE"}
    for part in parts:
        flaws += part_flaws(part, zones, von, bis, series=series)
    return sorted({*flaws, *_whole(parts), *_older(parts, before)})


# -- lines ------------------------------------------------------------------------------------------------------------
def line_flaws(data: bytes) -> Iterator[Flaw]:
    """Find lines that are too long, or end or fold wrongly."""
    for pattern, text in BYTES.items():
        yield from (Flaw(data.count(b"\n", 0, one.end() - 1) + 1, text) for one in pattern.finditer(data))


# -- components -------------------------------------------------------------------------------------------------------
def part_flaws(
    part: Part, zones: Collection[str], von: date | None = None, bis: date | None = None, *, series: bool = False
) -> Iterator[Flaw]:
    """Find everything wrong with one component by itself."""
    yield from _part(part, series=series)
    if part.kind == "VEVENT":
        yield from _event(part, zones, von, bis)


def _part(part: Part, *, series: bool) -> Iterator[Flaw]:
    allowed = ALLOWED.get(part.kind, frozenset()) - (SERIES if part.kind == "VEVENT" and not series else frozenset())
    for one in part.props:
        if one.name not in allowed:
            yield Flaw(one.line, "Diese Angabe darf hier nicht stehen.")
        if CONTROL.search(one.value):
            yield Flaw(one.line, "Hier steht ein Steuerzeichen.")
        if one.name in TEXTS and (UNESCAPED.search(one.value) or not one.value):
            yield Flaw(one.line, "Der Text ist leer oder falsch geschrieben.")
        if one.name != "EXDATE" and part.get(one.name) is not one:
            yield Flaw(one.line, "Diese Angabe steht zweimal.")
    for name in NEEDED.get(part.kind, ()):
        if name not in part.first:
            yield Flaw(part.line, f"Es fehlt {name}.")


def _whole(parts: list[Part]) -> Iterator[Flaw]:
    """Look at what concerns more than one component."""
    events = [one for one in parts if one.kind == "VEVENT"]
    zones = [one for one in parts if one.kind == "VTIMEZONE"]
    if not parts or parts[0].kind != "VCALENDAR" or parts[0].value("VERSION") != "2.0":
        yield Flaw(1, "Die Datei ist kein Kalender der Fassung 2.0.")
    if not zones and not events:
        yield Flaw(1, "Der Kalender ist ganz leer.")
    seen: set[str] = set()
    for one in events:
        uid = one.value("UID")
        if uid in seen:
            yield Flaw(one.line, "Zwei Einträge haben dieselbe UID.")
        seen.add(uid)
    if [_key(one) for one in events] != sorted(_key(one) for one in events):
        yield Flaw(events[0].line, "Die Einträge sind nicht nach Zeit geordnet.")
    for one in zones:
        if events and one.line > events[0].line:
            yield Flaw(one.line, "Die Zeitzone steht hinter dem ersten Eintrag.")
        if len([zone for zone in zones if zone.value("TZID") == one.value("TZID")]) > 1:
            yield Flaw(one.line, "Diese Zeitzone steht zweimal.")


def _older(parts: list[Part], before: bytes) -> Iterator[Flaw]:
    """Readers take no notice of a number below the one they know."""
    if not before:
        return
    known: list[Part] = []
    list(components(unfold(before.decode("utf-8", "replace")), known))
    numbers = {one.value("UID"): _number(one) for one in known if one.kind == "VEVENT"}
    for one in parts:
        if one.kind == "VEVENT" and _number(one) < numbers.get(one.value("UID"), 0):
            yield Flaw(one.line, "SEQUENCE ist kleiner als in der Fassung, die schon öffentlich ist.")


def _number(one: Part) -> int:
    text = one.value("SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST)) else 0


def _key(one: Part) -> tuple[str, str]:
    return one.value("DTSTART"), one.value("UID")


def _stamps(part: Part) -> Iterator[Flaw]:
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if (one := part.get(name)) and (not UTC_STAMP.fullmatch(one.value) or clock(one.value[:-1]) is None):
            yield Flaw(one.line, f"{name} ist keine Zeit in UTC.")
    number = part.value("SEQUENCE")
    if not number.isascii() or not number.isdigit() or int(number) > HIGHEST:
        yield Flaw(part.line, "SEQUENCE ist keine Zahl bis 2147483647.")
    if part.value("STATUS") not in ("CONFIRMED", "CANCELLED"):
        yield Flaw(part.line, "STATUS ist weder CONFIRMED noch CANCELLED.")


def _event(part: Part, zones: Collection[str], von: date | None, bis: date | None) -> Iterator[Flaw]:
    yield from _stamps(part)
    start, end = part.get("DTSTART"), part.get("DTEND")
    if start is None or end is None:
        return
    begins, ends = moment_of(start, zones), moment_of(end, zones)
    for prop, moment in ((start, begins), (end, ends)):
        if isinstance(moment, str):
            yield Flaw(prop.line, moment)
    if isinstance(begins, str) or isinstance(ends, str):
        return
    yield from _span(part, begins, ends)
    day = begins.date() if isinstance(begins, datetime) else begins
    if (von and day < von) or (bis and day > bis):
        yield Flaw(start.line, "Der Eintrag liegt außerhalb des Zeitraums.")
    if part.get("RRULE"):
        yield from _rule(part, begins, zones, bis)


def _span(part: Part, begins: date, ends: date) -> Iterator[Flaw]:
    whole_day = not isinstance(begins, datetime)
    ways = [one.parameters for name in ("DTSTART", "DTEND") if (one := part.get(name))]
    if type(begins) is not type(ends) or ways[0] != ways[-1]:
        yield Flaw(part.line, "Anfang und Ende sind verschieden geschrieben.")
    elif ends <= begins:
        yield Flaw(part.line, "Das Ende liegt nicht hinter dem Anfang.")
    elif whole_day and ends - begins != timedelta(1):
        yield Flaw(part.line, "Ein ganzer Tag dauert nicht einen Tag.")
    quiet = whole_day or part.value("STATUS") == "CANCELLED"
    if part.value("TRANSP") != ("TRANSPARENT" if quiet else "OPAQUE"):
        yield Flaw(part.line, "TRANSP passt nicht zum Eintrag.")


def _rule(part: Part, begins: date, zones: Collection[str], bis: date | None) -> Iterator[Flaw]:
    """A series begins and ends with a meeting, and leaves out only days it would have."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415  # only series need it

    prop, start = part.get("RRULE"), part.get("DTSTART")
    if prop is None or start is None or not isinstance(begins, datetime):
        yield Flaw(part.line, "Eine Serie braucht eine Uhrzeit.")
        return
    text, _, until = prop.value.partition(";UNTIL=")
    if not UTC_STAMP.fullmatch(until) or (end := clock(until[:-1])) is None:
        yield Flaw(prop.line, "Die Serie hat kein Ende in UTC.")
        return
    there = end.replace(tzinfo=UTC).astimezone(ZoneInfo(start.parameters["TZID"])).replace(tzinfo=None)
    if bis and there.date() > bis:
        yield Flaw(prop.line, "Die Serie reicht über den Zeitraum hinaus.")
        return
    try:
        found = rrulestr(text, dtstart=begins).between(begins, there, inc=True)
    except ValueError:
        yield Flaw(prop.line, "Diese Regel ist keine.")
        return
    left_out = [(one, moment_of(one, zones)) for one in part.props if one.name == "EXDATE"]
    for one, moment in left_out:
        if moment not in found:
            yield Flaw(one.line, "Ausgenommen ist ein Tag, den die Serie nicht hat.")
    gone = {moment for _, moment in left_out}
    if not found or found[0] != begins or found[-1] != there or begins in gone or there in gone:
        yield Flaw(prop.line, "Die Serie fängt nicht mit einem Treffen an oder hört nicht mit einem auf.")
