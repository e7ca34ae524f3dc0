"""In einem öffentlichen Text steht eine E-Mail-Adresse.

Dieser Text kommt auf die Seite des Teams. „wiq publish“ würde deshalb nichts veröffentlichen.
Öffentlich ist nur die Adresse unter „verteiler“, wenn sie auf der Domain des Netzwerks liegt. Andere Adressen zählen auch dann,
wenn sie niemandem im Netzwerk gehören.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme in der Datei.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    zusammenfassung: Wer mitmachen will, schreibt an jemand@example.org.

Richtig:

    zusammenfassung: Wer mitmachen will, schreibt an garten@netz.example.
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
