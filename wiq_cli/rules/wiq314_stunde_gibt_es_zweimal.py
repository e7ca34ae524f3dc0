"""Diese Stunde gibt es zweimal.

Im Herbst wird die Uhr nachts um eine Stunde zurückgestellt. Dann kommt dieselbe Stunde noch einmal.
wiq nimmt die erste. Ist die zweite gemeint, dann fang lieber eine Stunde später an.

Falsch:

    treffen:
      ort: per Teams
      termine: [31.10.2027 02:30]

Richtig:

    treffen:
      ort: per Teams
      termine: [31.10.2027 03:30]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.nachtstunden import at_night, is_doubled
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import clock, german

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
NEEDS = (("wiq.yaml", "zeitzone"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    said = set()  # the next time is enough
    for path, moment in at_night(plan, rahmen.heute):
        if path in said or moment.date() < rahmen.heute or not is_doubled(moment, rahmen.netzwerk.zeitzone):
            continue
        if path[1] != "rhythmus" or not plan.pause(moment.date()):
            said.add(path)
            message = f"Am {german(moment)} gibt es {clock(moment.time())} zweimal, da endet die Sommerzeit."
            yield Fault(path, message, "wiq nimmt die erste Stunde. Eine Stunde später ist es für alle klar.")
