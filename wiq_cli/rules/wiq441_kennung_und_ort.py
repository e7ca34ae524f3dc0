"""Kennung, Dateiname und Ordner passen nicht zusammen.

Die Kennung eines Beschlusses besteht aus Team, Tag und Kurztitel. So heißt auch die Datei, und sie liegt unter
beschluesse/team/jahr. Nur so finden zwei Leute auf zwei Zweigen nie dieselbe Stelle.

Falsch:

    #: beschluesse/st/2025/st-20260903-plakate.yaml

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import ID
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for name, beschluss in netz.beschluesse.items():
        file, match = netz.dateien[name], ID.fullmatch(beschluss.id)
        proper = f"beschluesse/{beschluss.team}/{beschluss.opened.year}/{beschluss.id}.yaml"
        if match and match["team"] != beschluss.team:
            yield NetzFault(
                file, ("id",), "Die Kennung beginnt nicht mit dem Team.", f"Sie beginnt mit: {beschluss.team}-"
            )
        elif file != proper:
            yield NetzFault(
                file,
                ("id",),
                "Datei und Kennung passen nicht zusammen.",
                f"Verschieb die Datei nach {proper} oder berichtige „id“.",
            )
