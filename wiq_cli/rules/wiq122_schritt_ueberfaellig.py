"""Der Tag für einen Schritt ist vorbei.

Der Weg ist ein grober Zeitplan. Ist ein Tag vorbei und der Schritt nicht als erledigt eingetragen, dann schau kurz drauf.
Oft ist er längst getan. Sonst bekommt er einen neuen Tag.

Falsch:

    weg:
      - {schritt: Fläche finden, bis: 2026-10-31}

Richtig:

    weg:
      - {schritt: Fläche finden, bis: 2026-10-31, erledigt: ja}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "laeuft":
        return
    for number, step in enumerate(team.weg):
        if step.bis is not None and step.bis < rahmen.heute and not step.erledigt:
            yield Fault(
                ("weg", number, "bis"),
                "Der Tag für diesen Schritt ist vorbei.",
                "Getan? Dann „erledigt: ja“. Noch nicht? Dann setz einen neuen Tag mit „bis: …“.",
            )
