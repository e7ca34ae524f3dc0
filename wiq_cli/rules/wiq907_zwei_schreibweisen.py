"""Ein Wort ist auf zwei Arten geschrieben.

Stadtteile und Themen werden auf der öffentlichen Seite zu Listen. „Umwelt“ und „umwelt“ wären dort zwei.

Falsch:

    #: teams/a.yaml
    name: A
    art: UT
    themen: [Klimaanpassung]
    #: teams/b.yaml
    name: B
    art: UT
    themen: [Klima-Anpassung]

Richtig:

    #: teams/a.yaml
    name: A
    art: UT
    themen: [Klimaanpassung]
    #: teams/b.yaml
    name: B
    art: UT
    themen: [Klimaanpassung]
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for key in ("stadtteile", "themen"):
        counts = Counter(word for karte in netz.teams.values() for word in getattr(karte, key))
        usual: dict[str, str] = {}
        for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            usual.setdefault(_plain(word), word)
        for karte in netz.teams.values():
            for number, word in enumerate(getattr(karte, key)):
                if usual[_plain(word)] != word:
                    yield NetzFault(
                        karte.file,
                        (key, number),
                        "Andere Teams schreiben dieses Wort anders.",
                        f"Üblich ist hier „{usual[_plain(word)]}“.",
                    )


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", slug(word))
