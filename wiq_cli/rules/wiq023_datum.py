"""Das Datum ist nicht lesbar.

Ein Datum schreibst du so: 2026-11-24 oder 24.11.2026. Das Jahr hat vier Ziffern.
Ist klar, welcher Tag gemeint ist, dann nennt wiq ihn. Sonst sagt wiq, was fehlt: der Tag, der Monat oder das Jahr.
Steht der Tag noch nicht fest, dann lass die Zeile weg.

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
