"""Eine Person hat zur selben Zeit zwei Sitze.

In einem Team mit Bänken hat jede Person einen Sitz. Steht sie zweimal in der Datei, dann folgen die Zeiten aufeinander.
Wer die Bank wechselt, bekommt auf der alten ein „bis“.

Falsch:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil es hier nur um eine Person geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, zugang: {weg: wahl, bank: zivilgesellschaft, nachweis: Wahlprotokoll vom 13.01.2026}}
      - {kennung: p1, seit: 2026-10-01, zugang: {weg: entsendung, bank: politik, von: Stadtbezirksbeirat, nachweis: Brief vom 20.09.2026}}

Richtig:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil es hier nur um eine Person geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, bis: 2026-09-30, zugang: {weg: wahl, bank: zivilgesellschaft, nachweis: Wahlprotokoll vom 13.01.2026}}
      - {kennung: p1, seit: 2026-10-01, zugang: {weg: entsendung, bank: politik, von: Stadtbezirksbeirat, nachweis: Brief vom 20.09.2026}}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    teamart = rahmen.regeln.teams.get(team.art)
    if teamart is None or not teamart.aufnahme.baenke:
        return
    until: dict[str, date] = {}
    for key, number, person in sorted(team.personen(), key=lambda one: one[2].seit or date.min):
        if person.kennung is None:
            continue
        if person.kennung in until and (person.seit or date.min) <= until[person.kennung]:
            yield Fault(
                (key, number),
                "Diese Person hat zur selben Zeit schon einen Sitz.",
                "Trag beim früheren Eintrag „bis“ ein, oder lösch einen von beiden.",
            )
        until[person.kennung] = max(person.bis or date.max, until.get(person.kennung, date.min))
