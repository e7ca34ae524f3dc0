"""The first wall: from a public profile no private type and no private field can be reached."""

from __future__ import annotations

import typing
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, ValidationError

from wiq_cli.domain import public
from wiq_cli.domain.intern import INTERN
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = {f"wiq_cli.domain.public{part}" for part in ("", "_base", "_beschluss", "_regeln")}
HARMLESS: set[Any] = {str, int, float, bool, date, datetime, type(None)}
PRIVATE_WORDS = {
    "email", "telefon", "rolle", "link", "kennung", "notiz", "nachweis", "einwilligung", "person", "zugang", "minderjaehrig",
    "protokolle", "tagesordnung", "grund", "personen", "durch", "seit", "ausfall",
}  # fmt: skip


def reachable(annotation: Any) -> Iterator[Any]:
    """Give every type inside an annotation, and inside the models found there."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return
    if arguments:
        for one in arguments:
            if one is not Ellipsis:
                yield from reachable(one)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for info in annotation.model_fields.values():
            yield from reachable(info.annotation)
    else:
        yield annotation


@pytest.mark.parametrize("start", [public.PublicProfile, public.PublicNetwork, public.Eintrag])
def test_no_private_type_is_reachable(start: type[BaseModel]) -> None:
    types = set(reachable(start))
    assert start in types
    for one in types - HARMLESS:
        assert one.__module__ in HOME
        assert one.__mro__[1:] == public.Oeffentlich.__mro__  # and no base of its own besides
        assert not set(one.model_fields) & PRIVATE_WORDS
        assert one.model_config["extra"] == "forbid"
        assert one.model_config["frozen"] is True


def test_every_field_of_a_team_is_decided() -> None:
    """A new field is named in the list of what stays in the house, or in the public profile; never in both."""
    elsewhere = {"treffen", "frueher"}  # meetings become days and places; former names become redirects
    for name in Team.model_fields:
        inside = (name,) in INTERN
        outside = name in public.PublicProfile.model_fields
        assert inside != outside or name in elsewhere, name


def test_an_instance_that_carries_more_is_refused() -> None:
    class Teilziel(public.Teilziel):
        email: str = "thea@example.org"

    secret = Teilziel(ziel="Beete", bis=None, erreicht=False, am=None)
    with pytest.raises(ValidationError):
        public.Ziele(bis=None, anlass=None, teilziele=(secret,), langfristig=())


def test_the_profile_cannot_be_changed_later() -> None:
    goal = public.Teilziel(ziel="Beete", bis=None, erreicht=False, am=None)
    with pytest.raises(ValidationError):
        goal.ziel = "Thea"  # type: ignore[misc]  # that is the point
