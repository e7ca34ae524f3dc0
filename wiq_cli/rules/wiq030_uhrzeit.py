"""Die Uhrzeit ist nicht lesbar.

Eine Uhrzeit schreibst du mit Doppelpunkt: 18:30.

Falsch:

    treffen:
      ort: Nachbarschaftszentrum
      termine:
        - am: 2026-12-05
          zeit: 18.30

Richtig:

    treffen:
      ort: Nachbarschaftszentrum
      termine:
        - am: 2026-12-05
          zeit: 18:30
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
