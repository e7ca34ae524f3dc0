"""Hier passt nur ein Wort aus einer Auswahl.

Zum Beispiel hat ein Team einen von sechs Ständen: idee, laeuft, pausiert, im-betrieb, selbsttragend, abgeschlossen.

Falsch:

    status: läuft

Richtig:

    status: laeuft
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
