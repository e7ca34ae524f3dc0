"""Ein Team läuft und bittet um Unterstützung, aber kein Beschluss dazu gilt.

Wer welche Unterstützung bekommt, entscheidet nach regeln.yaml ein Team, hier das Steuerungsteam. Es gibt noch keinen
Beschluss über dieses Team, oder der letzte ist abgelaufen, ersetzt oder nicht angenommen.
Nennt ein angenommener Beschluss alle Wünsche als abgelehnt, oder sind sie vertagt, dann ist das auch eine Antwort.

Falsch:

    support: [Werkzeug]
    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}

Richtig:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
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

    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.unterstuetzung import Answer

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)
REFUSED = "Dieses Team läuft und bittet um Unterstützung. Der Antrag dazu ist nicht angenommen."
MESSAGE = "Dieses Team läuft und bittet um Unterstützung. Kein Beschluss dazu gilt."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    unterstuetzung = Unterstuetzung(netz)
    for karte in unterstuetzung.asking():
        if unterstuetzung.in_force(karte):
            continue
        answers = unterstuetzung.answers(karte)
        given = [answer_to(wish, answers) for path, wish in karte.wuensche if path[0] == "support"]
        if all(one and _is_an_answer(one) for one in given):
            continue
        again = f"wiq decide new --kind lt_unterstuetzung --lt {karte.kuerzel}"
        refused = all(one and one.word == "abgelehnt" for one in given)
        remedy = (
            f"Streicht die Wünsche, oder stellt einen neuen Antrag: {again}"
            if refused
            else f"Bringt es auf die Tagesordnung: {again}"
        )
        yield NetzFault(karte.file, ("support",), REFUSED if refused else MESSAGE, remedy)


def _is_an_answer(one: Answer) -> bool:
    """Whether a wish was refused by name or waits on an agenda. That a motion failed decides nothing."""
    return one.word in {"offen", "beantragt"} or (one.word == "abgelehnt" and one.beschluss.status == "angenommen")
