"""Die Datei lässt sich nicht lesen.

Die Datei ist nicht da, oder es fehlen die Rechte, sie zu öffnen.
Prüf den Namen und die Rechte. Liegt die Datei in git, dann hilft „git status“.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
