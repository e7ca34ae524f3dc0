"""Hier gehört eine Zahl hin.

Zahlen stehen ohne Einheit und ohne Tausenderpunkt, zum Beispiel 1250 oder 12,5. Für die Einheit gibt es „einheit“.

Falsch:

    wirkung:
      - indikator: Besucher
        ausgangswert: 0
        soll: 50 Leute

Richtig:

    wirkung:
      - indikator: Besucher
        einheit: Leute
        ausgangswert: 0
        soll: 50
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
