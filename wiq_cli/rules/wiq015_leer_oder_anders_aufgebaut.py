"""Die Datei ist leer oder anders aufgebaut.

Eine Datei von wiq besteht aus Zeilen der Form „wort: wert“.

Falsch:

    - Garten
    - Hof

Richtig:

    name: Garten
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
