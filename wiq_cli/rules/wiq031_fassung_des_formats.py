"""Diese Fassung des Formats kennt wiq nicht.

Die Datei wurde mit einem neueren wiq geschrieben. Hol dir die neue Version, dann liest sie sich wieder.

Falsch:

    schema: 3

Richtig:

    schema: 2
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
