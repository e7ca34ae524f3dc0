"""Kein Indikator ist messbar.

Anhand der Wirkungsindikatoren soll man später ablesen können, ob das Ziel erreicht ist.
Mindestens einer hat deshalb eine Zahl als Ziel („soll“), am besten mit Einheit und Ausgangswert.
Die anderen dürfen beschreiben, wie „jede/-r hat jemand Neues kennengelernt“.

Falsch:

    wirkung: [alle haben sich kennengelernt]

Richtig:

    wirkung:
      - alle haben sich kennengelernt
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if rahmen.has_konzept(team.art) and team.wirkung and all(one.soll is None for one in team.wirkung):
        yield Fault(
            ("wirkung",),
            "Kein Indikator hat ein messbares Ziel.",
            "Gib mindestens einem eine Zahl: „soll: 50“, dazu „einheit“ und „ausgangswert“.",
            team.level(LEVEL),
        )
