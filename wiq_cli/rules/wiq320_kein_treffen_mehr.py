"""Es steht kein Treffen mehr an.

Das Team läuft, aber alle Termine sind vorbei, oder der Rhythmus ist zu Ende.
Am besten macht ihr einen festen Wochentag mit Uhrzeit aus. Ruht das Team, dann passt „status: pausiert“.

Falsch:

    treffen:
      ort: per Teams
      termine: [13.09.2024 18:00]

Richtig:

    treffen:
      ort: per Teams
      termine: [13.09.2024 18:00]
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
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
NEEDS = (("wiq.yaml", "ferien"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    treffen = team.treffen
    if team.status != "laeuft" or not (treffen.rhythmus or treffen.termine):
        return
    if any(one.am >= rahmen.heute for one in treffen.ausfall):
        return  # WIQ325 speaks
    quick = treffen.without_holidays()  # they never cancel a whole rhythm
    if not Terminplan(quick, rahmen.netzwerk).upcoming(rahmen.heute, 1):
        yield Fault(
            ("treffen",),
            "Das Team läuft, aber es steht kein Treffen mehr an.",
            "Macht am besten einen festen Wochentag und eine Uhrzeit aus.",
            at_key=True,
        )
