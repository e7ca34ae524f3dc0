"""Der Wert hat die falsche Form.

An jeder Stelle gehört entweder ein Text, eine Liste oder eine Gruppe von Angaben hin.
Oft macht ein Doppelpunkt mitten im Text daraus eine Angabe. Dann helfen Anführungszeichen.

Falsch:

    weg:
      - Recherche: Was gibt es schon?

Richtig:

    weg:
      - "Recherche: Was gibt es schon?"
      - {schritt: Format festlegen, bis: 2027-01-31}
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
