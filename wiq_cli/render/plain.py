"""From public types to what a template may touch: text, numbers, tuples and dicts, nothing with a method of ours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.public import (
    KLEIN,
    STATUSWORT,
    Beschluss,
    Eintrag,
    Oeffentlich,
    PublicNetwork,
    PublicProfile,
    Support,
    Wirkung,
    Zusammenkunft,
)
from wiq_cli.render import german
from wiq_cli.render.chart import chart, places, share

if TYPE_CHECKING:
    from collections.abc import Iterable

AS_IT_IS = frozenset({"kuerzel", "id", "team", "betrifft", "art", "status", "url", "verteiler", "frueher", "domain", "adresse", "stand", "ergebnis"})  # fmt: skip
ERGEBNIS = {
    "angenommen": "angenommen", "abgelehnt": "abgelehnt", "vertagt": "vertagt", "nicht_erreicht": "kein Konsens, kein Beschluss",
    "nicht_feststellbar": "nicht feststellbar",
}  # fmt: skip


def profile(one: PublicProfile) -> dict[str, Any]:
    """Give a profile to a template."""
    data: dict[str, Any] = _plain(one)
    data["statuswort"] = STATUSWORT[one.status]
    for wish, shown in zip(one.support, data["support"], strict=True):
        shown["zusage"] = _promise(wish, one)
    data["beteiligte"]["text"] = german.people(one.beteiligte.leitung, one.beteiligte.mitglieder, KLEIN)
    return data


def entry(one: Eintrag) -> dict[str, Any]:
    """Give a row of the list of all teams to a template."""
    return {**_plain(one), "statuswort": STATUSWORT[one.status]}


def network(one: PublicNetwork) -> dict[str, Any]:
    """Give the network to a template."""
    data: dict[str, Any] = _plain(one)
    return data


def values(many: Iterable[Oeffentlich]) -> tuple[dict[str, Any], ...]:
    """Give several of a kind to a template."""
    return tuple(_plain(one) for one in many)


def moment(value: date) -> dict[str, Any]:
    """Give a day: for machines, and in words."""
    return {"iso": value.isoformat(), "text": german.day(value), "monat": german.month(value), "jahr": str(value.year)}


def _plain(value: Any) -> Any:  # noqa: PLR0911  # one line a kind
    if isinstance(value, Zusammenkunft):
        return _meeting(value)
    if isinstance(value, Oeffentlich):
        data = {name: _field(name, getattr(value, name)) for name in type(value).model_fields}
        if isinstance(value, Wirkung):
            return {**data, "bild": _picture(value), "anteil": share(value), "zuletzt": _latest(value)}
        if isinstance(value, Beschluss):
            return {**data, "ergebniswort": ERGEBNIS[value.ergebnis], "standwort": _holds(value)}
        return data
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, date):
        return moment(value)
    if isinstance(value, str):
        return german.typeset(value)
    if value is None or isinstance(value, int | float):
        return value
    raise TypeError(f"{type(value).__name__} is nothing for a template")


def _field(name: str, value: Any) -> Any:
    return value if name in AS_IT_IS and isinstance(value, str) else _plain(value)


def _meeting(one: Zusammenkunft) -> dict[str, Any]:
    return {
        "iso": (one.beginn or one.tag).isoformat(),
        "tag": german.weekday(one.tag),
        "uhr": german.hours(one.beginn, one.ende) if one.beginn else None,
        "monat": german.month(one.tag),
        "ort": german.typeset(one.ort) if one.ort else None,
        "verlegt": one.status == "moved",
        "abgesagt": one.status == "cancelled",
    }


def _latest(one: Wirkung) -> dict[str, Any] | None:
    return _plain(max(reversed(one.ist), key=lambda each: each.am)) if one.ist else None


def _picture(one: Wirkung) -> dict[str, Any] | None:
    found = chart(one)
    return places(found) if found else None


def _promise(wish: Support, one: PublicProfile) -> str | None:
    """Say from when until when a wish is granted, by the latest decision on it that still holds or will."""
    for each in one.beschluesse:
        granted = {" ".join(text.casefold().split()) for text in each.bewilligt}
        if each.stand in {"in_kraft", "kuenftig"} and " ".join(wish.was.casefold().split()) in granted:
            since = f" ab {german.day(each.gilt_ab)}" if each.stand == "kuenftig" and each.gilt_ab else ""
            return f"bewilligt{since}{f' bis {german.day(each.gilt_bis)}' if each.gilt_bis else ''}"
    return "bewilligt" if wish.entscheidung == "bewilligt" else None


def _holds(one: Beschluss) -> str:
    """Say how a decision stands, in words."""
    until = f" bis {german.day(one.gilt_bis)}" if one.gilt_bis else ""
    since = german.day(one.gilt_ab) if one.gilt_ab else ""
    match one.stand:
        case "in_kraft":
            return f"gilt seit {since}{until}"
        case "kuenftig":
            return f"gilt ab {since}{until}"
        case "abgelaufen":
            return f"galt{until}"
        case "ersetzt":
            return "gilt nicht mehr"
        case _:
            return ""
