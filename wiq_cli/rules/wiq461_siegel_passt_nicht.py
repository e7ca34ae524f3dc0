"""Ein versiegelter Beschluss wurde verändert.

Beim Schließen bekommt ein Beschluss ein Siegel über seinen Inhalt. Ändert danach jemand etwas, passt es nicht mehr, und wiq
nennt das Feld. Kommentare, Reihenfolge und Einrückung zählen nicht. „umsetzung“, „nachtraege“, „ersetzt_durch“ und „nummer“
dürfen sich ändern. Was das Siegel beweist und was nicht, steht im Handbuch unter „Siegel und Anker“.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    antrag: Das ST lässt 500 Plakate drucken.
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8}, ergebnis: erreicht}
    siegel:
      v: 1
      salz: 0f1e2d3c4b5a69788796a5b4c3d2e1f0
      intern: 2a8b452399b91cf21e5f4719ef58ee38dee98dd5faa9c9924a5551427f9f166d
      sha256: 136da970995398749f617d8e9222a99f6dfc2b20cd3ff31d3d175d640808efcc
      felder: antrag=aca50e27 ergebnis=294c33db id=06529640 regel=747f2df1 team=2a7707b3 titel=9e46da4c versuche=7cbe9e92 wahlkoerper=c531de70

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

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.siegel import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR
BACK = "Hol die alte Fassung aus git zurück. Was sich später ergab, gehört in einen Nachtrag: wiq decide note"


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the same for every rule
    result = check(beschluss)
    if result is None or result.stimmt:
        return
    for name in result.felder:
        yield Fault(tuple(name.split(".")), f"„{name}“ ist nicht mehr wie beim Versiegeln.", BACK)
    for name in result.fehlend:
        yield Fault(("siegel",), f"„{name}“ fehlt. Beim Versiegeln stand es hier.", BACK)
    if result.salz_anders:
        yield Fault(("siegel", "salz"), "„salz“ ist nicht mehr wie beim Versiegeln, oder alles Interne.", BACK)
    if result.fremd:
        yield Fault(("siegel", "v"), "Diese Fassung des Siegels kenne ich nicht.", "Nimm eine neuere Fassung von wiq.")
    elif result.salt_missing:
        yield Fault(
            ("siegel",),
            "Ohne „salz“ lässt sich der interne Teil nicht prüfen.",
            "Hol die Zeile aus git zurück. Soll das Interne vergessen sein, lösch es ganz.",
        )
    elif not (result.felder or result.fehlend or result.salz_anders):
        yield Fault(
            ("siegel",),
            "Das Siegel passt nicht. Welches Feld sich geändert hat, lässt sich nicht sagen.",
            "Hol die alte Fassung aus git zurück.",
        )
