"""Two versions of a file and the one they both come from: what the file should hold after both.

Entries of lists are known by their name, their main text or their place. What one side added stays. Only where both
changed the same value in different ways, somebody has to choose. What a seal covers comes from one side as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.intern import BEWEGLICH
from wiq_cli.domain.merge import ABSENT, SIDES, Clash, Entry, Parts, Whole, clashes, result, same
from wiq_cli.domain.model_paths import model_at
from wiq_cli.usecases.merge_match import Row, added_twice, day_of, in_order, matched

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.merge import Plan

    Steps = tuple[int | None, int | None, int | None]
    Markable = Callable[[DataPath, DataPath], bool]

SEAL = "siegel"


def merge(base: Any, ours: Any, theirs: Any, model: type[Modell], markable: Markable = lambda *_: True) -> Plan:
    """Say what becomes of each place of a file, given as plain data.

    ``markable`` says of a place, by its path on either side, whether its parts stand on lines of their own: a clash in
    a single line is one about the whole line.
    """
    plan = _Merge(model, markable).plan(base, ours, theirs, (), ())
    if not isinstance(ours, dict) or not isinstance(theirs, dict) or not (SEAL in ours or SEAL in theirs):
        return plan
    outcomes = [_sealed(result(plan, side)) for side in SIDES]
    if any(all(one == _sealed(side) for one in outcomes) for side in (ours, theirs)):
        return plan
    return Clash(ours, theirs)


def _sealed(data: dict[str, Any]) -> dict[str, Any]:
    """Give what a seal covers, and the seal."""
    return {key: value for key, value in data.items() if key == SEAL or key not in BEWEGLICH}


class _Merge:
    def __init__(self, model: type[Modell], markable: Markable) -> None:
        self.model = model
        self.markable = markable

    def plan(self, base: Any, ours: Any, theirs: Any, here: DataPath, there: DataPath) -> Plan:
        """Decide about one place; ``here`` and ``there`` are its paths on the two sides."""
        ours, theirs = self._alike(ours, theirs, here), self._alike(theirs, ours, here)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            parts = self._mapping(_as_mapping(base, model_at(self.model, here)), ours, theirs, here, there)
        elif isinstance(ours, list) and isinstance(theirs, list):
            parts = self._list(_as_list(base), ours, theirs, here, there)
        else:
            return _leaf(base, ours, theirs)
        if clashes(parts) and (not self.markable(here, there) or _is_about_all(parts, base, here)):
            return Clash(ours, theirs)
        return parts

    def _alike(self, value: Any, other: Any, path: DataPath) -> Any:
        """Give a value in the form of the other side where it is a short form of that."""
        if value is ABSENT:
            return value
        if isinstance(other, list):
            return _as_list(value) if value is None or isinstance(value, str) else value
        if isinstance(other, dict):
            spread = _as_mapping(value, model_at(self.model, path))
            return spread if spread or value is None else value
        return value

    def _mapping(
        self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], here: DataPath, there: DataPath
    ) -> Parts:
        rows = []
        numbers = [{key: number for number, key in enumerate(one)} for one in (base, ours, theirs)]
        for key in {**ours, **theirs}:
            before, mine, yours = (one.get(key, ABSENT) for one in (base, ours, theirs))
            plan = self.plan(before, mine, yours, (*here, key), (*there, key))
            if not _is_gone(plan):
                at_base, at_ours, at_theirs = (one.get(key) for one in numbers)
                steps = [key if key in one else None for one in numbers]
                rows.append(Row(at_base, at_ours, at_theirs, Entry(steps[0], steps[1], steps[2], plan)))
        return Parts(False, tuple(one.entry for one in in_order(rows)))

    def _list(self, base: list[Any], ours: list[Any], theirs: list[Any], here: DataPath, there: DataPath) -> Parts:
        model = model_at(self.model, here)
        in_ours, in_theirs = matched(base, ours, model), matched(base, theirs, model)
        steps: list[Steps] = [(number, in_ours.get(number), in_theirs.get(number)) for number in range(len(base))]
        steps += _additions(ours, theirs, set(in_ours.values()), set(in_theirs.values()), model)
        rows = []
        for at_base, at_ours, at_theirs in steps:
            mine, yours = _taken(ours, at_ours), _taken(theirs, at_theirs)
            plan = self.plan(_taken(base, at_base), mine, yours, (*here, at_ours or 0), (*there, at_theirs or 0))
            if not _is_gone(plan):
                day = day_of(yours if mine is ABSENT else mine)
                rows.append(Row(at_base, at_ours, at_theirs, Entry(at_base, at_ours, at_theirs, plan), day))
        return Parts(True, tuple(one.entry for one in in_order(rows)))


def _taken(entries: list[Any], number: int | None) -> Any:
    return ABSENT if number is None else entries[number]


def _additions(
    ours: list[Any], theirs: list[Any], old_ours: set[int], old_theirs: set[int], model: type[Modell] | None
) -> list[Steps]:
    """Give the entries that are new, with their numbers; what both added is one entry."""
    new_ours = [number for number in range(len(ours)) if number not in old_ours]
    new_theirs = [number for number in range(len(theirs)) if number not in old_theirs]
    twice = added_twice([ours[one] for one in new_ours], [theirs[one] for one in new_theirs], model)
    pairs = {new_ours[one]: new_theirs[two] for one, two in twice.items()}
    found: list[Steps] = [(None, one, pairs.get(one)) for one in new_ours]
    return found + [(None, None, one) for one in new_theirs if one not in pairs.values()]


def _leaf(base: Any, ours: Any, theirs: Any) -> Plan:
    if same(ours, theirs):
        return Whole("both", ours)
    if same(ours, base):
        return Whole("theirs", theirs)
    return Whole("ours", ours) if same(theirs, base) else Clash(ours, theirs)


def _is_gone(plan: Plan) -> bool:
    return isinstance(plan, Whole) and plan.value is ABSENT


def _is_about_all(parts: Parts, base: Any, path: DataPath) -> bool:
    """Whether a clash in an entry of a list is one about the whole entry.

    Two new entries with the same name may be two people. And where a key was taken out, the dash needs another.
    """
    if not path or not isinstance(path[-1], int):
        return False
    return base is ABSENT or any(
        isinstance(one.plan, Clash) and ABSENT in (one.plan.ours, one.plan.theirs) for one in parts.entries
    )


def _as_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) else []


def _as_mapping(value: Any, model: type[Modell] | None) -> dict[str, Any]:
    """Write out a short form. A line about a meeting says several things and has none."""
    if isinstance(value, dict):
        return value
    is_short = isinstance(value, str) and model is not None and model.KURZ and not hasattr(model, "LINE")
    return {model.KURZ: value} if is_short and model is not None else {}
