"""Diese Teamart kennt das Netzwerk nicht.

Die Teamarten stehen in regeln.yaml. Von Haus aus sind es LT, ST, UT, KT und PT.
Ein Netzwerk kann dort eigene Arten eintragen.

Falsch:

    art: XT

Richtig:

    art: LT
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.naehe import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    known = list(rahmen.regeln.teams)
    if team.art in known:
        return
    close = nearest(team.art, known)
    remedy = f"Gemeint ist vermutlich „{close}“." if close else f"Hier geht: {', '.join(known)}."
    yield Fault(("art",), "Diese Teamart steht nicht in regeln.yaml.", remedy)
