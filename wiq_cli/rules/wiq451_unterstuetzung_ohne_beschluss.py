"""Ein Team läuft und bittet um Unterstützung, aber kein Beschluss dazu gilt.

Wer welche Unterstützung bekommt, entscheidet nach regeln.yaml ein Team, hier das Steuerungsteam. Es gibt noch keinen
Beschluss über dieses Team, oder der letzte ist abgelaufen, ersetzt oder nicht angenommen.
Hat das Steuerungsteam alle Wünsche abgelehnt oder vertagt, dann ist das auch eine Antwort.

Falsch:

    support: [Werkzeug]
    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}

Richtig:

    support: [Werkzeug]
    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-garten.yaml
    id: st-20260903-garten
    team: st
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8}, ergebnis: erreicht}
    ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03}
    betrifft: {lt: garten}
    leistung: {bewilligt: [Werkzeug]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.unterstuetzung import Unterstuetzung, answer_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)
MESSAGE = "Dieses Team läuft und bittet um Unterstützung. Kein Beschluss dazu gilt."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    unterstuetzung = Unterstuetzung(netz)
    for karte in unterstuetzung.asking():
        if not unterstuetzung.in_force(karte) and not _all_answered(karte, unterstuetzung):
            remedy = f"Bringt es auf die Tagesordnung: wiq decide new --kind lt_unterstuetzung --lt {karte.kuerzel}"
            yield NetzFault(karte.file, ("support",), MESSAGE, remedy)


def _all_answered(karte: Karte, unterstuetzung: Unterstuetzung) -> bool:
    """Whether every wish was refused or waits on an agenda."""
    answers = unterstuetzung.answers(karte)
    wishes = [wish for path, wish in karte.wuensche if path[0] == "support"]
    return all(answer_to(wish, answers) in {"abgelehnt", "offen"} for wish in wishes)
