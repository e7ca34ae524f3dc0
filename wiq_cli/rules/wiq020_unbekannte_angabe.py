"""Diese Angabe kennt wiq nicht.

Meist ist das Wort nur vertippt. wiq nennt dann das, was vermutlich gemeint ist.
Steht ein bekanntes Wort an der falschen Stelle, dann sagt wiq, worunter es gehört.
Eigene Angaben gibt es nicht. Was nirgends passt, kann unter „notizen“ stehen.

Falsch:

    name: Garten
    zusamenfassung: Ein Garten für alle.

Richtig:

    name: Garten
    zusammenfassung: Ein Garten für alle.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
