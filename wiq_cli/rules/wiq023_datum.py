"""Das Datum ist nicht lesbar.

Ein Datum schreibst du so: 2026-11-24 oder 24.11.2026. Das Jahr hat vier Ziffern.

Falsch:

    chronik:
      - am: 02.11.26
        text: Erstes Treffen

Richtig:

    chronik:
      - am: 02.11.2026
        text: Erstes Treffen
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
