"""Diese Stunde gibt es nicht.

Im Frühjahr springt die Uhr nachts um eine Stunde vor. Was in dieser Stunde läge, kann nicht stattfinden.
Bei einem Rhythmus genügt es, den einen Tag unter „ausfall“ oder „verlegt“ einzutragen.

Falsch:

    treffen:
      ort: per Teams
      termine: [28.03.2027 02:30]

Richtig:

    treffen:
      ort: per Teams
      termine: [28.03.2027 03:30]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.nachtstunden import at_night, is_missing
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import clock, german

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("wiq.yaml", "zeitzone"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    for path, moment in at_night(plan, rahmen.heute):
        if not is_missing(moment, rahmen.netzwerk.zeitzone):
            continue
        if path[1] != "rhythmus" or not plan.pause(moment.date()):
            message = f"Am {german(moment)} gibt es {clock(moment.time())} nicht, da springt die Uhr auf Sommerzeit."
            yield Fault(path, message, "Nimm eine Stunde davor oder danach.")
