"""Zwei Fassungen aus git stehen noch nebeneinander.

git konnte zwei Änderungen nicht selbst zusammenführen und hat beide in die Datei geschrieben.
Entscheide dich für eine. Lösch dann die Zeilen mit <<<<<<<, ======= und >>>>>>>.

Falsch:

    <<<<<<< HEAD
    name: Garten
    =======
    name: Gärten
    >>>>>>> zweig

Richtig:

    name: Gärten
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
