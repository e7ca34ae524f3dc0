"""Reading the CSV of a poll for dates (nuudel, Framadate, or what a spreadsheet made of it): counts, never a voter.

The first line holds days, the second hours, every other one a name and votes. The name is never looked at, and no
sentence repeats what stands in the file: it might be a name.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain import datum
from wiq_cli.domain.errors import NothingToDo, WrongCall
from wiq_cli.domain.zeitangabe import clock, german, probable_clock, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Antwort = Literal["ja", "vorbehalt", "nein", "offen"]
Rows = list[list[str]]

WORDS: dict[str, Antwort] = {
    "ja": "ja", "yes": "ja", "oui": "ja", "ok": "ja", "✓": "ja", "✔": "ja",
    "unter vorbehalt": "vorbehalt", "vorbehalt": "vorbehalt", "wenn notwendig": "vorbehalt", "wenn nötig": "vorbehalt",
    "falls nötig": "vorbehalt", "wenn es sein muss": "vorbehalt", "zur not": "vorbehalt", "notfalls": "vorbehalt",
    "vielleicht": "vorbehalt", "(ja)": "vorbehalt", "ifneedbe": "vorbehalt", "if need be": "vorbehalt",
    "under reserve": "vorbehalt", "maybe": "vorbehalt", "si nécessaire": "vorbehalt",
    "nein": "nein", "no": "nein", "non": "nein", "✗": "nein", "✘": "nein",
    "": "offen", "unkown": "offen", "unknown": "offen", "unbekannt": "offen", "?": "offen", "-": "offen",
}  # fmt: skip
ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
DELIMITERS = (",", ";", "\t")
ABOVE = 5  # lines with a title, at most, before the days come
WEEKDAY = re.compile(rf"^(?:{datum.DAY_WORDS})\b[.,]?(?: den)? +", re.IGNORECASE)
LONG_DATE = re.compile(r"([0-9]{1,2})\.? +([a-zäöü]+)\.? +([0-9]{4})", re.IGNORECASE)
DAY_AND_REST = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?:[ T,]+(?:um )?(.*))?")
WITHOUT_YEAR = re.compile(r"[0-9]{1,2}\. ?(?:[0-9]{1,2}\.?|[a-zäöü]{3,9})", re.IGNORECASE)
BETWEEN_HOURS = re.compile(r" *(?:[-–—]| bis ) *")
WHAT = "Nimm den CSV-Export einer Umfrage nach Terminen."


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """One date of a poll with its votes."""

    am: date
    zeit: time | None = None
    ende: time | None = None
    zeit_unlesbar: bool = False
    ja: int = 0
    vorbehalt: int = 0

    def rank(self) -> tuple[int, int]:
        """Most yes first, then most „unter Vorbehalt“: what nuudel calls the best choice."""
        return self.ja, self.vorbehalt

    def words(self) -> str:
        """Write ``Sa 05.12.2026 18:00–20:00``."""
        return short_day(self.am) + self._hours()

    def line(self) -> str:
        """Write it as it may stand in the file."""
        return german(self.am) + self._hours()

    def votes(self) -> str:
        """Write ``4 ja, 1 unter Vorbehalt``."""
        return f"{self.ja} ja" + (f", {self.vorbehalt} unter Vorbehalt" if self.vorbehalt else "")

    def _hours(self) -> str:
        return (f" {clock(self.zeit)}" if self.zeit else "") + (f"–{clock(self.ende)}" if self.ende else "")


@dataclass(frozen=True, slots=True)
class Umfrage:
    """What a poll says, without those who said it: its dates, the best first."""

    vorschlaege: tuple[Vorschlag, ...]
    antworten: int
    vorbei: int  # so many dates lie behind us

    @property
    def best(self) -> list[Vorschlag]:
        """The dates that nothing beats."""
        return [one for one in self.vorschlaege if one.rank() == self.vorschlaege[0].rank()]


def read_poll(data: bytes, heute: date) -> Umfrage:
    """Read the whole file. Raises ``WrongCall`` where it is no poll, ``NothingToDo`` where it decides nothing."""
    rows = _rows(_text(data))
    head = _head(rows)
    has_hours = len(rows) > head + 1 and _are_hours(rows[head + 1])
    columns = _columns(rows[head], rows[head + 1] if has_hours else [])
    if not columns:
        raise WrongCall(f"Zu den Tagen in dieser Datei gehört keine Spalte. {WHAT}")
    votes, people = _count(rows[head + 1 + has_hours :], list(columns))
    if not people:
        raise NothingToDo("In dieser Umfrage hat noch niemand geantwortet.")
    found = [_with(one, votes[number]) for number, one in columns.items()]
    ahead = sorted(
        (one for one in found if one.am >= heute), key=lambda one: (*(-each for each in one.rank()), one.line())
    )
    if not ahead:
        raise NothingToDo("Alle Tage dieser Umfrage sind vorbei.")
    if not any(ahead[0].rank()):
        raise NothingToDo("Zu keinem dieser Tage hat jemand ja gesagt.")
    return Umfrage(tuple(ahead), people, len(found) - len(ahead))


def picked(poll: Umfrage, am: date, zeit: time | None) -> Vorschlag:
    """Give the date that somebody named. Raises ``WrongCall`` where it is none or not clear."""
    day = [one for one in poll.vorschlaege if one.am == am and (zeit is None or one.zeit in (zeit, None))]
    exact = [one for one in day if one.zeit == zeit] or day
    if len(exact) > 1:
        hours = " oder ".join(clock(one.zeit) for one in exact if one.zeit)
        raise WrongCall(f"--pick: Am {german(am)} gibt es mehrere Uhrzeiten: {hours}. Schreib eine hinter den Tag.")
    if not exact:
        raise WrongCall("--pick: Diesen Termin gibt es in der Umfrage nicht, oder er ist vorbei.")
    (one,) = exact
    return one if one.zeit or zeit is None else Vorschlag(am, zeit, ja=one.ja, vorbehalt=one.vorbehalt)


# -- the file ---------------------------------------------------------------------------------------------------------
def _text(data: bytes) -> str:
    encoding = next((name for mark, name in ENCODINGS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what spreadsheets write on Windows


def _rows(text: str) -> Rows:
    """Part the text into cells, by the sign that makes most days appear."""
    tries = [rows for sign in DELIMITERS if (rows := _parted(text, sign)) is not None]
    if not tries:
        raise WrongCall(f"Diese Datei kann ich nicht lesen. {WHAT}")
    return max(tries, key=lambda rows: max((_days(row) for row in rows[:ABOVE]), default=0))


def _parted(text: str, sign: str) -> Rows | None:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        return None
    return [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _days(row: Sequence[str]) -> int:
    return sum(_day(cell) is not None for cell in row)


def _head(rows: Rows) -> int:
    """Give the line of the days."""
    counts = [_days(row) for row in rows[:ABOVE]]
    if any(counts):
        return counts.index(max(counts))
    if any(WITHOUT_YEAR.fullmatch(WEEKDAY.sub("", cell)) for row in rows[:ABOVE] for cell in row):
        raise WrongCall("Den Tagen in dieser Datei fehlt das Jahr. Schreib sie so: 05.12.2026.")
    raise WrongCall(f"In dieser Datei finde ich keine Tage. {WHAT}")


def _are_hours(row: Sequence[str]) -> bool:
    """Whether a line holds hours and not yet votes."""
    if any(cell and _answer(cell) for cell in row[1:]):
        return False
    return not row[0] or any(_hours(cell)[0] for cell in row[1:])


def _columns(days: Sequence[str], hours: Sequence[str]) -> dict[int, Vorschlag]:
    """Give what each column stands for. A day may stand once over several hours, as in merged cells."""
    found: dict[int, Vorschlag] = {}
    here: tuple[date, str] | None = None
    for number in range(max(len(days), len(hours))):
        cell = days[number] if number < len(days) else ""
        hour = hours[number] if number < len(hours) else ""
        if cell:
            here = _day(cell)
        if here and (cell or hour):
            zeit, ende = _hours(hour or here[1])
            found[number] = Vorschlag(here[0], zeit, ende, zeit_unlesbar=bool(hour or here[1]) and zeit is None)
    return found


def _day(cell: str) -> tuple[date, str] | None:
    """Read a day as polls write it, and what stands behind it."""
    text = WEEKDAY.sub("", cell)
    if match := DAY_AND_REST.fullmatch(text):
        day = datum.parse(match[1])
        return (day, match[2] or "") if day else None
    if (match := LONG_DATE.fullmatch(text)) and (month := datum.MONTH_WORDS.get(match[2].lower())):
        day = datum.parse(f"{match[1]}.{month}.{match[3]}")
        return (day, "") if day else None
    return None


def _hours(text: str) -> tuple[time | None, time | None]:
    """Read ``18:00``, ``18h``, ``18 - 20 Uhr``; nothing where it is in words."""
    hours = [probable_clock(part) for part in BETWEEN_HOURS.split(text)] if text else []
    if not hours or not all(re.fullmatch(r"[0-9]{2}:[0-9]{2}", one) for one in hours):
        return None, None
    start, end = (time.fromisoformat(one) for one in (hours[0], hours[-1]))
    return start, (end if len(hours) == 2 and end != start else None)  # noqa: PLR2004  # from and to


# -- the votes --------------------------------------------------------------------------------------------------------
def _count(rows: Rows, columns: Sequence[int]) -> tuple[dict[int, Counter[Antwort]], int]:
    """Add up the votes of each column. What follows them, comments for example, is none."""
    votes: dict[int, Counter[Antwort]] = {number: Counter() for number in columns}
    people = 0
    for row in rows:
        answers = dict(_answers(row, columns))
        unknown = sum(one is None for one in answers.values())
        if sum(one not in (None, "offen") for one in answers.values()) <= unknown:
            continue
        people += 1
        for number, answer in answers.items():
            if answer:
                votes[number][answer] += 1
    return votes, people


def _answers(row: Sequence[str], columns: Sequence[int]) -> Iterator[tuple[int, Antwort | None]]:
    for number in columns:
        yield number, _answer(row[number] if number < len(row) else "")


def _answer(cell: str) -> Antwort | None:
    return WORDS.get(cell.casefold())


def _with(one: Vorschlag, votes: Counter[Antwort]) -> Vorschlag:
    return Vorschlag(one.am, one.zeit, one.ende, one.zeit_unlesbar, votes["ja"], votes["vorbehalt"])
