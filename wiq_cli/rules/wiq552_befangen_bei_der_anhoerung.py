"""Bei einer Anhörung war jemand dabei, um den es geht.

Beschließt das Team etwas, weil es jemanden angehört hat („art: anhoerung_werte“), dann bleibt außen vor, wer befangen ist
oder wen es betrifft. Das heißt: nicht dabei, keine Stimme, kein Protokoll. Worum es ging, steht auch hier nicht.

Falsch:

    #: teams/pt.yaml
    mitglieder:
      - {kennung: p21, seit: 2020-01-01, zugang: {absichtserklaerung: 2019-12-01, beschluesse: [pt-20260120-p21]}}
      - {kennung: p22, seit: 2020-01-01, zugang: {absichtserklaerung: 2019-12-01, beschluesse: [pt-20260120-p22]}}
    #: beschluesse/pt/2026/pt-20260120-p21.yaml
    art: aufnahme
    titel: Bestätigung
    antrag: Das PT bestätigt die Person.
    betrifft: {team: pt, person: p21}
    wahlkoerper: {stichtag: 2026-01-20, zahl: 2}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-01-20, zaehlung: {zustimmung: 2}, ergebnis: erreicht}
    regel:
    #: beschluesse/pt/2026/pt-20260120-p22.yaml
    art: aufnahme
    titel: Bestätigung
    antrag: Das PT bestätigt die Person.
    betrifft: {team: pt, person: p22}
    wahlkoerper: {stichtag: 2026-01-20, zahl: 2}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-01-20, zaehlung: {zustimmung: 2}, ergebnis: erreicht}
    regel:
    #: beschluesse/pt/2026/pt-20260903-gespraech.yaml
    art: anhoerung_werte
    titel: Folgen einer Anhörung
    antrag: Das PT bietet ein Gespräch mit einer Moderation an.
    sichtbarkeit: {stufe: vertraulich, grund: Das ist Sache der Beteiligten., pruefen_am: 2027-09-03}
    befangen: [{person: p21, grad: zurueckgezogen}]
    anwesend: [p21, p22]
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:

Richtig:

    #: teams/pt.yaml
    mitglieder:
      - {kennung: p21, seit: 2020-01-01, zugang: {absichtserklaerung: 2019-12-01, beschluesse: [pt-20260120-p21]}}
      - {kennung: p22, seit: 2020-01-01, zugang: {absichtserklaerung: 2019-12-01, beschluesse: [pt-20260120-p22]}}
    #: beschluesse/pt/2026/pt-20260120-p21.yaml
    art: aufnahme
    titel: Bestätigung
    antrag: Das PT bestätigt die Person.
    betrifft: {team: pt, person: p21}
    wahlkoerper: {stichtag: 2026-01-20, zahl: 2}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-01-20, zaehlung: {zustimmung: 2}, ergebnis: erreicht}
    regel:
    #: beschluesse/pt/2026/pt-20260120-p22.yaml
    art: aufnahme
    titel: Bestätigung
    antrag: Das PT bestätigt die Person.
    betrifft: {team: pt, person: p22}
    wahlkoerper: {stichtag: 2026-01-20, zahl: 2}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-01-20, zaehlung: {zustimmung: 2}, ergebnis: erreicht}
    regel:
    #: beschluesse/pt/2026/pt-20260903-gespraech.yaml
    art: anhoerung_werte
    titel: Folgen einer Anhörung
    antrag: Das PT bietet ein Gespräch mit einer Moderation an.
    sichtbarkeit: {stufe: vertraulich, grund: Das ist Sache der Beteiligten., pruefen_am: 2027-09-03}
    befangen: [{person: p21, grad: zurueckgezogen}]
    anwesend: [p22]
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.verweise import HEARING, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR
TOOK_PART = ("anwesend", "stimmen", "protokoll", "verantwortlich")


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if beschluss.art != HEARING:
        return
    concerned = {*(one.person for one in beschluss.befangen), beschluss.betrifft.person}
    for path, person in people(beschluss):
        if path[0] in TOOK_PART and person in concerned:
            yield Fault(
                path,
                "Diese Person ist befangen oder betroffen und war trotzdem dabei.",
                "Berichtigt den Eintrag. War es so, dann wiederholt es ohne sie.",
            )
