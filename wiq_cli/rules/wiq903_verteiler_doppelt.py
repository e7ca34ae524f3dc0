"""Zwei Teams haben dieselbe Verteileradresse.

Jedes Team hat seine eigene Adresse. Sonst bekommt ein Team die Post des anderen.

Falsch:

    #: teams/a.yaml
    name: A
    art: UT
    verteiler: hof@netz.example
    #: teams/b.yaml
    name: B
    art: UT
    verteiler: Hof@netz.example

Richtig:

    #: teams/a.yaml
    name: A
    art: UT
    verteiler: hof@netz.example
    #: teams/b.yaml
    name: B
    art: UT
    verteiler: garten@netz.example
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
        if karte.verteiler is None:
            continue
        other = first.setdefault(karte.verteiler.lower(), karte.file)
        if other != karte.file:
            yield NetzFault(
                karte.file,
                ("verteiler",),
                f"Diese Adresse hat schon das Team in {other}.",
                "Gib jedem Team seine eigene Adresse.",
                also=other,
                also_path=("verteiler",),
            )
