"""Eine Zeile mit „%“ stellt YAML um.

Solche Zeilen ändern, wie die ganze Datei gelesen wird. wiq braucht sie nicht.

Falsch:

    %YAML 1.1
    ---
    name: Garten

Richtig:

    name: Garten
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
