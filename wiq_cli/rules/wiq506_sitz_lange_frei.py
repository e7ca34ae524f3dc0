"""Ein Sitz ist seit mehr als 90 Tagen frei.

Eine Amtszeit ist zu Ende, und niemand folgt nach. Solange der Sitz frei ist, fehlt seine Bank bei jedem Beschluss.
Fragt dort nach, wo der Sitz besetzt wird: beim Stadtbezirksbeirat, beim Amt, beim Team, oder setzt eine Wahl an.

Falsch:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil es hier nur um eine Bank geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p2, seit: 2026-01-15, bis: 2026-06-30, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}

Richtig:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil es hier nur um eine Bank geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p2, seit: 2026-01-15, bis: 2026-06-30, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p9, seit: 2026-09-01, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.baenke import is_long_vacant, last_ended, seats_of, vacant_since
from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    teamart, heute = rahmen.regeln.teams.get(team.art), rahmen.heute
    if teamart is None or not teamart.aufnahme.baenke or team.status == "abgeschlossen":
        return
    seats = seats_of(team)
    for name, bench in teamart.aufnahme.baenke.items():
        mine = [one for one in seats if one.bank == name]
        ended, since = last_ended(mine, heute), vacant_since(mine, bench.sitze or 0, heute)
        if ended is not None and since is not None and is_long_vacant(mine, bench.sitze or 0, heute):
            message = f"Auf der Bank „{name}“ ist seit {(heute - since).days} Tagen ein Sitz frei."
            yield Fault((*ended.path, "bis"), message, "Fragt dort nach, wo der Sitz besetzt wird.")
