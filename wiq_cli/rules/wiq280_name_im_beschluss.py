"""In einem Beschluss steht ein Name.

Beschlüsse sind für alle da und bleiben lange stehen. Personen stehen dort deshalb nur mit ihrer „kennung“.
wiq sucht die vollen Namen aller Personen des Netzwerks, auch in der Kennung des Beschlusses. Vornamen und Nachnamen allein
zählen, wenn die Person zum Team gehört, um das es geht, oder zum ST, UT, KT oder PT. Auch mit Einwilligung gilt: Ein
Beschluss bleibt für immer stehen, eine Einwilligung nicht. Was nur so klingt wie ein Name, steht in freigaben.yaml.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: Udo Übermut wird Leitung
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: p2 wird Leitung
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
