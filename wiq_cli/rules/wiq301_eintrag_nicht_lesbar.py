"""Ein Eintrag unter „treffen“ ist nicht lesbar.

Ein Termin ist ein Tag, dahinter die Uhrzeit und in Klammern der Ort.
Mehrere Termine in einem Text trennst du mit einem Semikolon.
Ein Ausfall ist ein Tag, dahinter der Grund. Eine Verlegung ist ein Tag, ein Pfeil und der neue Tag.
Steht ein Komma im Ort, dann setz den ganzen Eintrag in Anführungszeichen.

Falsch:

    treffen:
      ort: per Teams
      termine:
        - 05.12.2026 10:00 Lindenau

Richtig:

    treffen:
      ort: per Teams
      termine:
        - 05.12.2026 10:00 (Lindenau)
      verlegt:
        - 05.12.2026 -> 06.12.2026 11:00
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
