"""Abgelehnt oder vertagt, ohne Grund und nächsten Schritt.

Wer in einem Netzwerk enttäuscht wird, geht. Deshalb erfährt jedes Team, warum ein Wunsch nicht erfüllt wird und wie es weitergeht.
Beides steht beim Wunsch unter „leistung“: „grund“ und „weiter“. Geht es um den ganzen Antrag, steht es unter „ergebnis“.
Ein Tag zur Wiedervorlage ist auch ein nächster Schritt, und die Begründung eines Einwands ist auch ein Grund.
Ist der Beschluss schon versiegelt, hilft ein Nachtrag: „wiq decide note … --kind antwort“.

Falsch:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung: {abgelehnt: [Werkzeug]}

Richtig:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung:
      abgelehnt:
        - was: Werkzeug
          grund: Der Bestand ist verliehen.
          weiter: Im Januar kommt neues. Dann fragen wir euch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.unerfuellt import unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
NOT_GIVEN = {"abgelehnt": "abgelehnt", "nicht_erreicht": "nicht angenommen", "vertagt": "vertagt"}
LATER = "Das Siegel bleibt. Sagt es dem Team und schreibt es als Nachtrag: wiq decide note … --kind antwort"
LACKS = {"grund": "warum", "weiter": "wie es weitergeht"}


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for path, missing in unanswered(beschluss):
        about_a_wish = path[0] == "leistung"
        what = (
            "Dieser Wunsch ist nicht erfüllt." if about_a_wish else f"Dieser Antrag ist {NOT_GIVEN[beschluss.status]}."
        )
        yield Fault(
            path,
            f"{what} Es fehlt, {' und '.join(LACKS[one] for one in missing)}.",
            LATER if beschluss.siegel else f"Ergänz {' und '.join(f'„{one}“' for one in missing)}.",
        )
