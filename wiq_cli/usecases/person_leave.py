"""Somebody leaves: the entry stays and gets a last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.pruned import value_at
from wiq_cli.domain.scalars import read_date
from wiq_cli.usecases.person_consent import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.usecases.person import Stelle


def still_there(places: Iterable[Stelle], day: date) -> list[Stelle]:
    """Give the entries without a last day, or with one after this day."""
    return [one for one in places if (end := _day(one, "bis")) is None or end > day]


def leave_edits(one: Stelle, day: date) -> list[Edit]:
    """Give an entry its last day. Raises ``WrongCall`` for a day before the first."""
    since = _day(one, "seit")
    if since and since > day:
        raise WrongCall(f"--on: Der Tag liegt vor „seit“ ({one.place}). Prüf beide Tage.")
    raw = value_at(one.source.data, one.path)
    full = [Edit(one.path, {"name": raw})] if isinstance(raw, str) else []
    return [*full, Edit((*one.path, "bis"), day)]


def _day(one: Stelle, key: str) -> date | None:
    try:
        return read_date(one.data.get(key))
    except ValueError:
        return None
