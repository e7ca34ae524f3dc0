"""Ein Treffen ist auf ein anderes verlegt.

Am neuen Tag zur neuen Stunde trifft sich dasselbe Team schon, oder es ist noch mitten in einem Treffen.
Ist das gemeint, dann trag das verlegte unter „ausfall“ ein.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      verlegt: [24.11.2026 -> 01.12.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      ausfall: [24.11.2026]
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.kollision import overlap
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
A_DAY = timedelta(1)
NEEDS = (("wiq.yaml", "bundesland"), ("wiq.yaml", "ferien"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    for number, entry in enumerate(team.treffen.verlegt):
        target = plan.target(entry)
        around = plan.meetings(entry.auf - A_DAY, entry.auf + A_DAY)
        day = [one for one in around if one.status != "cancelled"]
        mine = [
            one
            for one in day
            if target and one.status == "moved" and one.original == target.tag and one.day == entry.auf
        ]
        if any(overlap(one, other) and one is not other for one in mine for other in day):
            yield Fault(
                ("treffen", "verlegt", number),
                f"Am {short_day(entry.auf)} trifft sich das Team um diese Zeit schon.",
                "Nimm eine andere Zeit, oder trag das Treffen unter „ausfall“ ein.",
            )
