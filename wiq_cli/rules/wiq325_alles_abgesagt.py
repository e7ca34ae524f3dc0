"""Alle Treffen sind abgesagt.

Nach der Datei trifft sich das Team gar nicht mehr: Jedes Treffen, das noch käme, steht unter „ausfall“.
Der Kalender ist dann leer, aber gültig.
Macht ihr eine Pause, dann ist ein Zeitraum unter „pause“ kürzer. Ist sie länger, dann passt „status: pausiert“.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026 bis 08.12.2026]
      ausfall: [24.11.2026, 01.12.2026, 08.12.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026 bis 15.12.2026]
      ausfall: [24.11.2026, 01.12.2026, 08.12.2026]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Terminplan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
NEEDS = (("wiq.yaml", "ferien"), ("wiq.yaml", "bundesland"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    off = [one for one in team.treffen.ausfall if one.am >= rahmen.heute and plan.target(one)]
    if off and not plan.upcoming(rahmen.heute, 1):
        many = (
            "Das letzte Treffen, das noch käme, ist"
            if len(off) == 1
            else f"Alle {len(off)} Treffen, die noch kämen, sind"
        )
        yield Fault(
            ("treffen", "ausfall"),
            f"{many} abgesagt.",
            "Trag ein neues ein, oder schreib „status: pausiert“.",
            at_key=True,
        )
