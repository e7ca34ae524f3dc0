"""Ein früherer Dateiname gehört zu einem anderen Team.

Unter „frueher“ stehen alte Kürzel dieses Teams. Von dort führt eine Weiterleitung hierher.
Das geht nur, wenn kein anderes Team so heißt oder hieß.

Falsch:

    #: teams/a.yaml
    name: A
    art: UT
    frueher: [b]
    #: teams/b.yaml
    name: B
    art: UT

Richtig:

    #: teams/a.yaml
    name: A
    art: UT
    frueher: [alt]
    #: teams/b.yaml
    name: B
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
    taken: dict[str, str] = {kuerzel: karte.file for kuerzel, karte in netz.teams.items()}
    for karte in netz.teams.values():
        for number, old in enumerate(karte.frueher):
            other = taken.setdefault(old, karte.file)
            if other != karte.file or old == karte.kuerzel:
                yield NetzFault(
                    karte.file,
                    ("frueher", number),
                    f"So heißt schon {other}.",
                    "Lösch den Eintrag oder nimm das richtige alte Kürzel.",
                    also=other,
                )
