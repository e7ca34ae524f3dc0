"""Dem Rhythmus fehlt der Anfang.

„Alle 2 Wochen“ zählt ab einer bestimmten Woche, „alle 3 Monate“ ab einem bestimmten Monat.
Darum steht hinter „ab“ das Datum des ersten Treffens.
Wer lieber nach Kalenderwochen zählt, schreibt „gerade KW“ oder „ungerade KW“.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [alle 2 Wochen Dienstag 18:00]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [alle 2 Wochen Dienstag 18:00 ab 01.09.2026]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
