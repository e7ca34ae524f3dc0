"""Eine Ausnahme ist nicht mehr nötig.

Die Ausnahme lässt eine Regel nicht gelten, aber hier stört nichts mehr.
Lösch sie, damit die Regel wieder aufpasst.

Falsch:

    ziele:
      bis: 2027-09-15
      # wiq: erlaubt WIQ103, weil der Verein es so beschlossen hat
      teilziele: [Beete anlegen]

Richtig:

    ziele:
      bis: 2027-09-15
      teilziele: [Beete anlegen]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.WARNING
