"""Ein Tabulator rückt nicht ein.

YAML rückt nur mit Leerzeichen ein, zwei für jede Stufe.
Ein Tabulator mitten in einem Text ist erlaubt, zwischen den Angaben nicht. Im Beispiel steht ⇥ dafür.

Falsch:

    name: Garten
    ziele:
    ⇥anlass: Fest

Richtig:

    name: Garten
    ziele:
      anlass: Fest
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
