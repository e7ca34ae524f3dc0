"""Das Team hat noch nicht festgelegt, wie jemand dazukommt.

Ein Lösungsteam legt selbst fest, wie es entscheidet und wen es aufnimmt. Unter „zugang“ steht hier schon ein Weg ins Team.
Der Beschluss dazu fehlt noch. So fasst ihr ihn: wiq decide new --kind verfahren --decides konsens

Falsch:

    mitglieder:
      - {kennung: p1, name: Udo Übermut, seit: 2026-10-01, zugang: {weg: wahl}}
      - {kennung: p2, name: Vera Vorlage}
      - {kennung: p3, name: Willi Würfel}
      - {kennung: p4, name: Xenia Xylofon}

Richtig:

    mitglieder:
      - {kennung: p1, name: Udo Übermut, seit: 2026-10-01}
      - {kennung: p2, name: Vera Vorlage}
      - {kennung: p3, name: Willi Würfel}
      - {kennung: p4, name: Xenia Xylofon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.regeln import SELBST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    decided = {one.team for one in netz.beschluesse.values() if one.own_procedure}
    for karte in netz.teams.values():
        teamart = netz.rahmen.regeln.teams.get(karte.art)
        if teamart is None or teamart.aufnahme.weg != SELBST or decided & {karte.kuerzel, *karte.frueher}:
            continue
        claimed = (one for one in karte.personen if one.zugang and one.zugang.weg not in {None, SELBST})
        if person := next(claimed, None):
            yield NetzFault(
                karte.file,
                (*person.path, "zugang", "weg"),
                "Das Team hat noch nicht beschlossen, wie jemand dazukommt.",
                "Fasst einen ersten Beschluss: wiq decide new --kind verfahren --decides konsens",
            )
