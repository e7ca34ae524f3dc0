"""Anker und Verweise liest wiq nicht.

„&“, „*“ und „<<“ haben am Anfang eines Wertes in YAML eine Sonderbedeutung.
Schreib den Wert an jeder Stelle aus. Gehört das Zeichen zum Text, dann setz den Text in Anführungszeichen.

Falsch:

    name: Garten
    untertitel: &x Lindenau

Richtig:

    name: Garten
    untertitel: Lindenau
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
