"""Das ist kein Link.

Ein Link beginnt mit https:// und hat keine Leerzeichen.

Falsch:

    kooperationspartner:
      - name: Gartenverein
        url: www.example.org

Richtig:

    kooperationspartner:
      - name: Gartenverein
        url: https://www.example.org
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
