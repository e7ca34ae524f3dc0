"""Die Sitze einer Bank sind nicht besetzt wie vorgesehen.

regeln.yaml sagt, wie viele Sitze eine Bank hat. Endet eine Amtszeit, dann fehlt jemand, bis der Sitz neu besetzt ist.
Stehen zu viele Leute auf einer Bank, dann fehlt oft nur ein „bis“.
wiq schaut erst hin, wenn im Team bei jemandem unter „zugang“ eine Bank steht.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01, bis: 2026-10-31, zugang: {bank: politik}}
      - {kennung: p2, seit: 2026-01-01, zugang: {bank: politik}}
      - {kennung: p3, seit: 2026-01-01, zugang: {bank: verwaltung}}
      - {kennung: p4, seit: 2026-01-01, zugang: {bank: verwaltung}}
      - {kennung: p5, seit: 2026-01-01, zugang: {bank: zivilgesellschaft}}
      - {kennung: p6, seit: 2026-01-01, zugang: {bank: zivilgesellschaft}}
      - {kennung: p7, seit: 2026-01-01, zugang: {bank: ut}}
      - {kennung: p8, seit: 2026-01-01, zugang: {bank: ut}}

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01, bis: 2026-10-31, zugang: {bank: politik}}
      - {kennung: p9, seit: 2026-11-01, zugang: {bank: politik}}
      - {kennung: p2, seit: 2026-01-01, zugang: {bank: politik}}
      - {kennung: p3, seit: 2026-01-01, zugang: {bank: verwaltung}}
      - {kennung: p4, seit: 2026-01-01, zugang: {bank: verwaltung}}
      - {kennung: p5, seit: 2026-01-01, zugang: {bank: zivilgesellschaft}}
      - {kennung: p6, seit: 2026-01-01, zugang: {bank: zivilgesellschaft}}
      - {kennung: p7, seit: 2026-01-01, zugang: {bank: ut}}
      - {kennung: p8, seit: 2026-01-01, zugang: {bank: ut}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.naehe import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.person import Person
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    teamart = rahmen.regeln.teams.get(team.art)
    seats = _seats(team)
    if teamart is None or not seats or team.status == "abgeschlossen":
        return
    benches = teamart.aufnahme.baenke
    for path, _, name in seats:
        if name not in benches:
            close = nearest(name, benches)
            remedy = (
                f"Gemeint ist vermutlich „{close}“." if close else f"Hier geht: {', '.join(benches) or 'keine Bank'}."
            )
            yield Fault((*path, "zugang", "bank"), "Diese Bank steht nicht in regeln.yaml.", remedy)
    for name, bench in benches.items():
        mine = [(path, person) for path, person, bank in seats if bank == name]
        sitting = sum(person.member_on(rahmen.heute) for _, person in mine)
        if bench.sitze is not None and sitting != bench.sitze:
            too_many = "Ist jemand nicht mehr dabei? Dann fehlt ein „bis“."
            remedy = (
                too_many
                if sitting > bench.sitze
                else "Trag ein, wer nachfolgt. Der Beschluss dazu gehört unter „zugang“."
            )
            message = f"Besetzt: {sitting} von {bench.sitze} Sitzen auf der Bank „{name}“."
            yield Fault(_ended_last(mine, rahmen.heute) or ("mitglieder",), message, remedy)


def _seats(team: Team) -> list[tuple[DataPath, Person, str]]:
    """Give everybody who sits on a bench, with the place of the person and the bench."""
    people = (((key, number), person, person.zugang) for key, number, person in team.personen())
    return [(path, person, way.bank) for path, person, way in people if way is not None and way.bank]


def _ended_last(seats: list[tuple[DataPath, Person]], today: date) -> DataPath | None:
    """Give the place where the last term on a bench ended."""
    ended = [(person.bis, (*path, "bis")) for path, person in seats if person.bis is not None and person.bis < today]
    return max(ended)[1] if ended else None
