"""Das ist keine E-Mail-Adresse.

Eine E-Mail-Adresse sieht so aus: name@example.org. Es steht genau eine da, ohne Namen davor.

Falsch:

    verteiler: garten(at)netz.example

Richtig:

    verteiler: garten@netz.example
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
