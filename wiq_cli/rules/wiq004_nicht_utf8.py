"""Die Datei ist nicht in UTF-8 gespeichert.

wiq liest Text in UTF-8, wie ihn fast alle Programme schreiben.
Manche Editoren unter Windows speichern anders. Dann sind die Umlaute kaputt.
Öffne die Datei im Editor und speichere sie mit der Codierung UTF-8.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
