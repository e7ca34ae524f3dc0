"""Everything a model holds, found in one walk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.base import Modell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.finding import DataPath


@dataclass(frozen=True)
class Inhalt:
    """Every text and every model in a model with its path, in the order of the model.

    It is not in it itself: a model that keeps this would hold itself, and no network is so small that nobody notices.
    """

    texts: list[tuple[DataPath, str]]
    models: list[tuple[DataPath, Modell]]

    @cached_property
    def zusammen(self) -> str:
        """All texts in one, each in its lines: to see at a glance that something stands nowhere."""
        return "\n".join([text for _, text in self.texts])


def inhalt(model: Modell) -> Inhalt:
    """Look through a model. What is not filled is left out."""
    found = Inhalt([], [])
    _walk(vars(model).items(), (), found)
    return found


def _walk(steps: Iterable[tuple[str | int, Any]], path: DataPath, found: Inhalt) -> None:
    for step, value in steps:
        if not value:
            continue
        if isinstance(value, str):
            found.texts.append(((*path, step), value))
        elif isinstance(value, list | tuple):
            _walk(enumerate(value), (*path, step), found)
        elif isinstance(value, Modell):
            found.models.append(((*path, step), value))
            _walk(vars(value).items(), (*path, step), found)
