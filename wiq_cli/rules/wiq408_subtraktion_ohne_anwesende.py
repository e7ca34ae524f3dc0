"""Die Ja-Stimmen sind errechnet, aber niemand hat die Anwesenden gezählt.

Manchmal zählt ihr nur Nein und Enthaltung. Der Rest sind dann die Ja-Stimmen. Das geht nur, wenn fest steht, wie viele in
diesem Augenblick da waren. Diese Zahl steht unter „anwesend_zahl“. Auch die Enthaltungen müssen gezählt sein.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {nein: 2, enthaltung: 1}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
    zaehlart: subtraktion

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {nein: 2, enthaltung: 1}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
    zaehlart: subtraktion
    anwesend_zahl: 8
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.situation import rest_is_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if beschluss.zaehlart != "subtraktion":
        return
    if beschluss.anwesend_zahl is None:
        yield Fault(
            ("zaehlart",),
            "Ihr habt Stimmen errechnet statt gezählt. Wie viele da waren, steht nirgends.",
            "Ergänz „anwesend_zahl“. Weiß es niemand mehr, schreib als Ergebnis „nicht_feststellbar“ und lösch „zaehlart“.",
        )
    elif rest_is_unknown(beschluss):
        yield Fault(
            ("zaehlart",),
            "Ihr habt Stimmen errechnet statt gezählt. Die Enthaltungen hat niemand gezählt.",
            "Ergänz „enthaltung“. Weiß es niemand mehr, schreib als Ergebnis „nicht_feststellbar“ und lösch „zaehlart“.",
        )
