"""Gleichstand, aber angenommen.

Sagen gleich viele Ja und Nein, ist der Antrag abgelehnt. Eine Stimme, die den Ausschlag gibt, hat niemand doppelt.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 4, nein: 4}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    # wiq: erlaubt WIQ409, weil wir zweimal gezählt haben
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 4, nein: 4}, ergebnis: abgelehnt}
    ergebnis: {status: abgelehnt, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
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
            if one.adopts and one.tie and not void:
                yield NetzFault(
                    file,
                    one.path,
                    "Gleich viele Ja und Nein: Der Antrag ist abgelehnt.",
                    "Schreib als Ergebnis „abgelehnt“.",
                )
