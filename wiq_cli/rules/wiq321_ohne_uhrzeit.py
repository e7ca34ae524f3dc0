"""Einem Treffen fehlt die Uhrzeit.

Ohne Uhrzeit steht das Treffen im Kalender als ganzer Tag. wiq rät keine Stunde.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag ab 01.09.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
WHAT = "Hier fehlt die Uhrzeit."
REMEDY = "Schreib sie dazu, zum Beispiel 18:00. Sonst steht das Treffen als ganzer Tag im Kalender."


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    for number, rhythmus in enumerate(team.treffen.rhythmus):
        if rhythmus.zeit is None and (rhythmus.bis is None or rhythmus.bis >= rahmen.heute):
            yield Fault(("treffen", "rhythmus", number), WHAT, REMEDY)
    for number, termin in enumerate(team.treffen.termine):
        if termin.zeit is None and termin.am >= rahmen.heute:
            yield Fault(("treffen", "termine", number), WHAT, REMEDY)
