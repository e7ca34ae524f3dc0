"""A calendar file taken to pieces, strictly: lines, properties, components, days and hours."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

CONTENT = re.compile(r"([A-Z0-9-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", re.DOTALL)
FOLDS = re.compile(r"\r\n[ \t]")
CLOCK = re.compile(r"[0-9]{8}T[0-9]{6}")
YEARS = ("1900", "9000")
INSIDE = {
    "VCALENDAR": "",
    "VTIMEZONE": "VCALENDAR",
    "DAYLIGHT": "VTIMEZONE",
    "STANDARD": "VTIMEZONE",
    "VEVENT": "VCALENDAR",
}


class Flaw(NamedTuple):
    """What is wrong, and in which line of the file."""

    line: int
    text: str


class Prop(NamedTuple):
    """One property, unfolded."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str


class Part(NamedTuple):
    """One component with its properties, and the first of each name."""

    line: int
    kind: str
    props: list[Prop]
    first: dict[str, Prop]

    def get(self, name: str) -> Prop | None:
        return self.first.get(name)

    def value(self, name: str) -> str:
        found = self.first.get(name)
        return found.value if found else ""

    def add(self, one: Prop) -> None:
        self.props.append(one)
        self.first.setdefault(one.name, one)


def unfold(text: str) -> Iterator[Prop]:
    """Give the properties; one without a name is a line that is none."""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\r\n"), 1):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] = (lines[-1][0], lines[-1][1] + line[1:])
        else:
            lines.append((number, line))
    if lines and not lines[-1][1]:
        lines.pop()
    for number, line in lines:
        match = CONTENT.fullmatch(line)
        if match is None:
            yield Prop(number, "", {}, line)
            continue
        parameters = dict(one.split("=", 1) for one in match[2].split(";") if one) if match[2] else {}
        yield Prop(number, match[1], parameters, match[3])


def components(props: Iterable[Prop], parts: list[Part], *, inside: str = "") -> Iterator[Flaw]:
    """Sort the properties into components; ``parts`` gets them in order. ``inside``: what the first of them stands in."""
    open_parts: list[Part] = []
    for one in props:
        if one.name == "BEGIN":
            around = open_parts[-1].kind if open_parts else inside
            if INSIDE.get(one.value) != around:
                yield Flaw(one.line, "Dieser Teil gehört nicht hierher.")
            part = Part(one.line, one.value, [], {})
            open_parts.append(part)
            parts.append(part)
        elif one.name == "END":
            if not open_parts or open_parts.pop().kind != one.value:
                yield Flaw(one.line, "Hier endet ein Teil, der nicht offen ist.")
        elif not open_parts or not one.name:
            yield Flaw(one.line, "Diese Zeile ist keine Angabe.")
        else:
            open_parts[-1].add(one)
    yield from (Flaw(one.line, "Dieser Teil hat kein Ende.") for one in open_parts)


# -- days and hours ---------------------------------------------------------------------------------------------------
def moment_of(one: Prop, zones: Collection[str]) -> date | str:
    """Give a day or an hour on the wall clock, or what is wrong with it."""
    if one.parameters == {"VALUE": "DATE"}:
        day = clock(one.value + "T000000")
        return day.date() if day else "Diesen Tag gibt es nicht."
    zone, moment = one.parameters.get("TZID", ""), clock(one.value)
    if set(one.parameters) != {"TZID"} or zone not in zones:
        return "Die Zeit hat keine Zeitzone, die in der Datei beschrieben ist."
    if moment is None:
        return "Diese Zeit gibt es nicht."
    try:
        there = moment.replace(tzinfo=ZoneInfo(zone))
        as_shown = there.astimezone(UTC).astimezone(there.tzinfo).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "Diese Zeitzone gibt es nicht."
    if as_shown != moment:
        return "Diese Stunde fällt bei der Zeitumstellung weg."
    return moment


@lru_cache(maxsize=10_000)  # a network meets at few hours
def clock(text: str) -> datetime | None:
    """Give a time in the one form that is used here; None for what no clock shows."""
    if not CLOCK.fullmatch(text) or not YEARS[0] < text[:4] < YEARS[1]:
        return None
    try:
        return datetime(int(text[:4]), *(int(text[at : at + 2]) for at in (4, 6, 9, 11, 13)))  # type: ignore[arg-type]  # noqa: DTZ001  # six numbers; the zone stands beside them
    except ValueError:
        return None
