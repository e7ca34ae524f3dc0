"""Data with its wrong parts left out, so that the rest can still be read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiq_cli.domain.finding import DataPath


class Repair(NamedTuple):
    """A misspelt key or word with one clear candidate, or a value with one meaning, by its place in the file."""

    path: DataPath
    new: str
    is_key: bool
    is_word: bool = True  # one that wiq knows; anything else may be somebody's address

    @property
    def nameable(self) -> str:
        """What may be said of it: the word that now stands there, or the field."""
        return self.new if self.is_word else next(str(step) for step in reversed(self.path) if isinstance(step, str))


class Pruned:
    """The data without its wrong parts; remembers under which key and number each remaining part stands in the file."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data: Any = data
        self._kept: dict[DataPath, list[int]] = {}  # list in the pruned data → numbers of its entries in the file
        self._written: dict[DataPath, str] = {}  # corrected key → the key as it stands in the file
        self.repairs: list[Repair] = []  # what was read as something else, and may be written so as well

    def reported(self, loc: DataPath) -> DataPath:
        """Give the path of a place as findings name it: entries numbered as in the file, keys spelt right."""
        return tuple(self._number(loc[:depth], step) for depth, step in enumerate(loc))

    def _number(self, parent: DataPath, step: str | int) -> str | int:
        kept = self._kept.get(parent, [])
        return kept[step] if isinstance(step, int) and step < len(kept) else step

    def written(self, loc: DataPath) -> DataPath:
        """Give the path of a place exactly as it stands in the file."""
        keys = (self._written.get(loc[: depth + 1], step) for depth, step in enumerate(loc))
        return tuple(
            key if isinstance(key, str) else number for key, number in zip(keys, self.reported(loc), strict=True)
        )

    def rename(self, loc: DataPath, key: str) -> None:
        """Read a misspelt key as the one that is meant, so that what stands below it is checked as well."""
        self._written[(*loc[:-1], key)] = str(loc[-1])
        self.data = _changed(self.data, loc[:-1], lambda node: {key if k == loc[-1] else k: v for k, v in node.items()})

    def replace(self, loc: DataPath, value: str) -> None:
        """Read a misspelt word as the one that is meant."""
        self.data = _changed(self.data, loc, lambda _: value)

    def prune(self, locs: Iterable[DataPath]) -> None:
        """Leave out what stands at these places, or the nearest thing above where something is missing."""
        wanted = {self._nearest(loc) for loc in locs} - {()}
        tops = [loc for loc in wanted if not any(loc[:depth] in wanted for depth in range(len(loc)))]
        for loc in sorted(tops, key=lambda loc: [(isinstance(step, int), step) for step in loc], reverse=True):
            self._remove(loc)

    def _remove(self, loc: DataPath) -> None:
        parent = loc[:-1]
        last: Any = loc[-1]
        if isinstance(last, int):
            size = len(value_at(self.data, parent))
            del self._kept.setdefault(parent, list(range(size)))[last]
            self.data = _changed(self.data, parent, lambda node: node[:last] + node[last + 1 :])
        else:
            self.data = _changed(self.data, parent, lambda node: {k: v for k, v in node.items() if k != last})

    def _nearest(self, loc: DataPath) -> DataPath:
        """Give the longest part of a path that exists."""
        node: Any = self.data
        for depth, step in enumerate(loc):
            here = node if isinstance(node, dict) else dict(enumerate(node)) if isinstance(node, list) else {}
            if step not in here:
                return loc[:depth]
            node = here[step]
        return loc


def _changed(node: Any, loc: DataPath, change: Callable[[Any], Any]) -> Any:
    """Give a copy of nested data in which the part at ``loc`` is changed."""
    if not loc:
        return change(node)
    copy: Any = node.copy()
    copy[loc[0]] = _changed(node[loc[0]], loc[1:], change)
    return copy


def value_at(data: Any, path: DataPath) -> Any:
    """Give the raw value at a path, None where there is none."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
