"""Die Versuche sind nicht der Reihe nach nummeriert.

Jeder Versuch hat seine eigene Nummer, und der spätere hat die größere. Begründungen nennen den Versuch mit dieser Nummer.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 1, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for position, (before, versuch) in enumerate(pairwise(beschluss.versuche), start=1):
        if versuch.nr <= before.nr:
            yield Fault(
                ("versuche", position, "nr"),
                f"Nach Versuch {before.nr} kommt hier Versuch {versuch.nr}.",
                "Nummerier die Versuche der Reihe nach: 1, 2, 3.",
            )
