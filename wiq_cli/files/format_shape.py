"""What the models expect at each place of a file: walks a file and its model side by side."""

from __future__ import annotations

import inspect
import typing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from wiq_cli.domain.base import Modell
from wiq_cli.domain.model_paths import bare, below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.source import Node, Source


class Place(NamedTuple):
    """One value of a file: where it stands, what it is, and the type that the model gives it."""

    node: Node
    value: Any
    kind: Any  # an annotation; None where the model knows nothing of this place
    in_list: bool

    @property
    def model(self) -> type[Modell] | None:
        """The model of a mapping, or of the text that stands for one."""
        here = bare(self.kind)
        return here if inspect.isclass(here) and issubclass(here, Modell) else None

    @property
    def is_date(self) -> bool:
        """Whether a day and nothing else stands here; a line about a meeting is no day."""
        return bare(self.kind) is date

    @property
    def is_text(self) -> bool:
        """Whether the model reads text here."""
        return _text(self.kind)


def places(source: Source, model: type[Modell]) -> list[Place]:
    """Give every value of a file, each one before what stands inside it."""
    return list(_walk(Place(source.root, source.data, model, in_list=False))) if source.root is not None else []


def _walk(place: Place) -> Iterator[Place]:
    yield place
    children = place.node.children
    if isinstance(children, dict):
        for key, child in children.items():
            yield from _walk(Place(child, place.value[key], below(place.kind, key), in_list=False))
    elif children:
        kind = below(place.kind, 0)
        for child, value in zip(children, place.value, strict=True):
            yield from _walk(Place(child, value, kind, in_list=True))


@cache
def _text(kind: Any) -> bool:
    here = bare(kind)
    if typing.get_origin(here) is list:  # one text stands for a list of one
        return _text(typing.get_args(here)[0])
    if inspect.isclass(here) and issubclass(here, Modell):
        inner: Any = here.model_fields[here.KURZ].annotation if here.KURZ else None
        return _text(inner)
    return here is str
