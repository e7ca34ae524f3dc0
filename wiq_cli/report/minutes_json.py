"""A Beschlussprotokoll for programs. The public form holds no person and no number that points to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.public import KLEIN
from wiq_cli.usecases.decide_later import wording_at

if TYPE_CHECKING:
    from datetime import date

    from wiq_cli.domain.recount import Recount
    from wiq_cli.usecases.decide_minutes import Item, Minutes

SCHEMA = "wiq.minutes/1"


def minutes_document(one: Minutes, *, public: bool) -> dict[str, Any]:
    """Give the minutes as plain data. People stand in it by their kennung, and only inside the house."""
    people = {"lead": one.lead, "keeper": one.keeper, "present": list(one.present), "absent": list(one.absent)}
    return {
        "schema": SCHEMA,
        "team": one.team,
        "name": one.name,
        "date": one.day.isoformat(),
        "forms": list(one.forms),
        "place": one.place,
        "begin": one.begin,
        "end": one.end,
        "invited": _day(one.invited),
        "quorate": one.quorate,
        "entitled": one.entitled,
        "present_count": one.present_count,
        **({} if public else people),
        "items": [_item(item, public=public) for item in one.items],
        "not_public": one.hidden,
        **({} if public else {"missing": list(one.missing)}),
    }


def _item(item: Item, *, public: bool) -> dict[str, Any]:
    beschluss, result = item.beschluss, item.beschluss.ergebnis
    return {
        "id": beschluss.id,
        "title": beschluss.titel,
        "wording": beschluss.antrag.wortlaut,
        "attempts": [_attempt(item, each, public=public) for each in item.attempts],
        "outcome": beschluss.status if item.decided else "offen",
        "reason": result and result.grund,
        "next": result and result.weiter,
        "review": _day(beschluss.wiedervorlage.am if beschluss.wiedervorlage else None),
        "seal": beschluss.siegel and beschluss.siegel.sha256,
    }


def _attempt(item: Item, one: Recount, *, public: bool) -> dict[str, Any]:
    small = public and (one.lage.voters or 0) < KLEIN
    return {
        "number": one.versuch.nr,
        "procedure": one.versuch.verfahren,
        "wording": wording_at(item.beschluss, one.wording),
        "votes": {} if small else dict(one.lage.stimmen),
        "recorded": one.said,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
