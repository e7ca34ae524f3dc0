"""Das lässt sich nicht freigeben.

Adressen, Telefonnummern, Links und Prüfsummen gibt niemand frei. Die einzige Ausnahme ist die Adresse, die ein Team unter
„verteiler“ nennt und die keiner Person gehört.

Falsch:

    #: freigaben.yaml
    freigaben:
      - {team: garten, feld: zusammenfassung, begriff: udo@example.org, grund: Er will es so, wer: p901, bis: 2027-06-30}

Richtig:

    kooperationspartner: [Freundeskreis Udo Übermut]

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Freundeskreis Udo Übermut
        grund: So heißt der Verein im Register.
        wer: p901
        bis: 2027-06-30
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
