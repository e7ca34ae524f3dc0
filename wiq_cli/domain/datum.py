"""Days as people write them: read strictly, and where refused, with the day that was probably meant.

A refusal repeats nothing but a day of the calendar: what does not look like one might be somebody's phone number.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
GERMAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
EARLIEST, LATEST = 1900, 2199
MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

CENTURY = 2000
MONTHS_A_YEAR = 12
LONG_YEAR = 4  # digits
LEAP_YEAR = 2024
LONGEST = 200  # letters; what is longer is no slip of the pen, and nobody guesses at it

MONTH_WORDS = {word: number for number, name in enumerate(MONATE, 1) for word in (name.lower(), name[:3].lower())} | {
    "jänner": 1, "jaenner": 1, "maerz": 3, "mrz": 3, "sept": 9,
}  # fmt: skip
DAY_WORDS = "|".join([f"{name.lower()}|{name[:2].lower()}" for name in WOCHENTAGE])
# Patterns that only refusals need are compiled when the first one does: start-up is part of every command.
AROUND = (
    rf"^(?:(?:bis|zum|am|ab|seit|vom|den|dem|spätestens|ca|etwa|voraussichtlich|{DAY_WORDS})[.,:]? +)+"
    r"|[ t]+(?:um )?[0-9]{1,2}(?:(?::[0-9]{2}){1,2}(?: ?uhr)?| ?uhr)$|[,;]$"
)
WORD = r"(?P<day>[0-9]{1,2}\.? *)?\b(?P<word>[a-zäöü]{3,9})\b\.?,?(?P<us> *[0-9]{1,2},)? *(?=[0-9]|$)"
PART_OF_YEAR = r"(?:q([1-4])|([1-4])\. ?quartal)[ /]*([0-9]{4})|([0-9]{4})[ /-]*q([1-4])"
WEEK = r"(?:kw ?([0-9]{1,2})|([0-9]{1,2})\. ?kw)[ /,.]*([0-9]{4})|([0-9]{4})-?w([0-9]{2})"
EDGE = r"(anfang|mitte|ende) +"
FULL = r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
SHORTENED = r"([0-9]{1,2})\.(?:([0-9]{1,2})\.)?(?: ?[-/+&] ?| bis | und )[0-9]{1,2}\."  # 13./15.09.2024
RELATIVE = {"vorgestern": -2, "gestern": -1, "heute": 0, "sofort": 0, "ab sofort": 0, "morgen": 1, "übermorgen": 2}
OPEN = (
    r"[-?~. ]*|(?:noch )?(?:offen|unklar|unbekannt)|tbd|tba|n\.? ?n\.?|null|keine?s?|später|bald|irgendwann|asap"
    r"|(?:fort)?laufend|dauerhaft|immer|jederzeit|unbefristet|langfristig|x+"
)
SEASON = r"(frühjahr|frühling|sommer|herbst|winter|[12]\. ?halbjahr) ([0-9]{4})(?:/[0-9]{2,4})?"
LAST_MONTHS = {"frühjahr": 5, "frühling": 5, "sommer": 8, "herbst": 11, "winter": 12, "1": 6, "2": 12}


@lru_cache(maxsize=4096)  # the same days stand in many files
def parse(text: str) -> date | None:
    """Read ``2024-09-15`` or ``15.09.2024``, nothing else."""
    if match := ISO_DATE.fullmatch(text):
        return _day(*map(int, match.groups()))
    if match := GERMAN_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
        return _day(year, month, day)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def why_not(text: str, heute: date | None, write: Callable[[date], str]) -> str:
    """Say in two sentences why a text is no day, and which day it may mean."""
    match = ISO_DATE.fullmatch(text) or GERMAN_DATE.fullmatch(text)
    if match:
        numbers = [int(one) for one in match.groups()]
        return _no_such_day(*(numbers if match.re is ISO_DATE else reversed(numbers)))
    plain = re.sub("[‐-―−]", "-", unicodedata.normalize("NFC", " ".join(text[:LONGEST].split())).lower())
    return (
        _in_words(plain, heute, write)
        or _several(plain, write)
        or _probable(_numbers_only(re.sub(AROUND, "", re.sub(AROUND, "", plain))), heute, write)
        or f"Das Datum kann ich nicht lesen. Schreib es so: {sample(write)}."
    )


def only_meaning(text: str, sentence: str) -> str:
    """Give the day that a refused text means, if the refusal names one and nothing else stands there: no „ca.“, no short year."""
    named = re.fullmatch(r"Dieses Datum .*\. Gemeint ist vermutlich ([0-9]{4}-[0-9]{2}-[0-9]{2})\.", sentence)
    whole = re.fullmatch(r"[0-9]{1,4}[^\w]{1,3}(?:[0-9]{1,2}[^\w]{1,3}|[^\W\d]+\.? )[0-9]{1,4}", str(text).strip())
    return named[1] if named and whole and re.search("[0-9]{4}", text) else ""


def sample(write: Callable[[date], str]) -> str:
    """Give a day in the usual form first."""
    usual, other = write(date(2026, 11, 24)), "24.11.2026"
    return f"{usual} oder {other if usual != other else '2026-11-24'}"


def _no_such_day(year: int, month: int, day: int) -> str:
    if not EARLIEST <= year <= LATEST:
        return "Das Jahr liegt zu weit weg. Schreib vier Ziffern, zum Beispiel 2026."
    if not 1 <= month <= MONTHS_A_YEAR:
        return f"Diesen Tag gibt es nicht. Ein Jahr hat {MONTHS_A_YEAR} Monate. Prüf Tag und Monat."
    if not day:
        return "Diesen Tag gibt es nicht. Ein Monat fängt mit dem 1 an."
    return f"Diesen Tag gibt es nicht. Der {MONATE[month - 1]} {year} hat {monthrange(year, month)[1]} Tage."


def _in_words(plain: str, heute: date | None, write: Callable[[date], str]) -> str:
    if plain in RELATIVE:
        known = f": {write(heute + timedelta(RELATIVE[plain]))}" if heute else f", zum Beispiel so: {sample(write)}"
        return f"Hier steht ein Wort statt eines Datums. Schreib es aus{known}."
    if re.fullmatch(OPEN, plain):
        return "Hier steht kein Datum. Lösch die Zeile, solange der Tag nicht feststeht."
    if plain.strip(".") in MONTH_WORDS:
        month = MONTH_WORDS[plain.strip(".")]
        year = (heute or date(2026, 1, 1)).year + (heute is not None and month < heute.month)
        last = date(year, month, monthrange(year, month)[1])
        return f"Hier fehlen Tag und Jahr. Schreib einen Tag, zum Beispiel {write(last)}."
    season = re.fullmatch(SEASON, plain)
    if season and (stretch := _months(int(season[2]), LAST_MONTHS[season[1].partition(".")[0]], 1)):
        return f"Hier fehlen Tag und Monat. Schreib einen Tag, zum Beispiel {write(stretch[1])}."
    return ""


def _several(plain: str, write: Callable[[date], str]) -> str:
    found = re.findall(FULL, plain)
    short = re.match(SHORTENED, plain)
    if len(found) > 1 or (found and short):
        if len(found) == 1 and short and "-" not in found[0]:
            _, month, year = found[0].split(".")
            found = [f"{short[1]}.{short[2] or month}.{year}", *found]
        days = [write(day) for one in found for day in _readings(re.split("[.-]", one), us=False)]
        choice = f": {' oder '.join(dict.fromkeys(days))}" if len(days) > 1 else ""
        return f"Hier steht mehr als ein Tag. Lass nur einen stehen{choice}."
    return ""


def _numbers_only(plain: str) -> str:
    """Write ``30.6.2027`` for ``30. juni 2027`` and ``juni 30, 2027``."""

    def month(match: re.Match[str]) -> str:
        number = MONTH_WORDS.get(match["word"])
        if number is None:
            return match[0]
        day = (match["day"] or match["us"] or "").strip(" .,")
        return f"{day}.{number}." if day else f"{number}/"

    return re.sub(WORD, month, plain).strip(" /")


def _probable(text: str, heute: date | None, write: Callable[[date], str]) -> str:
    """Name the days that a text of numbers may mean."""
    edge, rest = (match[1], text[match.end() :]) if (match := re.match(EDGE, text)) else ("", text)
    if stretch := _stretch(rest):
        return _inside(*stretch, edge, write)
    if edge:
        return ""
    if re.fullmatch(r"[0-9]{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    parts = [part for part in re.split(r"[.,/ -]+", text) if part]
    if not 2 <= len(parts) <= 3 or not all(re.fullmatch("[0-9]{1,4}", part) for part in parts):  # noqa: PLR2004  # day, month, year
        return ""
    if len(parts) == 2:  # noqa: PLR2004  # day and month
        return _without_year(int(parts[0]), int(parts[1]), heute, write)
    found = [write(one) for one in _readings(parts, us="/" in text)]
    if len(found) > 1:
        return f"Dieses Datum hat zwei Lesarten. Schreib {' oder '.join(found)}."
    return f"Dieses Datum ist anders geschrieben als üblich. Gemeint ist vermutlich {found[0]}." if found else ""


def _readings(parts: list[str], *, us: bool) -> list[date]:
    """Give the days that three numbers may mean; slashes may stand in the American order."""
    numbers = [int(part) for part in parts]
    if len(parts[0]) == LONG_YEAR:
        orders = [(numbers[0], numbers[1], numbers[2])]
    else:
        first, second, year = numbers
        year += 0 if len(parts[2]) == LONG_YEAR else CENTURY
        orders = [(year, second, first)] + ([(year, first, second)] if us else [])
    return list(dict.fromkeys(_existing(orders)))


def _existing(orders: Iterable[tuple[int, int, int]]) -> list[date]:
    return [found for order in orders if (found := _day(*order))]


def _without_year(day: int, month: int, heute: date | None, write: Callable[[date], str]) -> str:
    if not 1 <= month <= MONTHS_A_YEAR or not 1 <= day <= monthrange(LEAP_YEAR, month)[1]:
        return ""
    if heute is None:
        form = write(date(LEAP_YEAR, month, day)).replace(str(LEAP_YEAR), "JJJJ")
        return f"Hier fehlt das Jahr. Schreib {form}, mit dem Jahr in vier Ziffern."
    around = _existing((year, month, day) for year in range(heute.year - 8, heute.year + 9))  # 29 February is rare
    ahead = next(one for one in around if one >= heute)
    before = next(one for one in reversed(around) if one < heute)
    return f"Hier fehlt das Jahr. Schreib {write(ahead)} oder {write(before)}."


def _stretch(text: str) -> tuple[date, date, str] | None:
    """Give first and last day of a month, a quarter, a week or a year, and what is missing."""
    if match := re.fullmatch(PART_OF_YEAR, text):
        quarter, year = int(match[1] or match[2] or match[5]), int(match[3] or match[4])
        return _months(year, quarter * 3 - 2, 3)
    if match := re.fullmatch(WEEK, text):
        week, year = int(match[1] or match[2] or match[5]), int(match[3] or match[4])
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            return None
        return (monday, monday + timedelta(6), "der Tag")
    if match := re.fullmatch(r"([0-9]{1,2})[./ -]+([0-9]{4})|([0-9]{4})[./-]([0-9]{1,2})", text):
        return _months(int(match[2] or match[3]), int(match[1] or match[4]), 1)
    if re.fullmatch(r"[0-9]{4}", text):
        return _months(int(text), 1, MONTHS_A_YEAR)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date, str] | None:
    if not EARLIEST <= year <= LATEST or not 1 <= month <= MONTHS_A_YEAR:
        return None
    last = month + count - 1
    return (
        date(year, month, 1),
        date(year, last, monthrange(year, last)[1]),
        "der Tag" if count == 1 else "Tag und Monat",
    )


def _inside(first: date, last: date, missing: str, edge: str, write: Callable[[date], str]) -> str:
    what = f"Hier {'fehlt' if missing == 'der Tag' else 'fehlen'} {missing}."
    if edge:
        middle = first + (last - first) / 2
        return f"{what} Gemeint ist vermutlich {write({'anfang': first, 'mitte': middle, 'ende': last}[edge])}."
    return f"{what} Schreib einen Tag von {write(first)} bis {write(last)}."
