"""Ein Zeichen für „nichts“ steht als Text da.

„~“ und „null“ bedeuten in YAML: Hier steht nichts. wiq liest jeden Wert als Text, also auch diese Zeichen.
Weißt du den Wert noch nicht, dann lass die Stelle hinter dem Doppelpunkt leer oder lösch die Zeile.

Falsch:

    untertitel: ~

Richtig:

    untertitel:
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.source import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.source import Source

LEVEL = Level.WARNING
NOTHING = ("~", "null", "Null", "NULL")


def check_text(source: Source) -> Iterator[Fault]:
    if not any(word in source.text for word in NOTHING):
        return
    for path, text in source.scalars():
        if text in NOTHING and (node := source.node(path)) and node.style in PLAIN:
            yield Fault(
                path, "Hier steht ein Zeichen für „nichts“ als Text.", "Füll die Stelle aus oder lass sie ganz leer."
            )
