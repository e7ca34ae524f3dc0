"""Die Sitze einer Bank sind nicht besetzt wie vorgesehen.

regeln.yaml sagt, wie viele Sitze eine Bank hat. Endet eine Amtszeit, dann fehlt jemand, bis der Sitz neu besetzt ist.
Stehen zu viele Leute auf einer Bank, dann fehlt oft nur ein „bis“. Bleibt ein Sitz lange frei, sagt das WIQ506 dazu.
wiq schaut erst hin, wenn im Team bei jemandem unter „zugang“ eine Bank steht.

Falsch:

    #: teams/st.yaml
    # wiq: erlaubt WIQ503, weil es hier nur um die Sitze geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01, bis: 2026-10-31, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p2, seit: 2026-01-01, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p3, seit: 2026-01-01, zugang: {bank: verwaltung, von: Amt, nachweis: Brief}}
      - {kennung: p4, seit: 2026-01-01, zugang: {bank: verwaltung, von: Amt, nachweis: Brief}}
      - {kennung: p5, seit: 2026-01-01, zugang: {bank: zivilgesellschaft, nachweis: Wahlprotokoll}}
      - {kennung: p6, seit: 2026-01-01, zugang: {bank: zivilgesellschaft, nachweis: Wahlprotokoll}}
      - {kennung: p7, seit: 2026-01-01, zugang: {bank: ut}}
      - {kennung: p8, seit: 2026-01-01, zugang: {bank: ut}}

Richtig:

    #: teams/st.yaml
    # wiq: erlaubt WIQ503, weil es hier nur um die Sitze geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01, bis: 2026-10-31, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p9, seit: 2026-11-01, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p2, seit: 2026-01-01, zugang: {bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}
      - {kennung: p3, seit: 2026-01-01, zugang: {bank: verwaltung, von: Amt, nachweis: Brief}}
      - {kennung: p4, seit: 2026-01-01, zugang: {bank: verwaltung, von: Amt, nachweis: Brief}}
      - {kennung: p5, seit: 2026-01-01, zugang: {bank: zivilgesellschaft, nachweis: Wahlprotokoll}}
      - {kennung: p6, seit: 2026-01-01, zugang: {bank: zivilgesellschaft, nachweis: Wahlprotokoll}}
      - {kennung: p7, seit: 2026-01-01, zugang: {bank: ut}}
      - {kennung: p8, seit: 2026-01-01, zugang: {bank: ut}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.baenke import last_ended, seats_of
from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.naehe import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    teamart = rahmen.regeln.teams.get(team.art)
    seats = seats_of(team)
    if teamart is None or not seats or team.status == "abgeschlossen":
        return
    benches = teamart.aufnahme.baenke
    unknown = [one for one in seats if one.bank not in benches]
    for one in unknown:
        close = nearest(one.bank, benches)
        remedy = f"Gemeint ist vermutlich „{close}“." if close else f"Hier geht: {', '.join(benches) or 'keine Bank'}."
        yield Fault((*one.path, "zugang", "bank"), "Diese Bank steht nicht in regeln.yaml.", remedy)
    for name, bench in benches.items():
        mine = [one for one in seats if one.bank == name]
        sitting = sum(one.person.member_on(rahmen.heute) for one in mine)
        ended = last_ended(mine, rahmen.heute)
        if bench.sitze is None or sitting == bench.sitze or (unknown and sitting < bench.sitze):
            continue  # who sits on a bench that nobody knows is missing on another
        too_many = "Ist jemand nicht mehr dabei? Dann fehlt ein „bis“."
        remedy = (
            too_many if sitting > bench.sitze else "Trag ein, wer nachfolgt. Der Beschluss dazu gehört unter „zugang“."
        )
        message = f"Besetzt: {sitting} von {bench.sitze} Sitzen auf der Bank „{name}“."
        yield Fault((*ended.path, "bis") if ended else ("mitglieder",), message, remedy)
