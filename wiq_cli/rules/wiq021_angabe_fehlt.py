"""Eine Angabe fehlt oder ist leer.

Manche Angaben braucht wiq immer, zum Beispiel den Namen eines Teams oder den Tag einer Messung.

Falsch:

    wirkung:
      - indikator: Besucher
        einheit: Leute
        ausgangswert: 0
        soll: 50
        ist:
          - wert: 12
            quelle: Zählung

Richtig:

    wirkung:
      - indikator: Besucher
        einheit: Leute
        ausgangswert: 0
        soll: 50
        ist:
          - am: 2026-09-01
            wert: 12
            quelle: Zählung
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
