"""From public types to what a template may touch: text, numbers, tuples and dicts, nothing with a method of ours."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from wiq_cli.domain.public import KLEIN, STATUSWORT, Eintrag, Oeffentlich, PublicNetwork, PublicProfile, Zusammenkunft
from wiq_cli.render import german


def profile(one: PublicProfile) -> dict[str, Any]:
    """Give a profile to a template."""
    data: dict[str, Any] = _plain(one)
    data["statuswort"] = STATUSWORT[one.status]
    data["beteiligte"]["text"] = german.people(one.beteiligte.leitung, one.beteiligte.mitglieder, KLEIN)
    return data


def entry(one: Eintrag) -> dict[str, Any]:
    """Give a row of the list of all teams to a template."""
    return {**_plain(one), "statuswort": STATUSWORT[one.status]}


def network(one: PublicNetwork) -> dict[str, Any]:
    """Give the network to a template."""
    data: dict[str, Any] = _plain(one)
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Zusammenkunft):
        return _meeting(value)
    if isinstance(value, Oeffentlich):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, date):
        return {"iso": value.isoformat(), "text": german.day(value)}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is nothing for a template")


def _meeting(one: Zusammenkunft) -> dict[str, Any]:
    start: date | datetime = one.beginn or one.tag
    return {
        "iso": start.isoformat(),
        "text": german.day_and_time(start),
        "bis": f"{one.ende:%H:%M} Uhr" if one.ende and one.ende.date() == one.tag else None,
        "ort": one.ort,
        "verlegt": one.status == "moved",
        "abgesagt": one.status == "cancelled",
    }
