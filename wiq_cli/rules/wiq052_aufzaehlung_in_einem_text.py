"""Mehrere Wörter stehen in einem Text.

Stadtteile und Themen sind Listen. Ein Komma in einem Text trennt dort nichts: „Lindenau, Plagwitz“ wäre ein einziger Stadtteil.
Setz eckige Klammern darum, oder schreib jedes Wort in eine eigene Zeile mit „- “ davor.

Falsch:

    stadtteile: Lindenau, Plagwitz

Richtig:

    stadtteile: [Lindenau, Plagwitz]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
SEPARATOR = re.compile(r"[,;|]|\s/\s|\n")


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for key in ("stadtteile", "themen"):
        for number, word in enumerate(getattr(team, key)):
            if SEPARATOR.search(word):
                yield Fault(
                    (key, number),
                    "Hier stehen mehrere Wörter in einem Text.",
                    "Mach eine Liste daraus: eckige Klammern darum, oder jedes Wort in eine eigene Zeile mit „- “ davor.",
                )
