"""Ein Wort ist auf zwei Arten geschrieben.

Stadtteile und Themen werden auf der öffentlichen Seite zu Listen. Dort steht die Schreibweise, die am häufigsten ist. Sind zwei
gleich häufig, gilt die mit Umlauten.

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
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.slug import slug, usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for key in ("stadtteile", "themen"):
        spellings: dict[str, list[str]] = {}
        for word in (word for karte in netz.teams.values() for word in getattr(karte, key)):
            spellings.setdefault(_plain(word), []).append(word)
        shown = {plain: usual(words) for plain, words in spellings.items()}
        for karte in netz.teams.values():
            for number, word in enumerate(getattr(karte, key)):
                if shown[_plain(word)] != word:
                    yield NetzFault(
                        karte.file,
                        (key, number),
                        "Andere Teams schreiben dieses Wort anders.",
                        f"Üblich ist hier „{shown[_plain(word)]}“.",
                    )


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", slug(word))
