"""Angenommen, aber niemand war dafür.

Ohne ein einziges Ja ist nichts angenommen, auch wenn niemand Nein sagt. Beim Konsens braucht es mindestens eine Zustimmung.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 0, leichte_bedenken: 0, enthaltung: 5, beiseite: 3, veto: 0}, ergebnis: erreicht}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 0, leichte_bedenken: 0, enthaltung: 5, beiseite: 3, veto: 0}, ergebnis: nicht_erreicht}
    ergebnis: {status: nicht_erreicht, durch: konsens, am: 2026-09-03}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged
from wiq_cli.domain.void_votes import counted_all_the_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        for one in counted:
            void = one is counted[-1] and counted_all_the_same(beschluss, one)  # WIQ406, WIQ407 and WIQ410 speak
            if one.adopts and one.without_yes and not void:
                yield NetzFault(
                    file,
                    one.path,
                    "Niemand hat zugestimmt. Damit ist nichts angenommen.",
                    "Prüf die Zahlen und das Ergebnis.",
                )
