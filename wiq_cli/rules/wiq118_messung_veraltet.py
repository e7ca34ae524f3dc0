"""Lange nichts gemessen.

Ein Team, das läuft, schaut ab und zu nach, wie weit es ist. Nach 90 Tagen erinnert wiq daran.
Die Zahl der Tage steht in wiq.yaml unter „schwellen: messung_alt“.

Falsch:

    wirkung:
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-06-01, wert: 20, quelle: Zählung}]}

Richtig:

    wirkung:
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-01, wert: 20, quelle: Zählung}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
NEEDS = (("wiq.yaml", "schwellen"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "laeuft":
        return
    for number, one in enumerate(team.wirkung):
        last = max((value.am for value in one.ist), default=None)
        if last is not None and (rahmen.heute - last).days > rahmen.netzwerk.schwellen.messung_alt:
            yield Fault(
                ("wirkung", number, "ist"),
                f"Die letzte Messung ist {(rahmen.heute - last).days} Tage her.",
                "Schreib den neuen Wert dazu.",
                at_key=True,
            )
