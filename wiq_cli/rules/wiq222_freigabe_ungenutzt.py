"""Eine Freigabe wird nicht gebraucht.

In dem Feld steht nichts, was diese Freigabe erlaubt. Vielleicht ist der Text geändert, das Feld verschoben oder der Begriff
anders geschrieben. Freigaben sollen wenige sein: Lösch, was niemand braucht.

Falsch:

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Gartenverein
        grund: So heißt der Verein im Register.
        wer: p901
        bis: 2027-06-30

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

LEVEL = Level.WARNING
