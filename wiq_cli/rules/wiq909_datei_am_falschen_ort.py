"""Diese Datei liest wiq nicht.

Teams liegen als teams/kuerzel.yaml, Beschlüsse als beschluesse/kuerzel/jahr/kennung.yaml. Was anders liegt oder anders endet,
liest wiq nicht. Dann fehlen die Leute darin auch beim Schutz vor Namen in öffentlichen Texten.
Das gilt auch für Kopien wie garten.yaml.bak, für Verweise auf andere Dateien und Ordner, für Teams/garten.yaml mit großem T
und für ein Team, das neben wiq.yaml liegt. Solange so etwas da liegt, veröffentlicht „wiq publish“ nichts.

Eine andere Datei dazwischen, zum Beispiel teams/Profil.docx, ist nur eine Warnung wert. README-Dateien, Dateien mit einem
Punkt am Anfang und die Anker der Beschlüsse dürfen dort liegen.

Falsch:

    #: teams/garten.yaml
    name: Garten
    art: UT
    #: teams/alt/garten.yaml
    name: Alter Garten
    art: UT

Richtig:

    #: teams/garten.yaml
    name: Garten
    art: UT
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
