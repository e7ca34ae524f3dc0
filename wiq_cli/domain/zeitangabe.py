"""Days and hours as people write them: read strictly, and where refused, with the form that was probably meant.

These readers serve the block ``treffen`` alone, whose dates and hours are public; that is why they may repeat them.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from wiq_cli.domain import datum
from wiq_cli.domain.late import late
from wiq_cli.domain.scalars import ONE_VALUE, GanzeZahl, fault, read_date, today_of

WOCHENTAGE = datum.WOCHENTAGE  # whoever writes days looks here
CLOCK = late(r"([0-9]{1,2}):([0-9]{2})(?: Uhr)?")
LOOSE_CLOCK = late(
    r"(?:um |ab |ca\. ?|gegen )?([0-9]{1,2})(?: ?[.,:;h]? ?([0-9]{2})| uhr ([0-9]{2}))? ?(?:h|uhr|([ap])\.?m\.?)?",
    re.IGNORECASE,
)
ONE_CLOCK = late(r"[0-9]{1,2}(?: ?[.,h] ?[0-9]{2}(?: ?Uhr)?| ?(?:Uhr|h)(?: [0-9]{2})?)", re.IGNORECASE)
SPOKEN = late(r"(?:um )?(halb|viertel (?:nach|vor)|(?:drei)?viertel|punkt|kurz (?:nach|vor)) (\w+)", re.IGNORECASE)
MINUTES_SPOKEN = {"halb": -30, "viertel nach": 15, "viertel vor": -15, "dreiviertel": -15, "viertel": -45}
HOUR_WORDS = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
NUMBERED_HOURS = tuple(str(number) for number in range(1, 13))
UNTIL = late(r"(.{0,30}[0-9].{0,30}?)(?: ?[-–—] ?| bis )(.{0,30}[0-9].{0,30})")
MINUTES_A_DAY = 1440
HALF_A_DAY = 12  # hours


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
    """Read ``24.11.2026`` or ``2026-11-24``; a refusal offers the day in the form that is usual under ``treffen``."""
    return read_date(text, heute, german)


def read_clock(text: str) -> time:
    """Read ``18:30``."""
    if match := CLOCK.fullmatch(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60:  # noqa: PLR2004  # the clock's own limits
            return time(hour, minute)
        if (hour, minute) == (24, 0):
            raise fault("WIQ030", "Diese Uhrzeit gibt es nicht. Mitternacht ist 00:00 am nächsten Tag.")
        raise fault("WIQ030", "Diese Uhrzeit gibt es nicht. Ein Tag geht von 00:00 bis 23:59.")
    start, end = ("", "") if not (match := UNTIL.fullmatch(text)) else map(probable_clock, match.groups())
    if start and end:
        raise fault(
            "WIQ030", f"Hier stehen Beginn und Ende. Schreib „zeit: {start}“ und in die nächste Zeile „ende: {end}“."
        )
    if probable := probable_clock(text):
        raise fault("WIQ030", f"Die Uhrzeit ist anders geschrieben als üblich. Schreib sie so: {probable}.")
    raise fault("WIQ030", "Die Uhrzeit kann ich nicht lesen. Schreib sie so: 18:30.")


def probable_clock(text: str) -> str:
    """Give the hour that a refused text may mean; empty where none comes to mind."""
    match = LOOSE_CLOCK.fullmatch(text)
    if not match:
        return _spoken(text)
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if match[4] and 1 <= hour <= HALF_A_DAY:  # 6pm
        hour = hour % HALF_A_DAY + (HALF_A_DAY if match[4].lower() == "p" else 0)
    if minute > 59 and text.isdigit() and int(text) < MINUTES_A_DAY:  # noqa: PLR2004  # YAML 1.1 reads 18:00 as 1080
        hour, minute = divmod(int(text), 60)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004  # the clock's own limits


def _spoken(text: str) -> str:
    """Give both hours of ``halb sieben``: morning and evening sound alike."""
    match = SPOKEN.fullmatch(text)
    hour = match[2].lower() if match else ""
    if match is None or not (hour in HOUR_WORDS or hour in NUMBERED_HOURS):
        return ""
    number = NUMBERED_HOURS.index(hour) if hour in NUMBERED_HOURS else HOUR_WORDS.index(hour)
    minutes = (number + 1) % HALF_A_DAY * 60 + MINUTES_SPOKEN.get(match[1].lower(), 0)
    return " oder ".join(f"{one // 60:02}:{one % 60:02}" for one in ((minutes + 720) % MINUTES_A_DAY, minutes % 720))


def check_weekday(tag: date, weekday: int | None) -> date:
    """Refuse a day that is not the weekday written before it."""
    if weekday is not None and tag.weekday() != weekday:
        raise fault("WIQ307", f"Der Wochentag passt nicht zum Datum. Dieser Tag ist ein {WOCHENTAGE[tag.weekday()]}.")
    return tag


def read_tag(value: Any, info: ValidationInfo) -> Any:
    return read_day(value.strip(), today_of(info)) if isinstance(value, str) else _typed(value, date)


def read_zeit(value: Any) -> Any:
    """Read the value of a field; ``10.30`` can only be 10:30."""
    if not isinstance(value, str):
        return _typed(value, time)
    text = value.strip()
    try:
        return read_clock(text)
    except PydanticCustomError as error:
        only = probable_clock(text) if ONE_CLOCK.fullmatch(text) else ""
        raise fault(error.type, (error.context or {})["satz"], only) from None


def _typed(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise fault("WIQ022", ONE_VALUE)
    return value


def read_minutes(value: int) -> int:
    """Accept a length between a minute and a day."""
    if not 1 <= value <= MINUTES_A_DAY:
        raise fault("WIQ025", f"Die Dauer steht in Minuten, von 1 bis {MINUTES_A_DAY}. Zum Beispiel: 90.")
    return value


Minuten = Annotated[GanzeZahl, AfterValidator(read_minutes)]
Tag = Annotated[date, BeforeValidator(read_tag, json_schema_input_type=str)]
Zeit = Annotated[time, BeforeValidator(read_zeit, json_schema_input_type=str)]
