"""What libical reads in a calendar. It has no program of its own, so its library is called."""

from __future__ import annotations

import ctypes
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tests.support.tools import missing

if TYPE_CHECKING:
    from pathlib import Path

BERLIN = ZoneInfo("Europe/Berlin")


class Time(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", ctypes.c_void_p),
    ]  # fmt: skip


class Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_int64), ("end", ctypes.c_int64), ("is_busy", ctypes.c_int)]


SEEN = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)


def library() -> ctypes.CDLL:
    """Load libical."""
    try:
        lib = ctypes.CDLL("libical.so.3")
    except OSError:
        missing("libical fehlt hier. So kommt es her: apt-get install libical3")
    for function, answer, words in (
        ("icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
        ("icalcomponent_string_to_kind", ctypes.c_int, [ctypes.c_char_p]),
        ("icalcomponent_get_first_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_get_next_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_count_errors", ctypes.c_int, [ctypes.c_void_p]),
        ("icalcomponent_get_dtstart", Time, [ctypes.c_void_p]),
        ("icalcomponent_get_summary", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icalcomponent_get_location", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icaltime_from_string", Time, [ctypes.c_char_p]),
        ("icalcomponent_foreach_recurrence", None, [ctypes.c_void_p, Time, Time, SEEN, ctypes.c_void_p]),
        ("icalcomponent_free", None, [ctypes.c_void_p]),
    ):
        found: Any = getattr(lib, function)
        found.restype, found.argtypes = answer, words
    return lib


def libical(file: Path, von: date, bis: date) -> list[tuple[str, str, str, str]]:
    """Give what libical shows in a range."""
    lib = library()
    root = lib.icalparser_parse_string(file.read_bytes())
    assert root
    assert lib.icalcomponent_count_errors(root) == 0
    kind = lib.icalcomponent_string_to_kind(b"VEVENT")
    ends = [
        lib.icaltime_from_string(f"{day:%Y%m%d}T000000Z".encode()) for day in (von - timedelta(2), bis + timedelta(2))
    ]
    rows: list[tuple[str, str, str, str]] = []
    event = lib.icalcomponent_get_first_component(root, kind)
    while event:
        whole = bool(lib.icalcomponent_get_dtstart(event).is_date)
        title = (lib.icalcomponent_get_summary(event) or b"").decode()
        place = (lib.icalcomponent_get_location(event) or b"").decode()

        def seen(_component: int, span: Any, _data: int, about: tuple[bool, str, str] = (whole, title, place)) -> None:
            start, end = (_text(moment, whole=about[0]) for moment in (span[0].start, span[0].end))
            rows.append((start, end, *about[1:]))

        lib.icalcomponent_foreach_recurrence(event, *ends, SEEN(seen), None)
        event = lib.icalcomponent_get_next_component(root, kind)
    lib.icalcomponent_free(root)
    return sorted(row for row in rows if von.isoformat() <= row[0][:10] <= bis.isoformat())


def _text(seconds: int, *, whole: bool) -> str:
    moment = datetime.fromtimestamp(seconds, ZoneInfo("UTC") if whole else BERLIN)
    return moment.strftime("%Y-%m-%d" if whole else "%Y-%m-%dT%H:%M")
