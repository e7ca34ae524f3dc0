"""Das Ende liegt vor dem Anfang.

Ein Zeitraum geht vom ersten bis zum letzten Tag. Beide gehören dazu.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026 bis 30.06.2025]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026 bis 30.06.2027]
      pause: [21.12.2026 bis 03.01.2027]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
