"""Ein Umlauf ohne Frist, oder nicht alle haben geantwortet.

Im Umlauf trefft ihr euch nicht. Deshalb braucht er eine Frist, und alle antworten schriftlich, zum Beispiel per Mail.
Fehlt eine Antwort, entscheidet lieber im nächsten Treffen. Ist der Beschluss schon versiegelt, hilft ein Nachtrag:
„wiq decide note … --kind umlauf“. Sieht euer Verfahren vor, dass Schweigen Zustimmung ist, genügt die Frist.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: umlauf, am: 2026-09-03}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: umlauf, frist: 2026-09-10}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-10, zaehlung: {zustimmung: 8, veto: 0}, ergebnis: erreicht}
    ergebnis: {status: angenommen, durch: konsens, am: 2026-09-10}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import recounted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.WARNING
MADE_UP = "umlauf"  # the kind of addendum that says so
ADD = "Ergänz unter „form“: frist: und den letzten Tag für Antworten."
ASK = "Fragt noch einmal nach, oder entscheidet im nächsten Treffen."
LATER = "Das Siegel bleibt. Fragt nach und schreibt auf, was dabei herauskam: wiq decide note … --kind umlauf"


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in recounted(netz):
        if beschluss.form.art != "umlauf" or any(one.art == MADE_UP for one in beschluss.nachtraege):
            continue
        if beschluss.form.frist is None:
            message = "Dieser Umlauf hat keine Frist."
            yield NetzFault(file, ("form",), message, LATER if beschluss.siegel else ADD)
        if not beschluss.is_open and counted and (missing := _silent(beschluss, counted[-1])):
            yield NetzFault(file, ("form",), missing, LATER if beschluss.siegel else ASK)


def _silent(beschluss: Beschluss, last: Recount) -> str:
    """Say that not everybody answered in writing; nothing where everybody did, or where silence agrees."""
    if beschluss.form.textform is False:
        return "Nicht alle haben schriftlich geantwortet."
    voters, cast = last.lage.voters, last.lage.cast
    if last.rule is None or last.rule.is_silent or voters is None or not cast or cast >= voters:
        return ""
    return anzahl(cast, "Im Umlauf hat 1 Person", "Im Umlauf haben {}") + f" von {voters} geantwortet."
