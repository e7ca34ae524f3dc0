"""In einem öffentlichen Text steht, welche Rolle jemand hat.

Wer die Rolle kennt, erkennt die Person wieder. Rollen bleiben deshalb im Haus, auch wenn jemand in den Namen eingewilligt hat.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme in der Datei.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    mitglieder:
      - {kennung: p902, name: Udo Übermut, rolle: Amt für Stadtgrün und Gewässer}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
    weg:
      - {schritt: Person 2 aus dem Amt für Stadtgrün und Gewässer fragen, bis: 2027-01-31}

Richtig:

    mitglieder:
      - {kennung: p902, name: Udo Übermut, rolle: Amt für Stadtgrün und Gewässer}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
    weg:
      - {schritt: Eine Person aus dem Team fragen, bis: 2027-01-31}
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
