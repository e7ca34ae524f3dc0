"""Hier steht „ja“ oder „nein“.

Andere Wörter liest wiq hier nicht, damit nichts falsch verstanden wird.

Falsch:

    stand:
      - text: Plan gemacht
        erledigt: true

Richtig:

    stand:
      - text: Plan gemacht
        erledigt: ja
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
