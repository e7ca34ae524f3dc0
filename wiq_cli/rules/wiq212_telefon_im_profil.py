"""In einem öffentlichen Text steht eine Telefonnummer.

Dieser Text kommt auf die Seite des Teams. „wiq publish“ würde deshalb nichts veröffentlichen.
Nummern zählen auch dann, wenn sie niemandem im Netzwerk gehören. Tage, Uhrzeiten und Postleitzahlen sind keine.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme in der Datei.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    offene_fragen:
      - Wer hat Erde übrig? Ruf an unter 030 23125 123.

Richtig:

    offene_fragen:
      - Wer hat Erde übrig? Meldet euch beim Team.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
