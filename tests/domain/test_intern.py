"""Each field of a team file is decided: it stays in the house, or the public profile shows it."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from wiq_cli.domain.intern import INTERN, is_intern
from wiq_cli.domain.public import PublicProfile
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator

# Shown, but in another shape: the dates of all entries become the list of meetings.
SHOWN_OTHERWISE = {"frueher", "treffen"}


def nested(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for one in typing.get_args(annotation) if (found := nested(one))), None)


def leaves(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        inner = nested(field.annotation)
        if inner is None:
            yield (*path, name)
        else:
            yield from leaves(inner, (*path, name))


PUBLIC = set(leaves(PublicProfile))


def test_every_field_is_decided() -> None:
    undecided = [
        path for path in leaves(Team) if not is_intern(path) and path not in PUBLIC and path[0] not in SHOWN_OTHERWISE
    ]
    assert undecided == [], "name them in domain/intern.py or show them in domain/public.py"


def test_what_stays_in_the_house_is_not_in_the_public_profile() -> None:
    assert [path for path in PUBLIC if is_intern(path)] == []


def test_what_stays_in_the_house_exists() -> None:
    paths = list(leaves(Team))
    assert [one for one in INTERN if not any(path[: len(one)] == one for path in paths)] == []
