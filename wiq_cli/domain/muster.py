"""The patterns of a rhythm. Each one knows which days it hits, and says itself in words that wiq reads again.

``ab`` is the first day of the rhythm: where counting starts. Patterns with ``braucht_anker`` mean nothing without it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from wiq_cli.domain.zeitangabe import WOCHENTAGE, listed

ORDNUNGEN = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", -2: "vorletzten", -1: "letzten"}
FREITAG = 4
WOCHE = 7
KUERZESTER_MONAT = 28
FUENFTER = 5


class Muster(Protocol):
    """What every pattern can do."""

    @property
    def wochentage(self) -> tuple[int, ...]:
        """The only weekdays it can hit, Monday is 0; empty where it is not bound to weekdays."""

    @property
    def braucht_anker(self) -> bool:
        """Whether it counts from a first day."""

    def trifft(self, tag: date, ab: date | None) -> bool:
        """Say whether ``tag``, on one of the ``wochentage``, belongs to the pattern."""

    def worte(self) -> str:
        """Say it in German."""

    def bemerkung(self) -> str:
        """Say what is easily overlooked; mostly nothing."""


@dataclass(frozen=True, slots=True)
class Woechentlich:
    """``jeden Dienstag``, ``alle 2 Wochen Dienstag und Donnerstag``: weeks from Monday on, counted from that of ``ab``."""

    wochentage: tuple[int, ...]
    alle: int = 1

    @property
    def braucht_anker(self) -> bool:
        return self.alle > 1

    def trifft(self, tag: date, ab: date | None) -> bool:
        if self.alle == 1 or ab is None:
            return self.alle == 1
        monday = ab.toordinal() - ab.weekday()
        return (tag.toordinal() - monday) // WOCHE % self.alle == 0

    def worte(self) -> str:
        if self.alle == 1:
            return f"jeden {_tage(self.wochentage)}"
        return f"alle {self.alle} Wochen am {_tage(self.wochentage)}"

    def bemerkung(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Kalenderwoche:
    """``ungerade KW Dienstag``. After a year of 53 weeks two odd weeks follow each other."""

    wochentage: tuple[int, ...]
    rest: int
    braucht_anker: bool = False

    def trifft(self, tag: date, ab: date | None) -> bool:  # noqa: ARG002  # the signature of a pattern
        return tag.isocalendar().week % 2 == self.rest

    def worte(self) -> str:
        return f"in {'ungeraden' if self.rest else 'geraden'} Kalenderwochen am {_tage(self.wochentage)}"

    def bemerkung(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Monatswochentag:
    """``erster und dritter Montag im Monat``, ``alle 2 Monate letzter Freitag``."""

    ordnungen: tuple[int, ...]
    wochentag: int
    alle: int = 1

    @property
    def wochentage(self) -> tuple[int, ...]:
        return (self.wochentag,)

    @property
    def braucht_anker(self) -> bool:
        return self.alle > 1

    def trifft(self, tag: date, ab: date | None) -> bool:
        return _is_nth(tag, self.ordnungen) and _in_step(tag, ab, self.alle)

    def worte(self) -> str:
        return f"{_every(self.alle)}am {_nth(self.ordnungen, self.wochentag)} im Monat"

    def bemerkung(self) -> str:
        return f"nur in Monaten mit fünf {WOCHENTAGE[self.wochentag]}en" if FUENFTER in self.ordnungen else ""


@dataclass(frozen=True, slots=True)
class Danach:
    """``Mittwoch nach dem 2. Dienstag im Monat``: the first Wednesday behind it, even if that is in the next month."""

    wochentag: int
    ordnung: int
    bezug: int
    alle: int = 1

    @property
    def wochentage(self) -> tuple[int, ...]:
        return (self.wochentag,)

    @property
    def braucht_anker(self) -> bool:
        return self.alle > 1

    def trifft(self, tag: date, ab: date | None) -> bool:
        days = (self.wochentag - self.bezug - 1) % WOCHE + 1
        before = tag - timedelta(days)
        return _is_nth(before, (self.ordnung,)) and _in_step(before, ab, self.alle)

    def worte(self) -> str:
        bezug = _nth((self.ordnung,), self.bezug)
        return f"{_every(self.alle)}am {WOCHENTAGE[self.wochentag]} nach dem {bezug} im Monat"

    def bemerkung(self) -> str:
        return f"nur in Monaten mit fünf {WOCHENTAGE[self.bezug]}en" if self.ordnung == FUENFTER else ""


@dataclass(frozen=True, slots=True)
class Monatstag:
    """``am 15. im Monat``, ``am 1. und 15. im Monat``."""

    nummern: tuple[int, ...]
    alle: int = 1
    wochentage: tuple[int, ...] = ()

    @property
    def braucht_anker(self) -> bool:
        return self.alle > 1

    def trifft(self, tag: date, ab: date | None) -> bool:
        return tag.day in self.nummern and _in_step(tag, ab, self.alle)

    def worte(self) -> str:
        return f"{_every(self.alle)}am {listed([f'{one}.' for one in self.nummern])} im Monat"

    def bemerkung(self) -> str:
        rare = [f"{one}." for one in self.nummern if one > KUERZESTER_MONAT]
        return f"den {listed(rare)} gibt es nicht in jedem Monat" if rare else ""


@dataclass(frozen=True, slots=True)
class Monatsende:
    """``letzter Tag im Monat``, ``letzter Werktag im Monat``."""

    werktag: bool = False
    alle: int = 1
    wochentage: tuple[int, ...] = ()

    @property
    def braucht_anker(self) -> bool:
        return self.alle > 1

    def trifft(self, tag: date, ab: date | None) -> bool:
        last = tag.replace(day=monthrange(tag.year, tag.month)[1])
        if self.werktag:
            last -= timedelta(max(0, last.weekday() - FREITAG))
        return tag == last and _in_step(tag, ab, self.alle)

    def worte(self) -> str:
        return f"{_every(self.alle)}am letzten {'Werktag' if self.werktag else 'Tag'} im Monat"

    def bemerkung(self) -> str:
        return "Werktage sind Montag bis Freitag, auch wenn einer ein Feiertag ist" if self.werktag else ""


def _is_nth(tag: date, ordnungen: tuple[int, ...]) -> bool:
    """Whether a day is the n-th of its weekday in its month, counted from the start (1 …) or from the end (-1 …)."""
    from_start = (tag.day - 1) // WOCHE + 1
    from_end = -((monthrange(tag.year, tag.month)[1] - tag.day) // WOCHE + 1)
    return from_start in ordnungen or from_end in ordnungen


def _in_step(tag: date, ab: date | None, alle: int) -> bool:
    if alle == 1 or ab is None:
        return alle == 1
    return (tag.year * 12 + tag.month - ab.year * 12 - ab.month) % alle == 0


def _every(alle: int) -> str:
    return "" if alle == 1 else f"alle {alle} Monate "


def _tage(wochentage: tuple[int, ...]) -> str:
    return listed([WOCHENTAGE[one] for one in wochentage])


def _nth(ordnungen: tuple[int, ...], wochentag: int) -> str:
    return f"{listed([ORDNUNGEN[one] for one in ordnungen])} {WOCHENTAGE[wochentag]}"
