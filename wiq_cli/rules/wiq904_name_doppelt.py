"""Zwei Teams heißen gleich.

Auf der öffentlichen Seite weiß sonst niemand, welches Team gemeint ist.

Falsch:

    #: teams/a.yaml
    name: Hof
    art: UT
    #: teams/b.yaml
    name: hof
    art: UT

Richtig:

    #: teams/a.yaml
    name: Hof
    art: UT
    #: teams/b.yaml
    name: Garten
    art: UT
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    first: dict[str, str] = {}
    for karte in netz.teams.values():
        other = first.setdefault(" ".join(karte.name.casefold().split()), karte.file)
        if other != karte.file:
            message = f"So heißt schon das Team in {other}."
            yield NetzFault(karte.file, ("name",), message, "Wähl einen anderen Namen.", also=other)
