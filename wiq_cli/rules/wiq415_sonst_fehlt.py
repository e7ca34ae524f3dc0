"""Unter „regel“ fehlt das zweite Verfahren.

Unter „regel“ steht, wie ihr entscheidet. Dort steht nur der Konsens, und danach habt ihr mit Mehrheit abgestimmt.
Ob das geht, sagt „sonst“: Es nennt das Verfahren, wenn der Konsens nicht gelingt.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2026-01, verfahren: konsens, scheitert_bei: [veto]}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import due_procedure, judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        frozen, due = beschluss.regel, due_procedure(netz, beschluss)
        if frozen is None or not frozen.is_consensus or frozen.sonst or (due and not due.verfahren.fallback):
            continue  # where no second way is allowed, WIQ421 and WIQ522 speak
        if any(one.majority for one in counted):
            yield NetzFault(
                file,
                ("regel",),
                "Hier gibt es einen Versuch mit Mehrheit. Unter „regel“ fehlt, dass sie nach dem Konsens gilt.",
                "Prüf „regel“. Das zweite Verfahren heißt dort „sonst“.",
            )
