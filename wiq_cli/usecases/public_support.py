"""What the steering team said to the wishes of a team, as the public may see it: one word for each wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.public import Support
from wiq_cli.domain.unterstuetzung import SUPPORT, plain
from wiq_cli.usecases.decide import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

Entscheidung = Literal["bewilligt", "abgelehnt", "offen"]


def public_decisions(
    beschluesse: Iterable[Beschluss], teams: Iterable[tuple[str, Team]], rahmen: Rahmen
) -> tuple[Beschluss, ...]:
    """Give what the teams in charge decided on support, holds today, and everybody may read; the latest last."""
    competent = rahmen.regeln.competent(SUPPORT)
    deciding = {kuerzel for kuerzel, team in teams if competent is None or team.art == competent[0]}
    fitting = (
        one
        for one in in_force(beschluesse, rahmen.heute)
        if one.art == SUPPORT and one.team in deciding and one.sichtbarkeit.stufe == "oeffentlich"
    )
    return tuple(sorted(fitting, key=lambda one: ((one.ergebnis.am if one.ergebnis else None) or one.opened, one.id)))


def public_support(kuerzel: str, team: Team, decisions: Iterable[Beschluss]) -> tuple[Support, ...]:
    """Give the wishes of a team. A wish is known by its words; a later decision replaces an earlier one."""
    said: dict[str, Entscheidung] = {}
    for one in decisions:
        if one.betrifft.lt == kuerzel and one.leistung:
            given: dict[str, Entscheidung] = {plain(open_.was): "offen" for open_ in one.leistung.offen}
            given |= {plain(refused.was): "abgelehnt" for refused in one.leistung.abgelehnt}
            said |= given | {plain(granted): "bewilligt" for granted in one.leistung.bewilligt}
    return tuple(Support(was=one.was, art=one.art, entscheidung=said.get(plain(one.was))) for one in team.support)
