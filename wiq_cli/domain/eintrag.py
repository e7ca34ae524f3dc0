"""Single entries under ``treffen``, written as one line: a date, a cancellation, a move, a pause."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pydantic import BeforeValidator, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from wiq_cli.domain.datum import MONATE
from wiq_cli.domain.late import late
from wiq_cli.domain.rhythmus_lesen import read_hours
from wiq_cli.domain.scalars import as_list, fault, today_of
from wiq_cli.domain.worte import TAGE, hours_said, plain, without_place
from wiq_cli.domain.zeitangabe import check_weekday, probable_clock, read_day

Reader = Callable[[str, date | None], dict[str, Any]]

BETWEEN_ENTRIES, BETWEEN_PAUSES = late(r"[;\n]"), late(r"[;,\n]")  # outside of brackets
MOST = 2000  # entries of one text, as of one list
BRACKET = late(r"[()]")
HOUR_SHAPE = late(r"[0-9]{1,2}[:.][0-9]{2}(?:-[0-9:.]+)?")
FULL_HOUR = late(r"([0-9]{1,2}) ?uhr(?: ?([0-5][0-9])(?![0-9.:]))?(?=[\s,]|$)", re.IGNORECASE)
DATE_SHAPE = late(r"[0-9]{1,4}[./-][0-9]{1,2}(?:[./-][0-9]{0,4})?")
BETWEEN_DAYS = late(r" bis (?:zum )?| ?- (?=[0-9])|(?<=\.[0-9]{4}) ?-(?=[0-9]{1,2}\.)")
RHYTHM = late(
    r"jede[nmrs]?$|alle$|erste|zweite|dritte|vierte|fünfte|letzte|vorletzte|(?:un)?gerade|.*(?:lich|ig)$|\w+tags$|immer$"
)
OFF = late(r"(?:ent)?fällt|entfallen|abgesagt|ausgefallen", re.IGNORECASE)
PAUSES = {"feiertage": "feiertage", "gesetzliche feiertage": "feiertage", "alle feiertage": "feiertage",
          "ferien": "ferien", "schulferien": "ferien"}  # fmt: skip
HOW_TERMIN = "Schreib ihn so: 24.11.2026 18:00 (Ort)."
HOW_VERLEGT = "Schreib so: 24.11.2026 -> 25.11.2026 19:00 (Ort)."


def read_moment(words: list[str], heute: date | None) -> dict[str, Any]:
    """Take a day, with its weekday before it and its hours behind it if they are there, off the front of ``words``."""
    if words and words[0].lower() in ("am", "den"):
        words.pop(0)
    weekday = _take_weekday(words)
    if weekday is None and words and RHYTHM.match(words[0].lower()):
        raise fault("WIQ301", "Das liest sich wie ein Rhythmus. Schreib ihn unter „rhythmus“.")
    if not words or not words[0][:1].isdigit():
        raise fault("WIQ301", "Hier fehlt der Tag. Schreib ihn so: 24.11.2026.")
    _refuse_written_month(words)
    day = check_weekday(read_day(words.pop(0), heute), weekday)
    if words and words[0] == "-" and not DATE_SHAPE.match(" ".join(words[1:2])):
        words.pop(0)
    return {"am": day} | _take_hours(words)


def _take_weekday(words: list[str]) -> int | None:
    weekday = TAGE.get(words[0].lower()) if words else None
    if weekday is not None:
        words.pop(0)
        if words and words[0].lower() in ("den", "der", "dem"):
            words.pop(0)
    return weekday


def _refuse_written_month(words: list[str]) -> None:
    """Offer ``24.11.2026`` for ``24. November 2026``."""
    if len(words) < 2 or not words[1][:3].isalpha():  # noqa: PLR2004  # day and month
        return
    month = words[1][:3].lower()
    number = next((number for number, name in enumerate(MONATE, 1) if name.lower().startswith(month)), 0)
    if number and words[0].rstrip(".").isdigit():
        year = words[2] if len(words) > 2 and re.fullmatch(r"[0-9]{4}", words[2]) else "JJJJ"  # noqa: PLR2004  # day, month, year
        raise fault(
            "WIQ023",
            f"Der Monat steht hier als Wort. Schreib ihn als Zahl: {int(words[0].rstrip('.')):02}.{number:02}.{year}.",
        )


def _take_hours(words: list[str]) -> dict[str, Any]:
    before = len(words)
    if words and words[0].lower() == "um":
        words.pop(0)
    if words and (match := FULL_HOUR.match(" ".join(words))):
        rest = " ".join(words)[match.end() :]
        words[:] = [f"{match[1]}:{match[2] or '00'}", *rest.split()]
    if not words or not HOUR_SHAPE.fullmatch(words[0]):
        if len(words) < before or (len(words) > 1 and words[1].lower() == "uhr"):
            return read_hours(words[0] if words and words[0][:1].isdigit() else " ".join(words))
        return {}
    hours = read_hours(words.pop(0))
    if words and words[0].lower() == "uhr":
        words.pop(0)
    return dict(hours)


def with_end(entry: dict[str, Any], start: str) -> dict[str, Any]:
    """Take ``zeit: 18:00–19:30`` of an entry apart. ``start``: the key of the beginning."""
    hours = entry.get(start)
    if not isinstance(hours, str) or "ende" in entry:
        return entry
    match hours_said(plain(hours)).split():
        case [word] | [word, "Uhr" | "uhr"] if "-" in word and HOUR_SHAPE.fullmatch(word):
            begin, _, end = word.partition("-")
            return {**entry, start: begin, "ende": end}
    return entry


def read_termin(text: str, heute: date | None = None) -> dict[str, Any]:
    """Read ``05.12.2026 10:00 (Lindenau)``."""
    head, ort = without_place(plain(text))
    words = hours_said(head.replace(",", " ")).split()
    parts = read_moment(words, heute)
    if any(DATE_SHAPE.fullmatch(word) for word in words):
        raise fault(
            "WIQ301", "Hier stehen zwei Tage in einem Eintrag. Trenn Termine mit einem Semikolon oder durch Zeilen."
        )
    if words:
        if OFF.match(words[0]):
            raise fault(
                "WIQ301", "Der Termin ist abgesagt. Lass hier den Tag stehen, und schreib ihn auch unter „ausfall“."
            )
        if HOUR_SHAPE.fullmatch(words[0]) and "zeit" in parts:
            raise fault("WIQ301", "Hier stehen zwei Uhrzeiten. Schreib für jede einen eigenen Termin.")
        if words[0][:1].isdigit():
            read_hours(words[0])
        if hour := probable_clock(" ".join(words)):
            raise fault("WIQ030", f"Die Uhrzeit ist anders geschrieben als üblich. Schreib sie so: {hour}.")
        raise fault("WIQ301", f"Hinter dem Tag steht etwas, das ich nicht verstehe. {HOW_TERMIN}")
    return parts | ({"ort": ort} if ort else {})


def read_ausfall(text: str, heute: date | None = None) -> dict[str, Any]:
    """Read ``10.11.2026 krank``."""
    if "->" in (text := plain(text)):
        raise fault("WIQ301", "Das liest sich wie eine Verlegung. Schreib sie unter „verlegt“.")
    words = text.split()
    words[:2] = [word.rstrip(",:") for word in words[:2]]
    parts = read_moment(words, heute)
    if words and (words[0] in ("bis", "-", "und", "&") or DATE_SHAPE.fullmatch(words[0])):
        raise fault(
            "WIQ301", "Hier steht mehr als ein Tag. Schreib jeden in eine eigene Zeile, einen Zeitraum unter „pause“."
        )
    parts.pop("ende", None)
    reason = " ".join(words).strip(" ,:;-")
    return parts | ({"grund": reason} if reason else {})


def read_verlegung(text: str, heute: date | None = None) -> dict[str, Any]:
    """Read ``24.11.2026 -> 25.11.2026 19:00 (Nachbarschaftsgarten)``; without a new day it stays that day."""
    head, ort = without_place(plain(text))
    old, arrow, new = hours_said(head.replace(",", " ")).partition("->")
    if not arrow:
        raise fault("WIQ301", f"Diese Verlegung hat keinen Pfeil. {HOW_VERLEGT}")
    words = old.split()
    parts = read_moment(words, heute)
    parts.pop("ende", None)
    target = new.split()
    if target and not HOUR_SHAPE.fullmatch(target[0]) and target[0].lower() != "um":
        moment = read_moment(target, heute)
    else:
        moment = {"am": parts["am"]} | _take_hours(target)
    if words or target or not (new.strip() or ort):
        raise fault("WIQ301", f"Diese Verlegung kann ich nicht lesen. {HOW_VERLEGT}")
    names = {"am": "auf", "zeit": "neue_zeit", "ende": "ende"}
    return parts | {names[key]: value for key, value in moment.items()} | ({"ort": ort} if ort else {})


def read_pause(text: str, heute: date | None = None) -> dict[str, Any]:
    """Read ``feiertage``, ``ferien``, ``24.12.2026`` or ``21.12.2026 bis 03.01.2027``."""
    text = plain(text)
    if was := PAUSES.get(text.lower()):
        return {"was": was}
    ends = [end.split() for end in BETWEEN_DAYS.split(text.removeprefix("vom ").removeprefix("von "))]
    weekdays = [_take_weekday(end) for end in ends]
    if len(ends) > 2 or not all(len(end) == 1 and DATE_SHAPE.fullmatch(end[0]) for end in ends):  # noqa: PLR2004  # from and to
        raise fault(
            "WIQ306", "Diese Pause kann ich nicht lesen. Schreib feiertage, ferien oder 21.12.2026 bis 03.01.2027."
        )
    days = [check_weekday(read_day(end[0], heute), weekday) for end, weekday in zip(ends, weekdays, strict=True)]
    return {"von": days[0], "bis": days[-1]}


# -- several entries in one text --------------------------------------------------------------------------------------
def split_entries(read: Reader, word: str, model: type, pattern: re.Pattern[str] = BETWEEN_ENTRIES) -> Any:
    """Build the reader of a list that may stand in the file as one text: ``26.03.2024; 26.04.2024 (Lindenau)``."""

    def split(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, list) and not any(isinstance(one, str) and pattern.search(one.strip()) for one in value):
            return value
        texts = as_list(value)
        if not isinstance(texts, list):
            return value
        entries = [
            (() if value is not texts else (number,), *part)
            for number, one in enumerate(texts)
            if isinstance(one, str)
            for part in parts_of(one, pattern)
        ]
        if len(entries) > MOST:
            raise fault("WIQ013", f"Hier stehen {len(entries)} Tage. Mehr als {MOST} sind zu viele. Lösch die alten.")
        found, refused = [], []
        for n, (loc, start, text) in enumerate(entries, 1):
            try:
                found.append(read(text, today_of(info)))
            except PydanticCustomError as error:
                which = f"{word} {n} von {len(entries)}: " if len(entries) > 1 else ""
                satz = f"{which}{(error.context or {})['satz']}"
                context = {"satz": satz, "stelle": (start, len(text))}
                refused.append(
                    InitErrorDetails(type=PydanticCustomError(error.type, "{satz}", context), loc=loc, input=None)
                )
        if refused:  # all of them at once, each with its place in the text
            raise ValidationError.from_exception_data(word, refused)
        return found + [one for one in texts if not isinstance(one, str)]

    return BeforeValidator(split, json_schema_input_type=str | list[model])  # type: ignore[valid-type]  # the schema is made at run time


def parts_of(text: str, pattern: re.Pattern[str] = BETWEEN_ENTRIES) -> Iterator[tuple[int, str]]:
    """Give the entries of a text, each with where it starts."""
    here = 0
    for end, after in [*_ends(text, pattern), (len(text), len(text))]:
        part = text[here:end]
        if part.strip():
            yield here + len(part) - len(part.lstrip()), part.strip()
        here = after


def _ends(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Give the signs between entries; what has a closing bracket next stands in brackets."""
    brackets = [match.start() for match in BRACKET.finditer(text)]
    for match in pattern.finditer(text):
        number = bisect(brackets, match.start())
        if number == len(brackets) or text[brackets[number]] == "(":
            yield match.span()
