"""Reading a rhythm: ``alle 2 Wochen Dienstag 18:00 ab 01.09.2026 bis 30.06.2027 (Lindenau)``.

Read word by word. What has two meanings or none is refused with what to write instead, never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.muster import Danach, Kalenderwoche, Monatsende, Monatstag, Monatswochentag, Woechentlich
from wiq_cli.domain.rhythmus_refused import not_understood, two_readings, vague
from wiq_cli.domain.scalars import fault
from wiq_cli.domain.worte import (
    DATE_SHAPE,
    GROESSTE_ZAHL,
    JEDEN,
    LETZTER_MONATSTAG,
    ORDINALE,
    PARITAET,
    TAGE,
    UNSCHARF,
    WOCHEN,
    ZAHLEN,
    Worte,
    plain,
    without_place,
)
from wiq_cli.domain.zeitangabe import CLOCK, WOCHENTAGE, probable_clock, read_clock, read_day

if TYPE_CHECKING:
    from datetime import date, time

    from wiq_cli.domain.muster import Muster


def read_line(text: str, heute: date | None = None) -> dict[str, Any]:
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
    return parts | ({"ort": ort} if ort else {})


def _next_part(worte: Worte) -> dict[str, Any]:
    """Read the hour, or one end of the range."""
    if key := worte.take("ab", "bis"):
        word = worte.next()
        if ":" in word:
            raise fault("WIQ302", f"Hinter „{key}“ steht hier ein Tag. Uhrzeiten schreibst du so: 18:00–19:30.")
        if not word[:1].isdigit():
            raise fault("WIQ302", f"Hinter „{key}“ fehlt der Tag. Schreib zum Beispiel: {key} 01.09.2026.")
        return {key: read_day(word, worte.heute)}
    worte.take("um")
    word = worte.next()
    if not word[:1].isdigit():
        raise not_understood(word)
    if DATE_SHAPE.fullmatch(word):
        raise fault("WIQ302", "Vor dem Datum fehlt ein Wort. Schreib „ab“ oder „bis“ davor.")
    worte.take("uhr")
    return read_hours(word)


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
    if any(worte.peek().startswith(word) for word in UNSCHARF):
        raise vague(worte)
    if DATE_SHAPE.fullmatch(worte.peek()):
        raise fault("WIQ302", "Das ist ein einzelner Tag. Schreib ihn unter „termine“.")
    if worte.take("alle"):
        return _every(worte)
    worte.take("in")
    worte.take("an")
    jeden = bool(worte.take(*JEDEN))
    if worte.peek() in PARITAET:
        rest = PARITAET[worte.next()]
        if not worte.take(*WOCHEN):
            raise not_understood(worte.peek())
        return Kalenderwoche(_days(worte), rest)
    if worte.take("wöchentlich") or (jeden and worte.take("woche")):
        return Woechentlich(_days(worte))
    return _of_month(worte, jeden=jeden)


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
        return _of_month(worte, alle=number)
    if unit in WOCHEN:
        worte.next()
        return Woechentlich(_days(worte), number)
    if unit in TAGE:
        raise two_readings(worte, number, TAGE[unit])
    if unit in ("tag", "tage"):
        worte.next()
        worte.take("am", "jeweils")
        if number % 7 or worte.peek() not in TAGE:
            raise vague(worte, number)
        return Woechentlich(_days(worte), number // 7)
    raise not_understood(unit)


def _days(worte: Worte) -> tuple[int, ...]:
    """Read one or more weekdays."""
    worte.take("am", "jeweils", "immer")
    if worte.peek() not in TAGE:
        if worte.peek() and not worte.peek()[0].isdigit() and worte.peek() not in ("ab", "bis", "um"):
            raise not_understood(worte.peek())
        raise fault(
            "WIQ302",
            "In diesem Rhythmus fehlt der Wochentag. Schreib ihn dazu, zum Beispiel: jede Woche Dienstag 18:00.",
        )
    found = {TAGE[worte.next()]}
    while worte.peek() in TAGE or (worte.peek() in ("und", "&") and worte.peek(1) in TAGE):
        worte.take("und", "&")
        found.add(TAGE[worte.next()])
    return tuple(sorted(found))


def _of_month(worte: Worte, *, jeden: bool = False, alle: int = 1) -> Muster:
    """Read a day of the month, or weekdays that turn out to be weekly."""
    am = bool(worte.take("am"))
    if worte.peek() in TAGE:
        return _weekday(worte, alle, weekly=jeden or (worte.peek().endswith("s") and not am))
    if re.fullmatch(r"[0-9]{1,2}\.", worte.peek()) and worte.peek(1) not in (*TAGE, "und", "&", "tag", "werktag"):
        return _numbered_day(worte, alle, certain=am or jeden)
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
    worte.here = first
    if not weekly or alle > 1:
        name = WOCHENTAGE[weekday]
        raise fault(
            "WIQ302",
            f"Es fehlt, wie oft ihr euch trefft. Schreib zum Beispiel: jeden {name}, oder: erster {name} im Monat.",
        )
    return Woechentlich(_days(worte))


def _ordinals(worte: Worte) -> tuple[int, ...]:
    found: list[int] = []
    while worte.peek() in ORDINALE:
        found.append(ORDINALE[worte.next()])
        if worte.peek() in ("und", "&") and worte.peek(1) in ORDINALE:
            worte.next()
    if not found:
        raise not_understood(worte.peek())
    return tuple(sorted(set(found), key=lambda one: (one < 0, one)))


def _numbered_day(worte: Worte, alle: int, *, certain: bool) -> Muster:
    number = int(worte.next()[:-1])
    if not 1 <= number <= LETZTER_MONATSTAG:
        raise fault("WIQ023", "Diesen Tag gibt es in keinem Monat. Er liegt zwischen 1 und 31.")
    if not _im_monat(worte) and not certain:
        raise fault("WIQ302", "Hier fehlt „im Monat“. Schreib zum Beispiel: am 15. im Monat 18:00.")
    return Monatstag(number, alle)


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
    if worte.peek() in ("im", "des", "jeden", "eines") and worte.peek(1) in ("monat", "monats"):
        worte.here += 2
        return True
    return False
