"""Die Frist ist vorbei, ein Ergebnis steht nicht da.

Der Tag, bis zu dem die Teilziele erreicht sein sollten, liegt zurück.
Schreib auf, was erreicht ist, oder setz eine neue Frist. Beides ist gut.

Falsch:

    ziele:
      bis: 2026-09-15
      teilziele: [Beete anlegen]

Richtig:

    ziele:
      bis: 2026-09-15
      teilziele:
        - {ziel: Beete anlegen, erreicht: ja, am: 2026-09-01}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
REMEDY = "Erreicht? Dann „erreicht: ja“ beim Teilziel. Noch nicht? Dann setz eine neue Frist mit „bis: …“."


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "laeuft":
        return
    ziele, late = team.ziele, rahmen.heute
    for number, goal in enumerate(ziele.teilziele):
        if goal.bis is not None and goal.bis < late and not goal.erreicht:
            yield Fault(("ziele", "teilziele", number, "bis"), "Die Frist für dieses Teilziel ist vorbei.", REMEDY)
    waiting = any(goal.bis is None and not goal.erreicht for goal in ziele.teilziele)
    if ziele.bis is not None and ziele.bis < late and waiting:
        yield Fault(("ziele", "bis"), "Die Frist ist vorbei, und nicht alle Teilziele sind erreicht.", REMEDY)
