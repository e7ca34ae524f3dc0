"""What a calendar says in words. Most of its lines are days, hours and numbers that look like telephone numbers; these are
left out where they can be nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDING = ".ics"
BEGINNING = "BEGIN:VCALENDAR\r\n"
EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?\r\nEND:VEVENT\r\n", re.DOTALL)
FOLD = (" ", "\t")
ESCAPED = re.compile(r"\\([\\;,])")
ZONE = re.compile(r"^X-WR-TIMEZONE:([A-Za-z_+-]+(?:/[A-Za-z_+-]+)*)\r$", re.MULTILINE)
NAMES = re.compile(
    r"^X-(?:WR-CALNAME|WIQ-TEAM):", re.MULTILINE
)  # of what is read by people; ours, and no words of anybody
DAY = r"(?:19|20|21)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
HOUR = r"T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
DIGEST = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
"""By which programs know an entry again, in a calendar or a feed: of what it is about, and no number of anybody."""
NO_WORDS = rf"""
    (?:BEGIN|END):(?:VCALENDAR|VTIMEZONE|DAYLIGHT|STANDARD|VEVENT)
  | VERSION:2\.0 | CALSCALE:GREGORIAN | (?:REFRESH-INTERVAL;VALUE=DURATION|X-PUBLISHED-TTL):PT\d\dH
  | UID:{DIGEST}
  | (?:DTSTAMP|LAST-MODIFIED):{DAY}{HOUR}Z | SEQUENCE:\d{{1,8}}
  | DTSTART:{DAY}{HOUR} | (?:DTSTART|DTEND);VALUE=DATE:{DAY} | (?:DTSTART|DTEND|EXDATE);TZID=@ZONE@:{DAY}{HOUR}
  | RRULE:FREQ=[A-Z]{{5,7}}(?:;[A-Z]{{4,10}}=[A-Z\d,-]{{1,20}})*(?:;UNTIL={DAY}{HOUR}Z)?
  | X-WR-TIMEZONE:@ZONE@ | TZNAME:[A-Z+\d-]{{1,5}} | TZOFFSET(?:FROM|TO):[+-]\d{{4}}
  | STATUS:(?:CONFIRMED|CANCELLED) | TRANSP:(?:OPAQUE|TRANSPARENT)
"""


def in_words(text: str) -> str:
    """Give what a calendar shows to people, every word in its line. Any other text stays as it is."""
    if not text.startswith(BEGINNING):
        return text
    zone = ZONE.search(text)
    here = zone[1] if zone else "UTC"
    words = "\n".join([line if _has_words(line, here) else "" for line in _unfolded(text.split("\r\n"))])
    return ESCAPED.sub(r"\1", NAMES.sub("", words))


def _unfolded(lines: list[str]) -> list[str]:
    """Put together what was folded; an empty line stays for each fold, so that every other is where it was."""
    for number in reversed([number for number, line in enumerate(lines) if number and line.startswith(FOLD)]):
        lines[number - 1] += lines[number][1:]
        lines[number] = ""
    return lines


@lru_cache(maxsize=1 << 14)
def _has_words(line: str, zone: str) -> bool:
    return not _no_words(zone).fullmatch(line)


@lru_cache
def _no_words(zone: str) -> re.Pattern[str]:
    return re.compile(NO_WORDS.replace("@ZONE@", re.escape(zone)), re.VERBOSE)


def each_once(files: Iterable[tuple[str, bytes, str | None]]) -> Iterator[tuple[str, bytes, str | None]]:
    """Leave out of the calendars of many teams what stands, byte for byte, in the calendar of one that came before: there
    it is looked at, and by the rules of the team it is about.
    """
    seen: set[int] = set()
    for name, data, team in files:
        if not name.endswith(ENDING):
            yield name, data, team
        elif team is not None:
            seen.update(map(hash, EVENT.findall(data)))
            yield name, data, team
        else:
            yield name, EVENT.sub(lambda match: b"" if hash(match[0]) in seen else match[0], data), team
