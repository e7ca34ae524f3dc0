"""Das ist keine gewöhnliche Datei.

wiq liest nur gewöhnliche Dateien. Verweise auf andere Dateien, Ordner und Geräte liest es nicht.
So kann niemand über einen Verweis fremde Inhalte in ein Profil holen.
Leg an dieser Stelle eine richtige Datei ab.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
