"""Ein Beschluss aus einem Anker fehlt oder ist ein anderer.

Ein Anker ist eine Liste der Siegel bis zu einem Monat. wiq prüft, ob jeder Beschluss darin noch da ist und noch dasselbe
Siegel hat, und ob jeder Anker zum Anker davor passt. So fällt auf, wenn jemand eine Datei löscht oder neu versiegelt.

Falsch:

    #: teams/st.yaml
    #: beschluesse/anker-2026-09.txt
    # wiq-anker-1 2026-09. Das schreibt: wiq decide verify --anchor
    st-20260903-plakate 6b23c0d5f35d1b11f9b683f0b0a617355deb11277d91ae091d399c655b87940d

Richtig:

    #: beschluesse/anker-2026-09.txt
    # wiq-anker-1 2026-09. Das schreibt: wiq decide verify --anchor
    st-20260903-plakate 136da970995398749f617d8e9222a99f6dfc2b20cd3ff31d3d175d640808efcc
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8}, ergebnis: erreicht}
    siegel:
      v: 1
      salz: 0f1e2d3c4b5a69788796a5b4c3d2e1f0
      intern: 2a8b452399b91cf21e5f4719ef58ee38dee98dd5faa9c9924a5551427f9f166d
      sha256: 136da970995398749f617d8e9222a99f6dfc2b20cd3ff31d3d175d640808efcc
      felder: antrag=aca50e27 ergebnis=294c33db id=06529640 regel=747f2df1 team=2a7707b3 titel=9e46da4c versuche=7cbe9e92 wahlkoerper=c531de70
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anker import broken_anchors, broken_promises
from wiq_cli.domain.finding import Level, Span
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for one in broken_anchors(netz.anker):
        yield NetzFault(one.file, (), one.message, one.help, span=_line(one.zeile))
    for one in broken_promises(netz.anker, netz.beschluesse, netz.dateien):
        if one.anders:
            beschluss = netz.beschluesse[one.beschluss]
            path = ("siegel",) if beschluss.siegel else ("id",)
            yield NetzFault(netz.dateien[one.beschluss], path, one.message, one.help, also=one.file)
        else:
            yield NetzFault(one.file, (), one.message, one.help, span=_line(one.zeile))


def _line(number: int) -> Span:
    return Span(number, 1, number, 1)
