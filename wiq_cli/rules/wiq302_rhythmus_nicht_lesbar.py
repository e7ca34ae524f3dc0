"""Der Rhythmus ist nicht lesbar.

So kann ein Rhythmus heißen:

- jeden Dienstag 18:00, Di + Do 18:00, jede Woche Montag und Mittwoch 18:00, Mo–Fr 10:00, täglich 10:00
- alle 2 Wochen Dienstag 18:00 ab 01.09.2026
- gerade KW Dienstag 18:00, ungerade KW Dienstag 18:00
- erster Montag im Monat 19:00, erster und dritter Montag im Monat 19:00
- vorletzter Freitag im Monat 17:00, letzter Freitag im Monat 17:00
- alle 3 Monate erster Montag 19:00 ab 07.09.2026
- Mittwoch nach dem 2. Dienstag im Monat 18:00
- am 15. im Monat 18:00, am 1. und 15. im Monat 18:00, letzter Tag im Monat, letzter Werktag im Monat

Auch andere Worte dafür werden gelesen: 14-tägig, wöchentlich, 1x pro Woche, monatlich am 15., 18–20 Uhr, seit 01.09.2026.
„Monatlich“, „werktags“ oder „am Wochenende“ allein sagen nicht, welcher Tag es ist. Dann nennt wiq Zeilen zur Auswahl.
Dazu passen „ab“ und „bis“ mit einem Datum und ein Ort in Klammern. In der Klammer steht nur der Ort.
Zwei Wochentage mit verschiedenen Uhrzeiten sind zwei Zeilen.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [Dienstag 18:00]

Richtig:

    treffen:
      ort: per Teams
      rhythmus:
        - jeden Dienstag 18:00 ab 01.09.2026 bis 30.06.2027
        - letzter Mittwoch im Monat 17:00–18:30 (Lindenau)
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
