"""Ein Treffen ist zugleich abgesagt und verlegt.

Ein Treffen fällt aus, oder es ist an einem anderen Tag. Beides zugleich geht nicht, auch nichts davon zweimal.
Lösch die Zeile, die nicht mehr gilt.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      ausfall: [24.11.2026]
      verlegt: [24.11.2026 -> 25.11.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      verlegt: [24.11.2026 -> 25.11.2026]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Platz, Terminplan
from wiq_cli.domain.zeitangabe import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("wiq.yaml", "bundesland"), ("wiq.yaml", "ferien"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    cancelled: set[Platz] = set()
    for number, entry in enumerate(team.treffen.ausfall):
        if (target := plan.target(entry)) in cancelled:
            message = f"Das Treffen am {short_day(entry.am)} ist zweimal abgesagt."
            yield Fault(("treffen", "ausfall", number), message, "Lösch eine der Zeilen.")
        cancelled |= {target} if target else set()
    moved: set[Platz] = set()
    for number, move in enumerate(team.treffen.verlegt):
        target, path = plan.target(move), ("treffen", "verlegt", number)
        if target in cancelled:
            message = f"Das Treffen am {short_day(move.am)} ist abgesagt und verlegt."
            yield Fault(path, message, "Lösch die Zeile hier oder die unter „ausfall“.")
        elif target in moved:
            message = f"Das Treffen am {short_day(move.am)} ist zweimal verlegt."
            yield Fault(path, message, "Lösch die Zeile, die nicht mehr gilt.")
        moved |= {target} if target else set()
