"""Die Pause hat keine Daten.

Für „feiertage“ muss in wiq.yaml das Bundesland stehen, für „ferien“ müssen dort die Ferien stehen.
Sonst finden die Treffen auch an diesen Tagen statt.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      pause: [ferien]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      pause: [feiertage, 21.12.2026 bis 03.01.2027]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
NEEDS = (("wiq.yaml", "bundesland"), ("wiq.yaml", "ferien"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    for number, pause in enumerate(team.treffen.pause):
        path = ("treffen", "pause", number)
        if pause.was == "feiertage" and rahmen.netzwerk.bundesland is None:
            yield Fault(
                path, "wiq kennt die Feiertage nicht.", "Trag in wiq.yaml das Bundesland ein: „bundesland: SN“."
            )
        if pause.was == "ferien" and not rahmen.netzwerk.ferien.zeiten:
            yield Fault(path, "wiq kennt die Ferien nicht.", "Trag sie in wiq.yaml unter „ferien“ ein.")
