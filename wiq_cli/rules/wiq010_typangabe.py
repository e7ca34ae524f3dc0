"""Typangaben liest wiq nicht.

Ein „!“ am Anfang eines Wertes ist in YAML eine Typangabe.
Gehört das Ausrufezeichen zum Text, dann setz den Text in Anführungszeichen.

Falsch:

    name: !wichtig Garten

Richtig:

    name: "!wichtig Garten"
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
