"""Das ist kein Kürzel.

Ein Kürzel besteht aus a–z, 0–9 und einzelnen Bindestrichen. Umlaute und Leerzeichen gehen nicht.
Die „kennung“ einer Person ist ein Deckname wie p1, nie der Name selbst.

Falsch:

    frueher: [Alter Garten]

Richtig:

    frueher: [alter-garten]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
