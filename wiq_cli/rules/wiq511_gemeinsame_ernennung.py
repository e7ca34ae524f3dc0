"""Eine Hälfte der gemeinsamen Ernennung fehlt.

In manche Teams führt nur eine gemeinsame Kandidatin oder ein gemeinsamer Kandidat. Nach regeln.yaml entscheiden dort zwei
Teams über dieselbe Person, ins Unterstützungs- und Kernteam zum Beispiel Projektteam und Steuerungsteam.
Beide Beschlüsse sind angenommen und gelten, bevor die Person beginnt. Wer geht und wiederkommt, braucht neue.

Wer schon vor „gilt_ab“ der Regeln dabei war, bekommt nur einen Hinweis. Ein späterer Beschluss kann die Person bestätigen.
Auch ein Netzwerk, das noch keinen Beschluss mit wiq führt, bekommt nur Hinweise.

Falsch:

    #: teams/st.yaml
    #: teams/ut.yaml
    mitglieder:
      - {kennung: p11, seit: 2026-10-01, zugang: {weg: ernennung, beschluesse: [pt-20260903-ernennung]}}
    #: beschluesse/pt/2026/pt-20260903-ernennung.yaml
    art: ernennung
    titel: Ernennung im UT
    antrag: Die Person wird Mitglied im UT.
    betrifft: {team: ut, person: p11}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}

Richtig:

    #: teams/ut.yaml
    mitglieder:
      - {kennung: p11, seit: 2026-10-01, zugang: {weg: ernennung, beschluesse: [pt-20260903-ernennung, st-20260910-ernennung]}}
    #: beschluesse/pt/2026/pt-20260903-ernennung.yaml
    art: ernennung
    titel: Ernennung im UT
    antrag: Die Person wird Mitglied im UT.
    betrifft: {team: ut, person: p11}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}
    #: beschluesse/st/2026/st-20260910-ernennung.yaml
    art: ernennung
    titel: Ernennung im UT
    antrag: Die Person wird Mitglied im UT.
    betrifft: {team: ut, person: p11}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.nachweis import missing_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz, NetzFault

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    yield from missing_decisions(netz, lambda one: one.eingang.gemeinsam, "ernennung")
