"""Das Team trifft sich nur nach Absprache.

Am besten macht ihr einen festen Wochentag und eine Uhrzeit aus, damit nicht immer aufwändig genuudelt werden muss.
Ein Rhythmus ist eine Zeile, zum Beispiel „erster Montag im Monat 19:00 ab 07.09.2026“.
Ist in euren Terminen schon eine Gewohnheit, dann schlägt wiq den Rhythmus vor: „wiq meetings rhythm TEAM“.

Falsch:

    treffen:
      ort: per Teams
      termine: [01.12.2026 18:00, 09.12.2026 18:00, 17.12.2026 18:00]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: alle 2 Wochen Dienstag 18:00 ab 01.12.2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.gewohnheit import habit
from wiq_cli.domain.zeitangabe import WOCHENTAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


MANY = 3


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    ahead = [one for one in team.treffen.termine if one.am >= rahmen.heute]
    if team.status == "laeuft" and not team.treffen.rhythmus and len(ahead) >= MANY:
        found = habit(team.treffen.termine, rahmen.heute)
        line = found.line() if found else "alle 2 Wochen Dienstag 18:00 ab …"
        often = f"Meist trefft ihr euch {WOCHENTAGE[found.wochentag].lower()}s. " if found else ""
        yield Fault(
            ("treffen", "termine"),
            f"{len(ahead)} Treffen sind einzeln ausgemacht.",
            f"{often}Ein fester Rhythmus spart Absprachen: „rhythmus: {line}“.",
            at_key=True,
        )
