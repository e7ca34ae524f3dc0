"""In einem öffentlichen Text steht ein Ort, der nicht öffentlich ist.

Steht bei einem Treffen „oeffentlich: nein“, dann bleibt sein Ort im Haus: oft ist es eine Wohnung. Dieselbe Straße mit
derselben Hausnummer hat dann auch in keinem anderen Text etwas zu suchen. Das gilt für alle Teams.
Ist der Ort gar nicht privat, dann lass „oeffentlich: nein“ weg. Eine Adresse, die in wiq.yaml oder bei einem
Kooperationspartner steht, ist öffentlich.
wiq zeigt nur die Stelle, nie die Angabe selbst. Von dieser Regel gibt es keine Ausnahme, auch nicht in freigaben.yaml.
Ist das Profil noch nicht freigegeben, dann ist der Befund nur ein Hinweis.

Falsch:

    treffen:
      termine:
        - {am: 2026-12-09, zeit: '18:30', ort: Kastanienstieg 217, oeffentlich: nein}
    offene_fragen: [Wer bringt den Tisch in den Kastanienstieg 217?]

Richtig:

    treffen:
      termine:
        - {am: 2026-12-09, zeit: '18:30', ort: Kastanienstieg 217, oeffentlich: nein}
    offene_fragen: [Wer bringt den Tisch zum nächsten Treffen?]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
