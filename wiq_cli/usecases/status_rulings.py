"""What the Monday screen needs of a decision: how it stands, when somebody voted, which wishes it answers.

It may be remembered, so that an unchanged file need not be read again: teams, wishes and other decisions are only told
apart by their marks, not written down.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from wiq_cli.usecases.status_facts import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiq_cli.domain.beschluss import Beschluss

DAYS = frozenset({"opened", "am", "gilt_ab", "gilt_bis", "bis"})


def kept(one: Beschluss) -> dict[str, Any]:
    """Give what of a decision is written down."""
    result, support = one.ergebnis, one.leistung
    return {
        "team": mark(one.team),
        "art": one.art,
        "status": one.status,
        "is_open": one.is_open,
        "opened": one.opened.isoformat(),
        "betrifft": {"lt": one.betrifft.lt and mark(one.betrifft.lt)},
        "ersetzt": [mark(old) for old in one.verweise.ersetzt],
        "versuche": [{"am": _iso(each.am)} for each in one.versuche],
        "ergebnis": result and {key: _iso(getattr(result, key)) for key in ("am", "gilt_ab", "gilt_bis")},
        "leistung": support
        and {
            "bis": _iso(support.bis),
            "bewilligt": [mark(was) for was in support.bewilligt],
            "abgelehnt": [{"was": mark(each.was), "weiter": None} for each in support.abgelehnt],
            "offen": [{"was": mark(each.was), "weiter": None} for each in support.offen],
        },
    }


def recalled(data: Mapping[str, Any], beschluss_id: str, ids: Mapping[str, str]) -> Beschluss:
    """Give what was written down the shape of a decision, as far as it goes. ``ids`` names other decisions by their mark."""
    rest = {key: _shaped(value, key) for key, value in data.items() if key != "ersetzt"}
    links = SimpleNamespace(ersetzt=[ids[one] for one in data["ersetzt"] if one in ids])
    return cast("Beschluss", SimpleNamespace(**rest, id=beschluss_id, verweise=links))


def _shaped(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return SimpleNamespace(**{inner: _shaped(one, inner) for inner, one in value.items()})
    if isinstance(value, list):
        return [_shaped(one, "") for one in value]
    return date.fromisoformat(value) if value and key in DAYS else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
