"""Rhythms that are refused, each with what to write instead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.muster import Monatswochentag, Woechentlich
from wiq_cli.domain.naehe import SURE, nearest
from wiq_cli.domain.scalars import fault
from wiq_cli.domain.worte import JEDEN, PARITAET, STAEMME, TAGE, WOCHEN
from wiq_cli.domain.zeitangabe import WOCHENTAGE, german, listed, read_day

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

    from wiq_cli.domain.muster import Muster
    from wiq_cli.domain.worte import Worte

EXAMPLES = "Schreib zum Beispiel: jeden Dienstag 18:00, oder: erster Montag im Monat 19:00."


def not_understood(word: str) -> PydanticCustomError:
    known = [name.lower() for name in WOCHENTAGE] + [
        *STAEMME,
        *JEDEN,
        *WOCHEN,
        *PARITAET,
        "alle",
        "monat",
        "monate",
        "werktag",
    ]
    close = nearest(word, known, at_least=SURE)
    if close and close != word:
        return fault("WIQ302", f"Ein Wort dieses Rhythmus verstehe ich nicht. Meintest du „{close}“?")
    return fault("WIQ302", f"Diesen Rhythmus verstehe ich nicht. {EXAMPLES}")


def two_readings(worte: Worte, number: int, weekday: int) -> PydanticCustomError:
    """Refuse ``jeden 2. Dienstag`` with both readings and what dates each would give."""
    name, start = WOCHENTAGE[weekday], _start(worte)
    stems = {value: stem for stem, value in reversed(STAEMME.items())}
    weeks = f"„alle {number} Wochen {name} ab …“"
    nth = f"„{stems.get(number, f'{number}.')}{'r' if number in stems else ''} {name} im Monat“"
    if start:
        first = start + timedelta((weekday - start.weekday()) % 7)
        weeks = weeks.replace("…", german(first)) + _sample(Woechentlich((weekday,), number), first)
        nth += _sample(Monatswochentag((number,), weekday), first)
    return fault("WIQ303", f"Dieser Rhythmus hat zwei Lesarten. Schreib {weeks} oder {nth}.")


def _sample(muster: Muster, ab: date) -> str:
    """Give the next two days of a pattern in brackets."""
    days = (ab + timedelta(number) for number in range(0, 400, 7))
    return f" ({listed([german(day) for day in days if muster.trifft(day, ab)][:2])})"


def _start(worte: Worte) -> date | None:
    """Give the day behind ``ab``, or today, for examples in a refusal."""
    rest = worte.words[worte.here :]
    if "ab" in rest[:-1]:
        try:
            return read_day(rest[rest.index("ab") + 1])
        except ValueError:
            return worte.heute
    return worte.heute


def vague(worte: Worte, days: int = 14) -> PydanticCustomError:
    """Refuse ``alle 14 Tage``: which weekday, from when?"""
    if days % 7:
        return fault(
            "WIQ302",
            "Alle paar Tage ergibt keinen festen Wochentag. Schreib zum Beispiel: alle 2 Wochen Dienstag 18:00 ab 01.09.2026.",
        )
    named = next((TAGE[word] for word in worte.words if word in TAGE), 1)
    start = _start(worte) or date(2026, 9, 1)
    first = start + timedelta((named - start.weekday()) % 7)
    weeks = f"alle {days // 7} Wochen {WOCHENTAGE[named]} 18:00 ab {german(first)}"
    return fault("WIQ304", f"Welcher Wochentag ist es, und ab wann? Schreib zum Beispiel: {weeks}.")
