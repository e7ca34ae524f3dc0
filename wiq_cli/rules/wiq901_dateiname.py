"""Der Dateiname ist kein Kürzel.

Der Name der Datei ist das Kürzel des Teams. Aus ihm wird die Adresse der öffentlichen Seite.
Deshalb besteht er aus a–z, 0–9 und einzelnen Bindestrichen, hat höchstens 60 Zeichen und endet auf .yaml.

Falsch:

    #: teams/Mein Team.yaml
    name: Mein Team
    status: abgeschlossen
    art: UT
    einwilligung: {profil: {am: 2026-09-01, durch: p1, nachweis: Ordner 3}}

Richtig:

    #: teams/mein-team.yaml
    name: Mein Team
    status: abgeschlossen
    art: UT
    einwilligung: {profil: {am: 2026-09-01, durch: p1, nachweis: Ordner 3}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.scalars import KUERZEL, KUERZEL_MAX
from wiq_cli.domain.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for karte in netz.teams.values():
        proper = re.fullmatch(KUERZEL, karte.kuerzel) and len(karte.kuerzel) <= KUERZEL_MAX
        if not proper or not karte.file.endswith(".yaml"):
            better = slug(karte.kuerzel) or slug(karte.name) or "mein-team"
            other = netz.teams.get(better)
            taken = other is not None and other.file != karte.file
            remedy = (
                f"{better}.yaml gibt es schon. Führ beide zusammen." if taken else f"Benenn die Datei um: {better}.yaml"
            )
            yield NetzFault(karte.file, (), "Der Dateiname ist kein Kürzel.", remedy)
