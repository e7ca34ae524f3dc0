"""In einem öffentlichen Text steht der Name einer Person.

Dieser Text kommt auf die Seite des Teams. „wiq publish“ würde deshalb nichts veröffentlichen.
Gesucht werden volle Namen aus dem ganzen Netzwerk. Vornamen und Nachnamen allein zählen, wenn die Person zum Team gehört
oder zum ST, UT, KT oder PT. Wer selbst eingewilligt hat, darf mit vollem Namen dort stehen.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme in der Datei.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.
Ein Wortlaut, der öffentlich ist, steht mit Grund und Ende in freigaben.yaml.

Falsch:

    support:
      - Ideenmobil (Udo)

Richtig:

    support:
      - Ideenmobil (WiQ-Team)
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
