"""Das ist kein Kürzel.

Ein Kürzel besteht aus a–z, 0–9 und einzelnen Bindestrichen. Umlaute und Leerzeichen gehen nicht.

Falsch:

    frueher: [Alter Garten]

Richtig:

    frueher: [alter-garten]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
