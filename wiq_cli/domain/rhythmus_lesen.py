"""Reading a rhythm: ``alle 2 Wochen Dienstag 18:00 ab 01.09.2026 bis 30.06.2027 (Lindenau)``.

Read word by word. What has two meanings or none is refused with what to write instead, never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.datum import MONTH_WORDS, RELATIVE
from wiq_cli.domain.muster import Danach, Kalenderwoche, Monatsende, Monatstag, Monatswochentag, Woechentlich
from wiq_cli.domain.rhythmus_refused import (
    behind,
    how_often,
    no_weekday,
    not_understood,
    several_readings,
    two_readings,
    vague,
    which_day_of_month,
)
from wiq_cli.domain.scalars import fault
from wiq_cli.domain.worte import (
    DATE_SHAPE,
    DAY_RANGE,
    GROESSTE_ZAHL,
    JEDEN,
    LETZTER_MONATSTAG,
    MONATLICH,
    ORDINALE,
    PARITAET,
    TAGE,
    WOCHEN,
    ZAHLEN,
    ZWEIMAL_MONATLICH,
    Worte,
    plain,
    without_place,
)
from wiq_cli.domain.zeitangabe import CLOCK, check_weekday, probable_clock, read_clock, read_day

BEFORE_DAYS = ("am", "jeweils", "immer")
NUMBERED = re.compile(r"[0-9]{1,2}\.")

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from wiq_cli.domain.muster import Muster


@lru_cache(maxsize=1024)  # the same few lines stand in the files of many teams
def read_line(text: str, heute: date | None = None) -> Mapping[str, Any]:
    """Read a whole line into the keys of ``Rhythmus``."""
    head, ort = without_place(plain(text))
    worte = Worte(head.lower(), heute)
    parts: dict[str, Any] = {"am": read_muster(worte)}
    while worte.peek():
        for key, value in _next_part(worte).items():
            if key in parts:
                raise fault(
                    "WIQ302",
                    "In diesem Rhythmus steht eine Angabe zweimal. Schreib für jeden Rhythmus eine eigene Zeile.",
                )
            parts[key] = value
    return MappingProxyType(parts | ({"ort": ort} if ort else {}))


def _next_part(worte: Worte) -> dict[str, Any]:
    """Read the hour, or one end of the range."""
    if key := worte.take("ab", "bis"):
        return {key: _end_of_range(worte, key)}
    worte.take("um")
    word = worte.next()
    if worte.peek() in ("pm", "p.m.", "a.m."):
        word += f" {worte.next()}"
    if not word[:1].isdigit():
        raise behind(word, worte)
    if DATE_SHAPE.fullmatch(word):
        raise fault("WIQ302", "Vor dem Datum fehlt ein Wort. Schreib „ab“ oder „bis“ davor.")
    worte.take("uhr")
    return read_hours(word)


def _end_of_range(worte: Worte, key: str) -> date:
    """Read ``01.09.2026`` or ``Di 01.09.2026``; of other words, what they probably mean."""
    weekday = TAGE[worte.next()] if worte.peek() in TAGE and worte.peek(1)[:1].isdigit() else None
    word = worte.next()
    if ":" in word:
        raise fault("WIQ302", f"Hinter „{key}“ steht hier ein Tag. Uhrzeiten schreibst du so: 18:00–19:30.")
    if not DATE_SHAPE.fullmatch(word):  # „1. September 2026“, „Ende Juni 2027“
        while worte.peek() and worte.peek() not in ("ab", "bis", "um") and ":" not in worte.peek():
            word += f" {worte.next()}"
        if not any(part.strip(".").isdigit() or part in (*MONTH_WORDS, *RELATIVE) for part in word.split()):
            raise fault("WIQ302", f"Hinter „{key}“ fehlt der Tag. Schreib zum Beispiel: {key} 01.09.2026.")
    return check_weekday(read_day(word, worte.heute), weekday)


def read_hours(word: str) -> dict[str, time]:
    """Read ``18:00`` or ``18:00-19:30``."""
    start, dash, end = word.partition("-")
    if dash and not (CLOCK.fullmatch(start) and CLOCK.fullmatch(end)):
        hours = [probable_clock(start), probable_clock(end)]
        if all(hours):
            raise fault(
                "WIQ030", f"Die Uhrzeiten sind anders geschrieben als üblich. Schreib sie so: {'–'.join(hours)}."
            )
    return {"zeit": read_clock(start)} | ({"ende": read_clock(end)} if dash else {})


# -- the pattern ------------------------------------------------------------------------------------------------------
def read_muster(worte: Worte) -> Muster:
    """Read the pattern at the start of a line."""
    if refusal := several_readings(worte):
        raise refusal
    if DATE_SHAPE.fullmatch(worte.peek(worte.peek() in (*TAGE, *BEFORE_DAYS))):
        raise fault("WIQ302", "Das ist ein einzelner Tag. Schreib ihn unter „termine“.")
    if worte.take("alle"):
        return _every(worte)
    worte.take("in")
    worte.take("an")
    if often := worte.take(MONATLICH, ZWEIMAL_MONATLICH):
        return _monthly(worte, twice=often == ZWEIMAL_MONATLICH)
    jeden = bool(worte.take(*JEDEN))
    if worte.peek() in PARITAET:
        rest = PARITAET[worte.next()]
        if not worte.take(*WOCHEN):
            raise not_understood(worte.peek())
        return Kalenderwoche(_days(worte, f"{'ungerade' if rest else 'gerade'} KW"), rest)
    if worte.take("wöchentlich") or (jeden and worte.take("woche")):
        return Woechentlich(_days(worte, "jede Woche"))
    return _of_month(worte, jeden=jeden)


def _monthly(worte: Worte, *, twice: bool) -> Muster:
    """Read what follows ``monatlich``: it has to say which day."""
    nth = worte.peek(int(worte.peek() == "am"))
    if nth not in ORDINALE and not NUMBERED.fullmatch(nth):
        raise which_day_of_month(worte, twice=twice)
    if worte.peek() != "am":
        worte.words.insert(worte.here, "am")  # „monatlich 15.“ says the same
    return _of_month(worte)


def _every(worte: Worte) -> Muster:
    """Read what follows ``alle``: weeks or months."""
    word = worte.next()
    number = ZAHLEN.get(word) or (int(word) if word.isascii() and word.isdigit() else 0)
    if not 1 <= number <= GROESSTE_ZAHL:
        if word in ORDINALE and worte.peek() in TAGE:
            raise two_readings(worte, ORDINALE[word], TAGE[worte.peek()])
        raise fault(
            "WIQ302",
            f"Hinter „alle“ fehlt eine Zahl bis {GROESSTE_ZAHL}. Schreib zum Beispiel: alle 2 Wochen Dienstag 18:00 ab 01.09.2026.",
        )
    unit = worte.peek()
    if unit in ("monate", "monat"):
        worte.next()
        if not worte.peek() or worte.peek() in ("ab", "bis", "um") or CLOCK.fullmatch(worte.peek()):
            raise which_day_of_month(worte, alle=number)
        return _of_month(worte, alle=number)
    if unit in WOCHEN:
        worte.next()
        if worte.peek() not in (*TAGE, *BEFORE_DAYS) and not DAY_RANGE.fullmatch(worte.peek()):
            raise vague(worte, number * 7)
        return Woechentlich(_days(worte), number)
    if unit.removesuffix("e") in TAGE:
        raise two_readings(worte, number, TAGE[unit.removesuffix("e")])
    if unit in ("tag", "tage"):
        worte.next()
        worte.take("am", "jeweils")
        if number % 7 or worte.peek() not in TAGE:
            raise vague(worte, number)
        return Woechentlich(_days(worte), number // 7)
    raise not_understood(unit)


def _days(worte: Worte, before: str = "jede Woche") -> tuple[int, ...]:
    """Read one or more weekdays."""
    while worte.take(*BEFORE_DAYS):
        pass
    if not _is_day(worte.peek()):
        if worte.peek() and not worte.peek()[0].isdigit() and worte.peek() not in ("ab", "bis", "um"):
            raise not_understood(worte.peek())
        raise no_weekday(worte, before)
    found = set(_day_or_range(worte))
    while _is_day(worte.peek()) or (worte.peek() in ("und", "&") and _is_day(worte.peek(1))):
        worte.take("und", "&")
        found.update(_day_or_range(worte))
    return tuple(sorted(found))


def _is_day(word: str) -> bool:
    return word in TAGE or bool(DAY_RANGE.fullmatch(word))


def _day_or_range(worte: Worte) -> list[int]:
    """Read ``Dienstag``, ``Mo-Fr`` or ``Montag bis Freitag``."""
    first, _, last = worte.next().partition("-")
    if not last and worte.peek() == "bis" and worte.peek(1) in TAGE:
        worte.next()
        last = worte.next()
    start = TAGE[first]
    return [(start + step) % 7 for step in range((TAGE[last] - start) % 7 + 1)] if last else [start]


def _of_month(worte: Worte, *, jeden: bool = False, alle: int = 1) -> Muster:
    """Read a day of the month, or weekdays that turn out to be weekly."""
    if DAY_RANGE.fullmatch(worte.peek()):
        return Woechentlich(_days(worte))
    am = bool(worte.take("am"))
    if worte.peek() in TAGE:
        return _weekday(worte, alle, weekly=jeden or (worte.peek().endswith("s") and not am))
    if numbers := _days_of_month(worte):
        return _numbered_days(worte, numbers, alle, certain=am or jeden)
    ordinals = _ordinals(worte)
    if worte.peek() in ("tag", "werktag"):
        return _end_of_month(worte, ordinals, alle)
    if worte.peek() not in TAGE:
        raise not_understood(worte.peek())
    weekday = TAGE[worte.next()]
    if not _im_monat(worte) and jeden and len(ordinals) == 1 and ordinals[0] > 1:
        raise two_readings(worte, ordinals[0], weekday)
    return Monatswochentag(ordinals, weekday, alle)


def _weekday(worte: Worte, alle: int, *, weekly: bool) -> Muster:
    """Read ``Mittwoch nach dem 2. Dienstag im Monat``, or plain weekdays."""
    first = worte.here
    weekday = TAGE[worte.next()]
    if worte.take("nach"):
        worte.take("dem")
        ordinals = _ordinals(worte)
        if len(ordinals) != 1 or worte.peek() not in TAGE:
            raise not_understood(worte.peek())
        reference = TAGE[worte.next()]
        _im_monat(worte)
        return Danach(weekday, ordinals[0], reference, alle)
    if worte.peek() == "vor":
        raise not_understood("vor")
    worte.here = first
    days = _days(worte)
    if not (weekly or len(days) > 1) or alle > 1:  # „Di und Do“ can only mean every week
        raise how_often(worte)
    return Woechentlich(days)


def _ordinals(worte: Worte) -> tuple[int, ...]:
    found: list[int] = []
    while worte.peek() in ORDINALE:
        found.append(ORDINALE[worte.next()])
        if worte.peek() in ("und", "&") and worte.peek(1) in ORDINALE:
            worte.next()
    if not found:
        raise not_understood(worte.peek())
    return tuple(sorted(set(found), key=lambda one: (one < 0, one)))


def _days_of_month(worte: Worte) -> list[int]:
    """Take ``1. und 15.``, unless a weekday follows: then they count weekdays."""
    found, ahead = [], 0
    while NUMBERED.fullmatch(worte.peek(ahead)):
        found.append(int(worte.peek(ahead)[:-1]))
        ahead += 1
        if worte.peek(ahead) in ("und", "&") and NUMBERED.fullmatch(worte.peek(ahead + 1)):
            ahead += 1
    if worte.peek(ahead) in (*TAGE, *ORDINALE, "und", "&", "tag", "werktag"):
        return []
    worte.here += ahead
    return found


def _numbered_days(worte: Worte, numbers: list[int], alle: int, *, certain: bool) -> Muster:
    if not all(1 <= number <= LETZTER_MONATSTAG for number in numbers):
        raise fault("WIQ023", "Diesen Tag gibt es in keinem Monat. Er liegt zwischen 1 und 31.")
    if not _im_monat(worte) and not certain:
        raise fault("WIQ302", "Hier fehlt „im Monat“. Schreib zum Beispiel: am 15. im Monat 18:00.")
    return Monatstag(tuple(sorted(set(numbers))), alle)


def _end_of_month(worte: Worte, ordinals: tuple[int, ...], alle: int) -> Muster:
    if ordinals != (-1,):
        raise fault(
            "WIQ302",
            "Vor „Tag“ und „Werktag“ kann nur „letzter“ stehen. Schreib sonst den Wochentag oder die Zahl: am 1. im Monat.",
        )
    werktag = worte.next() == "werktag"
    _im_monat(worte)
    return Monatsende(werktag, alle)


def _im_monat(worte: Worte) -> bool:
    """Take ``im Monat``, ``des Monats``, ``jeden Monats``."""
    if worte.peek() in ("im", "des", "jeden", "jedes", "eines") and worte.peek(1) in ("monat", "monats"):
        worte.here += 2
        return True
    return False
