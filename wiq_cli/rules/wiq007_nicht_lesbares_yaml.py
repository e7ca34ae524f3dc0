"""Ab hier ist die Datei kein lesbares YAML.

Meist fehlt ein Leerzeichen, ein Doppelpunkt oder ein Anführungszeichen. Oder die Einrückung passt nicht.
wiq zeigt die Stelle, an der es nicht mehr weiterweiß. Der Fehler liegt dort oder kurz davor.

Falsch:

    name: Garten: für alle

Richtig:

    name: "Garten: für alle"
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
