"""Days and hours as people write them: read strictly, and where refused, with the form that was probably meant.

These readers serve the block ``treffen`` alone, whose dates and hours are public; that is why they may repeat them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from wiq_cli.domain.scalars import EARLIEST, GERMAN_DATE, ISO_DATE, LATEST, fault

WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?: Uhr)?")
LOOSE_CLOCK = re.compile(r"([0-9]{1,2})(?:[.,:h]?([0-9]{2}))?h?(?: uhr)?", re.IGNORECASE)
SAMPLE = "Schreib es so: 24.11.2026 oder 2026-11-24."
MINUTES_A_DAY = 1440
MONTHS_A_YEAR = 12
LONG_YEAR = 4  # digits


# -- writing ----------------------------------------------------------------------------------------------------------
def german(tag: date) -> str:
    """Write ``24.11.2026``."""
    return f"{tag.day:02}.{tag.month:02}.{tag.year:04}"


def short_day(tag: date) -> str:
    """Write ``Di 24.11.2026``."""
    return f"{WOCHENTAGE[tag.weekday()][:2]} {german(tag)}"


def clock(zeit: time) -> str:
    """Write ``18:00``."""
    return f"{zeit.hour:02}:{zeit.minute:02}"


def listed(words: list[str], last: str = "und") -> str:
    """Write ``a, b und c``."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


# -- reading ----------------------------------------------------------------------------------------------------------
def read_day(text: str, heute: date | None = None) -> date:
    """Read ``24.11.2026`` or ``2026-11-24``; ``heute`` helps to guess the year in the sentence of a refusal."""
    if match := ISO_DATE.fullmatch(text):
        return _day(*map(int, match.groups()))
    if match := GERMAN_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
        return _day(year, month, day)
    readings = _probable_days(text, heute)
    if len(readings) > 1:
        raise fault("WIQ023", f"Dieses Datum hat zwei Lesarten. Schreib {listed(readings, 'oder')}.")
    if readings:
        raise fault(
            "WIQ023", f"Dieses Datum ist nicht vollständig oder anders geschrieben. Schreib es so: {readings[0]}."
        )
    raise fault("WIQ023", f"Das Datum kann ich nicht lesen. {SAMPLE}")


def _day(year: int, month: int, day: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise fault("WIQ023", "Das Jahr liegt zu weit weg. Schreib vier Ziffern, zum Beispiel 2026.")
    try:
        return date(year, month, day)
    except ValueError:
        if 1 <= month <= MONTHS_A_YEAR:
            size = f"Der {MONATE[month - 1]} {year} hat {monthrange(year, month)[1]} Tage."
            raise fault("WIQ023", f"Diesen Tag gibt es nicht. {size}") from None
        raise fault("WIQ023", "Diesen Tag gibt es nicht. Prüf Tag und Monat.") from None


def _probable_days(text: str, heute: date | None) -> list[str]:
    """Give the full dates that a refused text may mean."""
    parts = [part for part in re.split(r"[./-]", text) if part]
    if not all(part.isascii() and part.isdigit() for part in parts) or not 2 <= len(parts) <= 3:  # noqa: PLR2004  # day, month, year
        return []
    numbers = [int(part) for part in parts]
    if len(parts) == 2:  # noqa: PLR2004  # day and month
        return _without_year(numbers[0], numbers[1], heute)
    if len(parts[0]) == LONG_YEAR:
        return _existing((numbers[0], numbers[1], numbers[2]))
    first, second, year = numbers
    if len(parts[2]) != LONG_YEAR:
        year += 2000
    german_order, us_order = (year, second, first), (year, first, second)
    return _existing(german_order, us_order) if "/" in text else _existing(german_order)


def _without_year(day: int, month: int, heute: date | None) -> list[str]:
    if not 1 <= month <= MONTHS_A_YEAR or not 1 <= day <= monthrange(2024, month)[1]:
        return []
    if heute is None:
        return [f"{day:02}.{month:02}.JJJJ, mit dem Jahr in vier Ziffern"]
    years = range(heute.year, heute.year + 9)  # 29 February comes at least every eight years
    return next(found for year in years if (found := _existing((year, month, day))) and date(year, month, day) >= heute)


def _existing(*candidates: tuple[int, int, int]) -> list[str]:
    found: list[str] = []
    for year, month, day in candidates:
        try:
            found.append(german(_day(year, month, day)))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def read_clock(text: str) -> time:
    """Read ``18:30``."""
    if match := CLOCK.fullmatch(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60:  # noqa: PLR2004  # the clock's own limits
            return time(hour, minute)
        if (hour, minute) == (24, 0):
            raise fault("WIQ030", "Diese Uhrzeit gibt es nicht. Mitternacht ist 00:00 am nächsten Tag.")
        raise fault("WIQ030", "Diese Uhrzeit gibt es nicht. Ein Tag geht von 00:00 bis 23:59.")
    if probable := _probable_clock(text):
        raise fault("WIQ030", f"Die Uhrzeit ist anders geschrieben als üblich. Schreib sie so: {probable}.")
    raise fault("WIQ030", "Die Uhrzeit kann ich nicht lesen. Schreib sie so: 18:30.")


def _probable_clock(text: str) -> str:
    match = LOOSE_CLOCK.fullmatch(text)
    if not match:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if minute > 59 and text.isdigit() and int(text) < MINUTES_A_DAY:  # noqa: PLR2004  # YAML 1.1 reads 18:00 as 1080
        hour, minute = divmod(int(text), 60)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004  # the clock's own limits


def today_of(info: ValidationInfo) -> date | None:
    """Give the day that counts as today, where whoever reads the file has said so."""
    return info.context.get("heute") if isinstance(info.context, dict) else None


def read_tag(value: Any, info: ValidationInfo) -> Any:
    return read_day(value.strip(), today_of(info)) if isinstance(value, str) else _typed(value, date)


def read_zeit(value: Any) -> Any:
    return read_clock(value.strip()) if isinstance(value, str) else _typed(value, time)


def _typed(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise fault("WIQ022", "Hier gehört ein einzelner Wert hin.")
    return value


Tag = Annotated[date, BeforeValidator(read_tag, json_schema_input_type=str)]
Zeit = Annotated[time, BeforeValidator(read_zeit, json_schema_input_type=str)]
