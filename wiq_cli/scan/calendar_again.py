"""Many calendars hold the same entries: whatever is sound in one of them is looked at once. What ``lint`` says is said here too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan.calendar_lint import line_flaws, lint, part_flaws
from wiq_cli.scan.calendar_parts import FOLDS, Part, components, unfold

if TYPE_CHECKING:
    from datetime import date

    from wiq_cli.scan.calendar_parts import Flaw

END = "END:VCALENDAR\r\n"
EVENT = re.compile(r"(?<=\n)BEGIN:VEVENT\r\n(?:.*?\r\n)??END:VEVENT\r\n(?![ \t])", re.DOTALL)
ZONE = re.compile(r"\nTZID:([^\r]*)\r")
START = re.compile(r"\nDTSTART[^:\r]*:([^\r]*)\r")
UID = re.compile(r"\nUID[^:\r]*:([^\r]*)\r")
NUMBER = re.compile(r"\nSEQUENCE[^:\r]*:([^\r]*)\r")


class Linting:
    """Reads calendars one after the other, and remembers by their hash the entries that are sound."""

    def __init__(self) -> None:
        self._sound: set[int] = set()
        self._zones: frozenset[str] = frozenset()  # in which they are

    def lint(self, data: bytes, von: date, bis: date, before: bytes = b"") -> list[Flaw]:
        """Give what ``calendar_lint.lint`` gives; that is asked where anything is out of the ordinary."""
        return [] if self._is_sound(data, von, bis, before) else lint(data, von, bis, before=before)

    def _is_sound(self, data: bytes, von: date, bis: date, before: bytes) -> bool:
        taken = _apart(data)
        if taken is None or lint(taken[0].encode()):
            return False
        frame, events = taken
        zones = frozenset(ZONE.findall(frame))
        if zones != self._zones:
            self._sound.clear()
            self._zones = zones
        if not all(map(self._is_known, events)):
            return False
        plain = FOLDS.sub("", "".join(events))
        starts, uids = START.findall(plain), UID.findall(plain)
        placed = list(zip(starts, uids, strict=True))
        first, last = f"{von:%Y%m%d}", f"{bis:%Y%m%d}"
        if (
            len(set(uids)) < len(uids)
            or placed != sorted(placed)
            or not all(first <= one[:8] <= last for one in starts)
        ):
            return False
        return not before or self._is_later(dict(zip(uids, NUMBER.findall(plain), strict=True)), before)

    def _is_later(self, numbers: dict[str, str], before: bytes) -> bool:
        """Whether no entry looks older than in the calendar that is public now, as far as that is an ordinary one."""
        taken = _apart(before)
        if taken is None or not all(map(self._is_known, taken[1])):
            return False
        plain = FOLDS.sub("", "".join(taken[1]))
        public = zip(UID.findall(plain), NUMBER.findall(plain), strict=True)
        return all(int(numbers.get(uid, number)) >= int(number) for uid, number in public)

    def _is_known(self, event: str) -> bool:
        key = hash(event)
        if key not in self._sound:
            parts: list[Part] = []
            flaws = [*line_flaws(event.encode()), *components(unfold(event), parts, inside="VCALENDAR")]
            if flaws or len(parts) != 1 or any(True for _ in part_flaws(parts[0], self._zones)):
                return False
            self._sound.add(key)
        return True


def _apart(data: bytes) -> tuple[str, list[str]] | None:
    """Take the entries out of a calendar in which nothing stands between or behind them; None for any other."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    events = EVENT.findall(text)
    head, _, rest = text.partition(events[0]) if events else (text, "", "")
    return (head + END, events) if events and f"{events[0]}{rest}" == "".join(events) + END else None
