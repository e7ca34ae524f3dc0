"""Der Wochentag passt nicht zum Datum.

Den Wochentag darfst du weglassen. Steht er da, dann soll er stimmen.

Falsch:

    treffen:
      ort: per Teams
      termine: [Montag 24.11.2026 18:00]

Richtig:

    treffen:
      ort: per Teams
      termine: [Dienstag 24.11.2026 18:00]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
