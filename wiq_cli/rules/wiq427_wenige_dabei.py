"""Weniger als die Hälfte war dabei.

Wie viele da sein müssen, legt ihr selbst fest. Ohne eine solche Regel gilt der Beschluss auch so.
Viele stimmten hier aber nicht mit. Sagt ihnen, was beschlossen ist, bevor ihr anfangt.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 3, veto: 0}, ergebnis: erreicht}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 4, veto: 0}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        last = counted[-1] if counted else None
        if last is None or last.rule is None or last.rule.is_silent or last.rule.is_choice or beschluss.is_open:
            continue
        voters, cast = last.lage.voters, last.lage.cast
        there = max(cast, last.lage.voters_present or 0)
        known = last.verdict is not None and last.verdict.outcome != "nicht_feststellbar"
        if known and voters and there and 2 * there < voters:
            yield NetzFault(
                file,
                last.path,
                anzahl(there, "Dabei war 1", "Dabei waren {}") + f" von {voters} Stimmberechtigten.",
                "Sagt den anderen, was beschlossen ist.",
            )
