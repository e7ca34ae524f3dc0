"""Mehrheit ohne Konsensversuch über denselben Wortlaut.

Dieses Team entscheidet im Konsens. Erst wenn er nicht gelingt, entscheidet die Mehrheit, und zwar über denselben Wortlaut.
Der gescheiterte Versuch steht deshalb vorher in der Datei. Ein neuer Wortlaut braucht einen neuen Konsensversuch.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import consensus_first, judged, place_of_procedure, without_consensus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)
TOO_EARLY = (
    "Vor dieser Mehrheit fehlt ein gescheiterter Konsensversuch über denselben Wortlaut.",
    "Trag den Versuch unter „versuche“ nach. Gab es keinen, holt ihn nach.",
)
ONLY_CONSENSUS = (
    "Dieses Team entscheidet nur im Konsens, nicht mit Mehrheit.",
    "Sucht einen Wortlaut, den alle mittragen.",
)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        for one in without_consensus(netz, beschluss, counted):
            _, second = consensus_first(netz, beschluss)
            yield NetzFault(file, place_of_procedure(beschluss, one), *(TOO_EARLY if second else ONLY_CONSENSUS))
