"""In einem Beschluss steht eine E-Mail-Adresse oder Telefonnummer.

Beschlüsse sind für alle da und bleiben lange stehen. Adressen und Nummern gehören in die Datei des Teams, dort bleiben sie
im Haus. Nur die Verteiler der Teams dürfen hier stehen.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: Meldet euch bei udo@example.org
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: Meldet euch beim Steuerungsteam
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
