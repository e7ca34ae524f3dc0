"""Walk the models of a file: which model describes a place, which keys it knows, where a key belongs."""

from __future__ import annotations

import inspect
import re
import types
import typing
from functools import cache
from typing import Any

from wiq_cli.domain.base import Modell
from wiq_cli.domain.finding import DataPath
from wiq_cli.domain.pruned import value_at

PSEUDONYM = re.compile(r"[a-z]{1,2}[0-9]{1,4}")


def known_keys(model: type[Modell] | None) -> list[str]:
    """Give the keys of a model; none where there is no model."""
    return list(model.model_fields) if model else []


def lists_in(model: type[Modell] | None) -> dict[str, list[str]]:
    """Give the lists of groups in a model, each with the keys of its entries."""
    kinds: dict[str, Any] = {name: info.annotation for name, info in model.model_fields.items()} if model else {}
    return {
        name: known_keys(nested_model(kind)) for name, kind in kinds.items() if typing.get_origin(bare(kind)) is list
    }


def full_path(model: type[Modell], path: DataPath) -> DataPath:
    """Name the field that a short form fills: ``support[0]`` is ``support[0].was``."""
    here = model_at(model, path) if path and isinstance(path[-1], int) else None
    fills_one = here is not None and here.KURZ and not hasattr(here, "LINE")  # a line about a meeting fills several
    return (*path, here.KURZ) if fills_one and here else path


def model_at(model: type[Modell], path: DataPath) -> type[Modell] | None:
    """Give the model that describes the mapping at ``path``."""
    here: type[Modell] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        info = here.model_fields.get(step) if here else None
        if info is None:
            continue  # the key of a free mapping, such as a team type
        here = nested_model(info.annotation)
    return here


def nested_model(annotation: Any) -> type[Modell] | None:
    """Find the model inside ``list[X]``, ``X | None``, ``dict[str, X]`` or ``Annotated[X, …]``."""
    if inspect.isclass(annotation) and not typing.get_args(annotation):
        return annotation if issubclass(annotation, Modell) else None
    for part in typing.get_args(annotation):
        if found := nested_model(part):
            return found
    return None


@cache
def bare(kind: Any) -> Any:
    """Take ``Annotated`` and ``| None`` off a type; None for a choice of several types."""
    while True:
        origin = typing.get_origin(kind)
        if origin is typing.Annotated:
            kind = typing.get_args(kind)[0]
        elif origin in (typing.Union, types.UnionType):
            options = [one for one in typing.get_args(kind) if one is not types.NoneType]
            if len(options) != 1:
                return None
            kind = options[0]
        else:
            return kind


@cache
def below(kind: Any, step: str | int) -> Any:
    """Give the type of what stands under a key or in a list; None where the model knows nothing of it."""
    here = bare(kind)
    origin = typing.get_origin(here)
    if isinstance(step, int):
        return typing.get_args(here)[0] if origin is list else None
    if origin is dict:
        return typing.get_args(here)[1]
    if inspect.isclass(here) and issubclass(here, Modell) and step in here.model_fields:
        return here.model_fields[step].annotation
    return None


def known_part(model: type[Modell], path: DataPath) -> DataPath:
    """Give the part of a path that the models know: a key that nobody knows may be anything, also a name."""
    for depth, step in enumerate(path):
        if isinstance(step, str) and step not in known_keys(model_at(model, path[:depth])):
            return path[:depth]
    return path


def without_free_keys(model: type[Modell], path: DataPath, data: Any) -> DataPath:
    """Give a path with a position in place of each key that people choose themselves: it may be anything, also a name.

    A ``p21`` tells nobody's name and stays.
    """
    steps: list[str | int] = []
    for depth, step in enumerate(path):
        if isinstance(step, int) or step in known_keys(model_at(model, path[:depth])) or PSEUDONYM.fullmatch(step):
            steps.append(step)
            continue
        keys = value_at(data, path[:depth])
        if not isinstance(keys, dict) or step not in keys:
            break
        steps.append(list(keys).index(step))
    return tuple(steps)


def words_of(model: type[Modell]) -> frozenset[str]:
    """Give every key of a file's models: a word that is right elsewhere is not misspelt but misplaced."""
    seen: set[type[Modell]] = set()
    waiting = [model]
    while waiting:
        here = waiting.pop()
        seen.add(here)
        inner = (nested_model(info.annotation) for info in here.model_fields.values())
        waiting += [one for one in inner if one is not None and one not in seen]
    return frozenset(key for one in seen for key in one.model_fields)


def homes_of(model: type[Modell], word: Any) -> list[DataPath]:
    """Give the paths of a known key that stands in the wrong place; only if they have one place below the top."""
    waiting: list[tuple[type[Modell], DataPath]] = [(model, ())]
    found: list[DataPath] = []
    for here, path in waiting:
        for key, info in here.model_fields.items():
            found += [(*path, key)] if key == word and path else []
            if (inner := nested_model(info.annotation)) and not any(one is inner for one, _ in waiting):
                waiting.append((inner, (*path, key)))
    highest = [one for one in found if len(one) == min(map(len, found))]
    if len(highest) == 1:
        return highest
    return found if len({one[0] for one in found}) == 1 else []
