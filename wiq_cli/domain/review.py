"""What the rules about decisions share: which procedure was due, and which decisions wiq may judge by it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.procedure import Vorgehen, applicable, own_procedure
from wiq_cli.domain.recount import Recount, recount
from wiq_cli.domain.regeln import SELBST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.regeln import Regeln


def team_art(netz: Netz, beschluss: Beschluss) -> str | None:
    """Give the type of the team that decides; None where its file is missing or not readable."""
    team = netz.teams.get(beschluss.team)
    return team.art if team else None


def same_version(beschluss: Beschluss, regeln: Regeln) -> bool:
    """Whether the rules of today are the ones that the decision was opened under."""
    named = beschluss.regel.fassung if beschluss.regel else None
    return named == regeln.fassung if named else beschluss.opened >= regeln.gilt_ab


def due_procedure(netz: Netz, beschluss: Beschluss) -> Vorgehen | None:
    """Give the procedure that the decision had to follow; None where nobody has set one or the rules were others."""
    art, regeln = team_art(netz, beschluss), netz.rahmen.regeln
    if art is None or not same_version(beschluss, regeln):
        return None
    earlier = (one for one in netz.beschluesse.values() if one.id != beschluss.id)
    named = beschluss.regel is not None and beschluss.regel.durch is not None
    day = (
        beschluss.opened if named else beschluss.opened - timedelta(days=1)
    )  # on one day nobody knows which came first
    return applicable(regeln, art, beschluss.art, own_procedure(earlier, beschluss.team, day))


def sets_its_own(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether the team is of a type that sets its own procedure."""
    teamart = netz.rahmen.regeln.teams.get(team_art(netz, beschluss) or "")
    return teamart is not None and teamart.verfahren.art == SELBST


def is_imposed(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether somebody decided by which rule this team counts; a team without one says itself how it went."""
    if not sets_its_own(netz, beschluss):
        return True
    return bool(beschluss.regel and beschluss.regel.durch) or due_procedure(netz, beschluss) is not None


def is_counted(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether wiq counts: by a rule that somebody decided, or by the one that the team named for this decision."""
    named = beschluss.regel is not None and beschluss.regel.verfahren != SELBST
    return named or is_imposed(netz, beschluss)


def judged(netz: Netz) -> Iterator[tuple[str, Beschluss, list[Recount]]]:
    """Give the file, the decision and its recounted attempts, for every decision that is counted by a rule."""
    for name, beschluss in netz.beschluesse.items():
        if is_counted(netz, beschluss):
            yield netz.dateien[name], beschluss, recount(beschluss, netz.rahmen.regeln.begriffe)
