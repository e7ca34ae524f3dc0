"""Einem Messwert fehlt die Quelle.

Im Bericht muss jede Zahl zurückzuverfolgen sein. „Eigene Zählung beim Fest“ reicht.

Falsch:

    wirkung:
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-01, wert: 20}]}

Richtig:

    wirkung:
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-01, wert: 20, quelle: Zählung}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if team.status != "laeuft":
        return  # before and after, a gap may stay a gap
    for number, one in enumerate(team.wirkung):
        for position, value in enumerate(one.ist):
            if value.quelle is None:
                yield Fault(
                    ("wirkung", number, "ist", position),
                    "Diesem Wert fehlt die Quelle.",
                    "Schreib dazu, woher er kommt: „quelle: Zählung beim Fest“.",
                )
