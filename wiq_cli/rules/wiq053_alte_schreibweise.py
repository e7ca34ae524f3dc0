"""Das ist die Schreibweise einer früheren Fassung.

wiq versteht sie weiter. Neu steht zum Beispiel jeder Termin in einer eigenen Zeile: Zwei Leute können dann je einen dazuschreiben,
ohne einander in die Quere zu kommen, und an jedem Tag kann ein Kommentar stehen.
„wiq migrate“ schreibt alle Dateien um. „wiq migrate --dry-run“ zeigt vorher, was sich ändern würde.

Falsch:

    treffen:
      ort: Hof
      termine: 05.12.2026 10:00; 16.01.2027 10:00 (Lindenau)

Richtig:

    treffen:
      ort: Hof
      termine:
        - 05.12.2026 10:00
        - 16.01.2027 10:00 (Lindenau)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.fassung import kind_of, schritte
from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.source import Source

LEVEL = Level.HINT


def check_text(source: Source) -> Iterator[Fault]:
    for schritt in schritte(kind_of(source.file)):
        for change in schritt.changes(source.data):
            yield Fault(change.path, schritt.message, "So war es früher üblich. „wiq migrate“ schreibt es neu.")
