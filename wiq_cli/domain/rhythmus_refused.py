"""Rhythms that are refused, each with what to write instead."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.muster import Monatswochentag, Woechentlich
from wiq_cli.domain.naehe import SURE, nearest
from wiq_cli.domain.scalars import fault
from wiq_cli.domain.worte import JEDEN, PARITAET, STAEMME, TAGE, WOCHEN
from wiq_cli.domain.zeitangabe import WOCHENTAGE, german, listed, probable_clock, read_day

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

    from wiq_cli.domain.muster import Muster
    from wiq_cli.domain.worte import Worte

EXAMPLES = "Schreib zum Beispiel: jeden Dienstag 18:00, oder: erster Montag im Monat 19:00."


KNOWN = (
    *(name.lower() for name in WOCHENTAGE),
    *STAEMME,
    *JEDEN,
    *WOCHEN,
    *PARITAET,
    "alle",
    "monat",
    "monate",
    "werktag",
)
NOUNS = (*(name.lower() for name in WOCHENTAGE), *WOCHEN, "monat", "monate", "werktag")
ABOUT = ("ca.", "ca", "circa", "gegen", "etwa", "ungefähr")
HOURS = re.compile(r"[0-9]{1,2}:[0-9]{2}(?:-[0-9]{1,2}:[0-9]{2})?")


def not_understood(word: str) -> PydanticCustomError:
    close = nearest(word, KNOWN, at_least=SURE)
    if close and close != word:
        shown = close.capitalize() if close in NOUNS else close
        return fault("WIQ302", f"Ein Wort dieses Rhythmus verstehe ich nicht. Meintest du „{shown}“?")
    if word in ("vor", "und", "&"):
        return _more_than_one(word)
    return fault("WIQ302", f"Diesen Rhythmus verstehe ich nicht. {EXAMPLES}")


def two_readings(worte: Worte, number: int, weekday: int) -> PydanticCustomError:
    """Refuse ``jeden 2. Dienstag`` with both readings and what dates each would give."""
    name, start = WOCHENTAGE[weekday], _start(worte)
    stems = {value: stem for stem, value in reversed(STAEMME.items())}
    hours = "".join(f" {word}" for word in worte.words if HOURS.fullmatch(word))
    weeks = f"„alle {number} Wochen {name}{hours} ab …“"
    nth = f"„{stems.get(number, f'{number}.')}{'r' if number in stems else ''} {name} im Monat{hours}“"
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
    return _day_behind("ab", worte) or worte.heute


def _day_behind(word: str, worte: Worte) -> date | None:
    if word not in worte.words[:-1]:
        return None
    try:
        behind_it = worte.words[worte.words.index(word) + 1 :]
        return read_day(behind_it[1] if behind_it[0] in TAGE else behind_it[0])
    except (ValueError, IndexError):
        return None


def _days_named(worte: Worte) -> list[int]:
    """Give the weekdays of a line; without any that of its first day, for examples Tuesday."""
    named = sorted({TAGE[word] for word in worte.words if word in TAGE})
    first = _day_behind("ab", worte)
    return named or [first.weekday() if first else 1]


def _rest(worte: Worte, *, counted: bool = False) -> str:
    """Give what a line says beside its days, so that an offered line can be taken over as it stands."""
    hours = next((word for word in worte.words if HOURS.fullmatch(word)), "18:00")
    first = _day_behind("ab", worte)
    if first is None and counted:
        start = worte.heute or date(2026, 9, 1)
        first = start + timedelta((_days_named(worte)[0] - start.weekday()) % 7)
    last = _day_behind("bis", worte)
    return f" {hours}" + (f" ab {german(first)}" if first else "") + (f" bis {german(last)}" if last else "")


def _names(worte: Worte) -> str:
    return listed([WOCHENTAGE[day] for day in _days_named(worte)])


def vague(worte: Worte, days: int = 14) -> PydanticCustomError:
    """Refuse ``alle 14 Tage``: which weekday, from when?"""
    if days % 7:
        return fault(
            "WIQ302",
            "Alle paar Tage ergibt keinen festen Wochentag. "
            f"Schreib zum Beispiel: alle 2 Wochen {_names(worte)}{_rest(worte, counted=True)}.",
        )
    weeks = f"alle {days // 7} Wochen {_names(worte)}{_rest(worte, counted=True)}"
    return fault(
        "WIQ304",
        f"Welcher Wochentag ist es{'' if 'ab' in worte.words else ', und ab wann'}? Schreib zum Beispiel: {weeks}.",
    )


def no_weekday(worte: Worte, before: str) -> PydanticCustomError:
    """Refuse ``jede Woche 18:00``; ``before`` are the words that a weekday belongs behind."""
    return fault(
        "WIQ302",
        f"In diesem Rhythmus fehlt der Wochentag. Schreib ihn dazu, zum Beispiel: {before} {_names(worte)}{_rest(worte)}.",
    )


def how_often(worte: Worte) -> PydanticCustomError:
    """Refuse a weekday alone."""
    if sum(bool(HOURS.fullmatch(word)) for word in worte.words) > 1:
        return _more_than_one("und")
    first = WOCHENTAGE[_days_named(worte)[0]]
    weekly = f"jeden {_names(worte)}{_rest(worte)}"
    return fault(
        "WIQ302",
        f"Es fehlt, wie oft ihr euch trefft. Schreib zum Beispiel: {weekly}, oder: erster {first} im Monat{_rest(worte)}.",
    )


def which_day_of_month(worte: Worte, *, twice: bool = False, alle: int = 1) -> PydanticCustomError:
    """Refuse ``monatlich``, ``zweimal im Monat`` and ``alle 3 Monate`` with lines for the readings."""
    name, rest, first = WOCHENTAGE[_days_named(worte)[0]], _rest(worte), _day_behind("ab", worte)
    if twice:
        lines = f"erster und dritter {name} im Monat{rest}, oder: alle 2 Wochen {name}{_rest(worte, counted=True)}"
        return fault("WIQ303", f"Zweimal im Monat hat zwei Lesarten. Schreib zum Beispiel: {lines}.")
    months, rest = (f"alle {alle} Monate ", _rest(worte, counted=True)) if alle > 1 else ("", rest)
    nth = min((first.day - 1) // 7 + 1, 4) if first else 1
    word = next(stem for stem, number in STAEMME.items() if number == nth)
    named = any(day in TAGE for day in worte.words)
    other = f"letzter {name}" if named else f"am {first.day if first else 15}."
    lines = f"{months}{word}r {name} im Monat{rest}, oder: {months}{other} im Monat{rest}"
    return fault("WIQ302", f"Es fehlt, welcher Tag im Monat es ist. Schreib zum Beispiel: {lines}.")


def several_readings(worte: Worte) -> PydanticCustomError | None:
    """Refuse words for a group of days that not everybody means alike."""
    line, rest = " ".join(worte.words), _rest(worte)
    if re.search(
        r"\b(?:werk|wochen|arbeits)tag(?:s|lich|en)\b|\b(?:jeden|jedem|alle) (?:werk|wochen|arbeits)tage?\b", line
    ):
        lines = f"jede Woche Montag bis Freitag{rest}, oder: jede Woche Montag bis Samstag{rest}"
        return fault("WIQ303", f"Mit oder ohne Samstag, das sagt das Wort nicht. Schreib: {lines}.")
    if re.search(r"\bwochenende[ns]?\b|\bwochenends\b", line):
        lines = f"jeden Samstag{rest}, oder: jeden Sonntag{rest}, oder: jede Woche Samstag und Sonntag{rest}"
        return fault("WIQ303", f"Ein Wochenende hat zwei Tage. Schreib: {lines}.")
    if match := re.search(r"\bmonats(anfang|beginn|mitte|ende)\b", line):
        ends = {
            "ende": "letzter Tag im Monat|letzter Werktag im Monat",
            "mitte": "am 15. im Monat|dritter Mittwoch im Monat",
        }
        lines = ends.get(match[1], "am 1. im Monat|erster Montag im Monat").replace("|", f"{rest}, oder: ")
        return fault("WIQ302", f"Es fehlt, welcher Tag im Monat es ist. Schreib zum Beispiel: {lines}{rest}.")
    if re.search(r"\bjährlich|\bjedes jahr\b", line):
        return fault("WIQ302", "Einmal im Jahr ist kein Rhythmus. Schreib den Tag unter „termine“.")
    if re.search(
        r"\b(?:bedarf|absprache|vereinbarung|unregelmäßig|flexibel|spontan|tbd)\b|\bnoch (?:offen|unklar)\b", line
    ):
        return fault(
            "WIQ302", "Das ist kein fester Rhythmus. Schreib einzelne Tage unter „termine“, oder lösch die Zeile."
        )
    return None


def _more_than_one(word: str) -> PydanticCustomError:
    """Refuse ``Dienstag 18:00 und Donnerstag 19:00``, and days that are counted backwards."""
    if word == "vor":
        return fault("WIQ302", "Rückwärts zählt wiq nicht. Schreib „nach dem“, oder die Tage einzeln unter „termine“.")
    return fault(
        "WIQ302", "Das sind zwei Rhythmen. Schreib für jeden eine eigene Zeile, mit seinem Tag und seiner Uhrzeit."
    )


def behind(word: str, worte: Worte) -> PydanticCustomError:
    """Refuse what stands behind the days of a line and is neither hour nor range."""
    said = " ".join(worte.words[worte.here - (word == worte.words[worte.here - 1]) :])
    if hour := probable_clock(
        said.partition(" ab ")[0].partition(" bis ")[0].removeprefix(word if word in ABOUT else "").strip()
    ):
        return fault("WIQ030", f"Die Uhrzeit ist anders geschrieben als üblich. Schreib sie so: {hour}.")
    if word in ("und", "&", "vor", *TAGE):
        return _more_than_one(word)
    if word.startswith(("auß", "auss", "nicht", "ohne")):
        return fault("WIQ302", "Ausnahmen gehören nicht in den Rhythmus. Schreib sie unter „pause“ oder „ausfall“.")
    if nearest(word, KNOWN, at_least=SURE):
        return not_understood(word)
    return fault(
        "WIQ302", "Hinter dem Rhythmus steht etwas, das ich nicht verstehe. Setz einen Ort in Klammern: (Lindenau)."
    )
