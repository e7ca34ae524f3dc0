"""Eine Angabe steht doppelt.

Jede Angabe darf in ihrer Gruppe nur einmal stehen. Sonst ginge eine von beiden still verloren.

Falsch:

    name: Garten
    themen: [Umwelt]
    name: Gärten

Richtig:

    name: Garten
    themen: [Umwelt]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
