"""Die Pause ist nicht lesbar.

Eine Pause ist „feiertage“, „ferien“, ein Tag oder ein Zeitraum.
Treffen in der Pause fallen weg, sie rücken nicht. Für einzelne Termine gilt keine Pause.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00]
      pause: [Weihnachten]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00]
      pause: [feiertage, 21.12.2026 bis 03.01.2027]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
