"""Die Absichtserklärung fehlt oder kam zu spät.

In manche Teams führt eine Absichtserklärung. Wer ins Projektteam will, erklärt zuerst die Absicht. Danach entscheidet das
Team. Der Tag steht unter „zugang: absichtserklaerung“ und liegt vor dem Beschluss.

Wer schon vor „gilt_ab“ der Regeln dabei war, bekommt nur einen Hinweis.

Falsch:

    #: teams/pt.yaml
    mitglieder:
      - {kennung: p9, seit: 2026-10-01, zugang: {absichtserklaerung: 2026-09-20, beschluesse: [pt-20260903-aufnahme]}}
    #: beschluesse/pt/2026/pt-20260903-aufnahme.yaml
    # wiq: erlaubt WIQ411, weil hier nur eine Person steht
    art: aufnahme
    titel: Ein neues Mitglied
    antrag: Das PT nimmt die Person auf.
    betrifft: {team: pt, person: p9}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}
    regel:

Richtig:

    #: teams/pt.yaml
    mitglieder:
      - {kennung: p9, seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20, beschluesse: [pt-20260903-aufnahme]}}
    #: beschluesse/pt/2026/pt-20260903-aufnahme.yaml
    # wiq: erlaubt WIQ411, weil hier nur eine Person steht
    art: aufnahme
    titel: Ein neues Mitglied
    antrag: Das PT nimmt die Person auf.
    betrifft: {team: pt, person: p9}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}
    regel:
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import ERKLAERUNG, Aufnahmen, eintritte
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.aufnahme import Eintritt
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    aufnahmen = Aufnahmen(netz)
    for one in eintritte(netz):
        if one.eingang.weg != ERKLAERUNG:
            continue
        level, file = one.level(Level.ERROR), one.karte.file
        declared = one.person.zugang.absichtserklaerung if one.person.zugang else None
        if declared is None:
            message = "Hier steht keine Absichtserklärung."
            remedy = "Trag unter „zugang“ den Tag ein: „absichtserklaerung: …“."
            yield NetzFault(file, one.path("zugang"), message, remedy, level)
        elif declared > _latest(aufnahmen, one):
            message = "Die Absichtserklärung kam erst nach der Aufnahme."
            remedy = "Prüf den Tag. Zuerst die Erklärung, dann der Beschluss."
            yield NetzFault(file, one.path("zugang", "absichtserklaerung"), message, remedy, level)


def _latest(aufnahmen: Aufnahmen, one: Eintritt) -> date:
    """Give the day after which a declaration is too late: of the decision, of the first day in the team."""
    adopted = (each.ergebnis.am for each in aufnahmen.deciding(one) if each.ergebnis and each.status == "angenommen")
    decided = max((day for day in adopted if day), default=date.max)
    return min(decided, one.person.seit or date.max)
