"""Ein Veto oder schwere Bedenken ohne Begründung.

Was den Konsens aufhält, braucht eine Begründung. Schwere Bedenken auch. Nur so findet ihr einen Wortlaut, den alle mittragen.
Schreib sie unter „bedenken“, ohne Namen.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
    ergebnis: {status: nicht_erreicht, durch: konsens, am: 2026-09-03}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
    ergebnis: {status: nicht_erreicht, durch: konsens, am: 2026-09-03}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged
from wiq_cli.domain.verdict import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, _, counted in judged(netz):
        for one in counted:
            for stufe in one.reasons_missing if one.recorded else ():
                yield NetzFault(
                    file,
                    (*one.path[:-1], "zaehlung", stufe) if one.versuch.zaehlung else ("stimmen",),
                    f"Hier steht „{WORD[stufe]}“, aber keine Begründung.",
                    f"Ergänz unter „bedenken“: - {{stufe: {stufe}, text: …}}",
                )
