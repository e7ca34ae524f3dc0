"""Der Rhythmus hat zwei Lesarten.

„Jeden 2. Dienstag“ heißt für manche: alle zwei Wochen. Für andere heißt es: am zweiten Dienstag im Monat.
„Zweimal im Monat“ und „werktags“ sind auch so: Manche zählen Wochen, manche den Samstag mit.
wiq rät hier nicht, sonst steht jemand allein vor der Tür.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden 2. Dienstag 18:00 ab 01.09.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [zweiter Dienstag im Monat 18:00 ab 01.09.2026]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
