"""Which entry of one list is which entry of another, and in what order the entries of two versions stand."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from wiq_cli.domain import datum
from wiq_cli.domain.merge import meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.merge import Entry

    Way = Callable[[Any], str | None]
    """How to tell which entry is which."""

FOR_LIFE = ("kennung", "id")  # names that stay whatever else changes
USUAL = ("person", "am", "name")
ALIKE = 0.6
LONGEST, NEAREST = 300, 20  # characters and entries that are compared for likeness


# -- which is which ---------------------------------------------------------------------------------------------------
def matched(old: Sequence[Any], new: Sequence[Any], model: type[Modell] | None) -> dict[int, int]:
    """Give for the entries of an older list where they stand in a newer one, changed or not."""
    found: dict[int, int] = {}
    names = (*FOR_LIFE, *_main(model), *USUAL)
    ways: list[Way] = [_canon, *(partial(_named, name, _main(model)) for name in names)]
    for key in ways:
        _pair(found, old, new, key)
    _pair_by_place(found, old, new)
    return found


def added_twice(ours: Sequence[Any], theirs: Sequence[Any], model: type[Modell] | None) -> dict[int, int]:
    """Give the entries that both sides added: equal ones, and those with the same name for life or the same main text."""
    found: dict[int, int] = {}
    main = () if model is not None and hasattr(model, "LINE") else _main(model)  # a day may have two meetings
    ways: list[Way] = [_canon, *(partial(_named, name, main) for name in (*FOR_LIFE, *main))]
    for key in ways:
        _pair(found, ours, theirs, key)
    return found


def _main(model: type[Modell] | None) -> tuple[str, ...]:
    return (model.KURZ,) if model is not None and model.KURZ else ()


def _canon(value: Any) -> str:
    return json.dumps(meaning(value), sort_keys=True, ensure_ascii=False)


def _named(name: str, main: tuple[str, ...], value: Any) -> str | None:
    """Give what an entry has under a name; a short form has its main text."""
    if isinstance(value, dict):
        value = value.get(name)
    elif name == "am":
        day = day_of(value)
        return day.isoformat() if day else None
    elif name not in main:
        return None
    return str(meaning(value)) if isinstance(value, str) else None


def _pair(found: dict[int, int], old: Sequence[Any], new: Sequence[Any], key: Way) -> None:
    """Add those that a key tells to be the same, the first with the first."""
    taken = set(found.values())
    waiting: defaultdict[str | None, deque[int]] = defaultdict(deque)
    for number, value in enumerate(new):
        if number not in taken:
            waiting[key(value)].append(number)
    for number, value in enumerate(old):
        word = None if number in found else key(value)
        if word is not None and waiting[word]:
            found[number] = waiting[word].popleft()


def _pair_by_place(found: dict[int, int], old: Sequence[Any], new: Sequence[Any]) -> None:
    """Add those that stand between the same neighbours and look alike."""
    taken = set(found.values())
    for number, value in enumerate(old):
        if number in found:
            continue
        low = next((found[one] for one in reversed(range(number)) if one in found), -1)
        high = next((found[one] for one in range(number + 1, len(old)) if one in found), len(new))
        free = [one for one in range(low + 1, high) if one not in taken][:NEAREST]
        if (best := next((one for one in free if _alike(value, new[one])), None)) is not None:
            found[number] = best
            taken.add(best)


def _alike(one: Any, other: Any) -> bool:
    if any(_named(name, (), one) != _named(name, (), other) for name in FOR_LIFE):
        return False
    looker = SequenceMatcher(None, _text(one)[:LONGEST], _text(other)[:LONGEST], autojunk=False)
    return looker.real_quick_ratio() >= ALIKE and looker.quick_ratio() >= ALIKE and looker.ratio() >= ALIKE


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(map(_text, value.values()))
    return " ".join(map(_text, value)) if isinstance(value, list) else value or ""


def day_of(value: Any) -> date | None:
    """Give the day that an entry is about."""
    if isinstance(value, dict):
        value = value.get("am")
    words = value.split(None, 1) if isinstance(value, str) else []
    return datum.parse(words[0].rstrip(",;")) if words and words[0][:1].isdigit() else None


# -- in what order ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its number on each side, None where it does not stand, and its day where it has one."""

    base: int | None
    ours: int | None
    theirs: int | None
    entry: Entry
    day: date | None = None


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Put entries into one order: that of the side that moved some, with what the other added behind its neighbour.

    What both added at the same place stands ours first, or by its day where the list goes by days.
    """
    rows = list(rows)
    first, second = _by(rows, "ours"), _by(rows, "theirs")
    if _kept(first, "theirs") and not _kept(second, "ours"):
        first, second = second, first
    backwards = _goes_by_days(first)
    order = list(first)
    there = set(map(id, first))
    both = {id(one) for one in second}
    last_common = max((n for n, one in enumerate(second) if id(one) in there), default=-1)
    for number, row in enumerate(second):
        if id(row) in there:
            continue
        if number > last_common:  # at the end there is at the end here
            here = max((n for n, one in enumerate(order) if id(one) in both), default=-1) + 1
        else:
            here = next((n for n, one in enumerate(order) if number and one is second[number - 1]), -1) + 1
        while here < len(order) and id(order[here]) not in both and not _earlier(row, order[here], backwards):
            here += 1
        order.insert(here, row)
    return order


def _by(rows: Iterable[Row], side: str) -> list[Row]:
    return sorted((one for one in rows if getattr(one, side) is not None), key=lambda one: int(getattr(one, side)))


def _kept(rows: Sequence[Row], other: str) -> bool:
    """Whether what all have stands in the order that it always had."""
    common = [one.base for one in rows if one.base is not None and getattr(one, other) is not None]
    return all(one < two for one, two in pairwise(common))


def _goes_by_days(rows: Sequence[Row]) -> bool | None:
    """Whether a list begins with its latest day; None where it does not go by days."""
    days = [one.day for one in rows if one.day is not None]
    if len(days) < len(rows) or not days:
        return None
    if all(one <= two for one, two in pairwise(days)):
        return False
    return True if all(one >= two for one, two in pairwise(days)) else None


def _earlier(row: Row, other: Row, backwards: bool | None) -> bool:
    """Whether an added entry belongs above another one."""
    if backwards is None or row.day is None or other.day is None:
        return False
    return row.day > other.day if backwards else row.day < other.day
