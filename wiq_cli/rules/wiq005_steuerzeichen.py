r"""In der Datei steckt ein unsichtbares Steuerzeichen.

Steuerzeichen sieht man nicht. Sie können aber ändern, was ein Bildschirm zeigt.
Oft kommen sie beim Kopieren aus anderen Programmen mit. Tipp die Stelle am besten neu.

Falsch:

    name: "Team \e[31m"

Richtig:

    name: "Team"
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
