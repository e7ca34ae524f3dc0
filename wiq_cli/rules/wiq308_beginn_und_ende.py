"""Beginn und Ende passen nicht zusammen.

Ein Ende braucht einen Beginn und ist nicht dasselbe wie er. Statt eines Endes geht auch „dauer“ in Minuten, nie beides.
Liegt das Ende früher am Tag als der Beginn, dann geht das Treffen über Mitternacht.

Falsch:

    treffen:
      ort: per Teams
      termine: [05.12.2026 10:00–10:00]

Richtig:

    treffen:
      ort: per Teams
      termine: [05.12.2026 10:00–11:30]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
