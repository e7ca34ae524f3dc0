"""Ein Wunsch hat noch keine Antwort.

Das Steuerungsteam hat über die Unterstützung dieses Teams entschieden, aber nicht über jeden Wunsch unter „support“.
Jeder Wunsch wird bewilligt, abgelehnt oder offen gelassen. So weiß das Team, woran es ist.
Der Beschluss nennt ihn unter „leistung“, in denselben Worten wie die Datei des Teams.

Falsch:

    support: [Werkzeug, Wasserfässer]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung: {bewilligt: [Werkzeug]}

Richtig:

    support: [Werkzeug, Wasserfässer]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung: {bewilligt: [Werkzeug], offen: [{was: Wasserfässer, grund: Der Haushalt fehlt noch., weiter: Wir entscheiden im Dezember.}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.unterstuetzung import Unterstuetzung, answer_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    unterstuetzung = Unterstuetzung(netz)
    for karte in unterstuetzung.asking():
        if not unterstuetzung.in_force(karte):
            continue  # WIQ451 speaks of the whole team
        answers = unterstuetzung.answers(karte)
        for path, wish in karte.wuensche:
            answer = answer_to(wish, answers)
            if path[0] == "support" and (answer is None or answer.word == "ausgelaufen"):
                message = (
                    "Über diesen Wunsch hat noch niemand entschieden."
                    if answer is None
                    else "Was hierzu bewilligt war, ist ausgelaufen."
                )
                remedy = (
                    f"Bringt ihn auf die Tagesordnung: wiq decide new --kind lt_unterstuetzung --lt {karte.kuerzel}"
                )
                yield NetzFault(karte.file, path, message, remedy)
