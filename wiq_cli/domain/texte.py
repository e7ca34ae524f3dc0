"""Walking over everything a model holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.base import Modell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath


def texts(node: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Give every text in a model with its path, in the order of the model."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, Modell):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name), (*path, name))
    elif isinstance(node, list | tuple):
        for position, one in enumerate(node):
            yield from texts(one, (*path, position))


def models(node: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, Modell]]:
    """Give every model in a model with its path, itself first."""
    if isinstance(node, Modell):
        yield path, node
        for name in type(node).model_fields:
            yield from models(getattr(node, name), (*path, name))
    elif isinstance(node, list | tuple):
        for position, one in enumerate(node):
            yield from models(one, (*path, position))
