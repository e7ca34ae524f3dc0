"""Everything a model holds, found in one walk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.base import Modell

if TYPE_CHECKING:
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
    for name, value in vars(model).items():
        _walk(value, (name,), found)
    return found


def _walk(node: Any, path: DataPath, found: Inhalt) -> None:
    if isinstance(node, str):
        found.texts.append((path, node))
    elif isinstance(node, Modell):
        found.models.append((path, node))
        for name, value in vars(node).items():
            if value:
                _walk(value, (*path, name), found)
    elif isinstance(node, list | tuple):
        for position, one in enumerate(node):
            _walk(one, (*path, position), found)
