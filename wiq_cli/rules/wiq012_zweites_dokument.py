"""In der Datei steht ein zweites Dokument.

Eine Datei enthält genau ein Team. „---“ beginnt ein zweites Dokument, und das ginge verloren.

Falsch:

    name: Garten
    ---
    name: Hof

Richtig:

    name: Garten
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
