"""What the steering team said to the wishes of a team, as the public may see it: one word for each wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.public import Support
from wiq_cli.usecases.decide import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team

Entscheidung = Literal["bewilligt", "abgelehnt", "offen"]
STEERING = "ST"


def public_decisions(beschluesse: Iterable[Beschluss], steering: Iterable[str], heute: date) -> tuple[Beschluss, ...]:
    """Give what the steering teams decided on support, holds today, and everybody may read; the latest last."""
    deciding = frozenset(steering)
    fitting = (
        one
        for one in in_force(beschluesse, heute)
        if one.art == "lt_unterstuetzung" and one.team in deciding and one.sichtbarkeit.stufe == "oeffentlich"
    )
    return tuple(sorted(fitting, key=lambda one: ((one.ergebnis.am if one.ergebnis else None) or one.opened, one.id)))


def public_support(kuerzel: str, team: Team, decisions: Iterable[Beschluss]) -> tuple[Support, ...]:
    """Give the wishes of a team. A wish is known by its words; a later decision replaces an earlier one."""
    said: dict[str, Entscheidung] = {}
    for one in decisions:
        if one.betrifft.lt == kuerzel and one.leistung:
            given: dict[str, Entscheidung] = {_key(open_.was): "offen" for open_ in one.leistung.offen}
            given |= {_key(refused.was): "abgelehnt" for refused in one.leistung.abgelehnt}
            said |= given | {_key(granted): "bewilligt" for granted in one.leistung.bewilligt}
    return tuple(Support(was=one.was, art=one.art, entscheidung=said.get(_key(one.was))) for one in team.support)


def _key(was: str) -> str:
    return " ".join(was.casefold().split())
