"""Die Nein-Stimmen fehlen.

Eine Mehrheit von Ja und Nein lässt sich nur feststellen, wenn beides gezählt ist. Fehlt das Nein, heißt das Ergebnis
„nicht_feststellbar“. Hat niemand Nein gesagt, schreib nein: 0.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 0}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        for one in counted:
            decided = one.recorded is not None and one.recorded != "nicht_feststellbar"
            uncounted = one is counted[-1] and beschluss.zaehlart == "subtraktion"  # WIQ408 speaks
            if decided and one.without_no and not uncounted and (one.versuch.ergebnis or not beschluss.is_open):
                yield NetzFault(
                    file,
                    (*one.path[:-1], "optionen" if one.versuch.optionen else "zaehlung"),
                    "Die Nein-Stimmen fehlen. Damit lässt sich keine Mehrheit feststellen.",
                    "Ergänz „nein“, auch wenn es 0 sind. Weiß es niemand mehr, schreib als Ergebnis „nicht_feststellbar“.",
                )
