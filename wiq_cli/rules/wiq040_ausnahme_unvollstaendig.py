"""Eine Ausnahme gilt so nicht.

Mit „# wiq: erlaubt WIQ103, weil …“ lässt du eine Regel an einer Stelle nicht gelten. Der Grund gehört immer dazu.
Hinter oder über einem Eintrag gilt die Ausnahme für diesen Eintrag. Ganz oben gilt sie für die ganze Datei.
Regeln zum Lesen (0xx) und zum Schutz der Leute (2xx) kennen keine Ausnahme.

Falsch:

    ziele:
      bis: 2027-09-15
      # wiq: erlaubt WIQ114
      teilziele: [Beete anlegen]

Richtig:

    ziele:
      bis: 2027-09-15
      # wiq: erlaubt WIQ103, weil der Verein es so beschlossen hat
      teilziele: [Stand aufbauen, Leute einladen, Minderheiten erreichen, Angebote vernetzen]
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
