"""Das Ergebnis hängt an einer Stimme.

Eine Stimme weniger, und es wäre anders ausgegangen. Oder jemand hat mitgestimmt, der vielleicht befangen war, und ohne diese
Stimme käme etwas anderes heraus. Falsch ist das nicht. Schaut nur noch einmal hin, ob alles richtig gezählt ist.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 4, nein: 3, enthaltung: 1}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3, enthaltung: 0}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import flagged, judged
from wiq_cli.domain.void_votes import counted_all_the_same, matters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        if (
            beschluss.is_open
            or not counted
            or not counted[-1].confirmed
            or counted_all_the_same(beschluss, counted[-1])
        ):
            continue
        last, people = counted[-1], flagged(netz, beschluss)
        if why := _why(beschluss, last, people):
            yield NetzFault(
                file, last.path, f"{why} {_margin(last)}".strip(), "Prüft noch einmal, ob richtig gezählt ist."
            )


def _why(beschluss: Beschluss, last: Recount, people: list[str]) -> str:
    named = [beschluss.stimmen[person] for person in people if person in beschluss.stimmen]
    if named and matters(last, named, len(named)):
        return "Ohne die Stimmen derer, die vielleicht befangen sind, ist das Ergebnis ein anderes."
    if not beschluss.stimmen and matters(last, [], len(people)):
        return "Ohne die Stimmen derer, die vielleicht befangen sind, kann das Ergebnis ein anderes sein."
    return "Eine einzige Stimme gab den Ausschlag." if last.hangs_on_one else ""


def _margin(last: Recount) -> str:
    if last.verdict is None or last.verdict.margin is None or not last.majority:
        return ""
    margin = last.verdict.margin
    if margin < 0:
        return anzahl(-margin, "Es fehlte 1 Ja.", "Es fehlten {} Ja.")
    return anzahl(last.lage.stimmen.get("ja", 0) - margin, "Nötig war 1 Ja.", "Nötig waren {} Ja.")
