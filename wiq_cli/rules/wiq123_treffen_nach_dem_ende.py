"""Das Team ist abgeschlossen, Treffen stehen noch an.

Ein abgeschlossenes Team trifft sich nicht mehr. Stehen noch Treffen in der Datei, dann erscheinen sie im Kalender,
und jemand kommt umsonst.

Falsch:

    status: abgeschlossen
    treffen:
      ort: per Teams
      termine: [01.12.2026 18:00]
    leitung: [{kennung: p901, bis: 2026-10-31}]
    mitglieder: [{kennung: p902, bis: 2026-10-31}]

Richtig:

    status: abgeschlossen
    treffen:
      ort: per Teams
      termine: [26.10.2026 18:00]
    leitung: [{kennung: p901, bis: 2026-10-31}]
    mitglieder: [{kennung: p902, bis: 2026-10-31}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "abgeschlossen":
        return
    for number, rhythm in enumerate(team.treffen.rhythmus):
        if rhythm.bis is None or rhythm.bis > rahmen.heute:
            yield Fault(
                ("treffen", "rhythmus", number),
                "Das Team ist abgeschlossen, dieser Rhythmus läuft weiter.",
                "Schreib das Ende dazu: „bis 31.10.2026“. Oder setz einen anderen „status“.",
            )
    for number, one in enumerate(team.treffen.termine):
        if one.am > rahmen.heute:
            yield Fault(
                ("treffen", "termine", number),
                "Das Team ist abgeschlossen, dieses Treffen steht noch an.",
                "Lösch das Treffen oder setz einen anderen „status“.",
            )
