"""Aufgenommen ohne Konsens.

Für die Aufnahme in dieses Team gibt es nach regeln.yaml kein zweites Verfahren. Gelingt der Konsens nicht, ist die Person
nicht aufgenommen. Das Projektteam zum Beispiel nimmt nur im Konsens auf.

Zu jeder Person, die so dazukam, gehört deshalb ein Beschluss ihres Teams. Er ist angenommen und gilt, bevor sie beginnt.
Wer schon vor „gilt_ab“ der Regeln dabei war, bekommt nur einen Hinweis. Ein späterer Beschluss kann die Person bestätigen.

Falsch:

    #: beschluesse/pt/2026/pt-20260903-aufnahme.yaml
    art: aufnahme
    titel: Ein neues Mitglied
    antrag: Das PT nimmt die Person auf.
    betrifft: {team: pt, person: p9}
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: keine, scheitert_bei: [veto]}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: einfache_mehrheit, am: 2026-09-03, zaehlung: {ja: 4, nein: 1}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-03}

Richtig:

    #: beschluesse/pt/2026/pt-20260903-aufnahme.yaml
    art: aufnahme
    titel: Ein neues Mitglied
    antrag: Das PT nimmt die Person auf.
    betrifft: {team: pt, person: p9}
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: keine, scheitert_bei: [veto]}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import ERKLAERUNG
from wiq_cli.domain.finding import Level
from wiq_cli.domain.nachweis import missing_decisions
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import due_procedure, judged, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    yield from missing_decisions(
        netz, lambda one: one.eingang.weg == ERKLAERUNG and not one.eingang.gemeinsam, "aufnahme"
    )
    for file, beschluss, counted in judged(netz):
        if beschluss.art != "aufnahme":
            continue
        due = due_procedure(netz, beschluss)
        regeln = rules_of(netz.rahmen.regeln, beschluss)
        begriff = regeln.begriffe.get(due.verfahren.art) if due and regeln else None
        if due is None or begriff is None or not begriff.is_consensus or due.verfahren.fallback:
            continue
        for one in counted:
            if one.adopts and one.majority:
                yield NetzFault(
                    file,
                    (*one.path[:-1], "verfahren") if beschluss.versuche else ("ergebnis", "durch"),
                    "Hier gibt es kein zweites Verfahren: Nur der Konsens zählt.",
                    "Sucht einen Konsens, oder schreib als Ergebnis „nicht_erreicht“.",
                )
