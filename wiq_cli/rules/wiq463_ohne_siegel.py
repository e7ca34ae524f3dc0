"""Ein Beschluss ist seit mehr als 14 Tagen ohne Siegel.

Ohne Siegel fällt nicht auf, wenn später jemand ein Wort ändert. `wiq decide close` zählt nach und versiegelt, auch einen
Beschluss, den ihr schon von Hand aufgeschrieben habt.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml

Richtig:

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

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.siegel import is_final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
LONGEST = timedelta(days=14)


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:
    day = (beschluss.ergebnis.am if beschluss.ergebnis else None) or beschluss.opened
    if is_final(beschluss) and beschluss.siegel is None and rahmen.heute - day > LONGEST:
        yield Fault(
            ("ergebnis",),
            "Dieser Beschluss hat noch kein Siegel.",
            f"Lass ihn nachzählen und versiegeln: wiq decide close {beschluss.id}",
        )
