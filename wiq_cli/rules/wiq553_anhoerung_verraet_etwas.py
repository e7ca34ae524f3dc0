"""Von einer Anhörung steht hier zu viel.

Wer sich ungerecht behandelt fühlt, muss sich darauf verlassen können, dass niemand davon liest. In wiq.yaml heißt eine
Anhörung deshalb nur a1, a2, a3. Ein Beschluss dazu („art: anhoerung_werte“) ist nicht öffentlich und nennt weder, wen es
betrifft, noch Bedenken und Anlass.

Falsch:

    #: wiq.yaml
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    bundesland: SN
    anhoerungen:
      - {id: streit-im-garten, eingegangen: 2026-11-10}

Richtig:

    #: wiq.yaml
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    bundesland: SN
    anhoerungen:
      - {id: a1, eingegangen: 2026-11-10}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.verweise import HEARING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR
TOLD = ("anlass", "bedenken", "vereinbarung")


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if beschluss.art != HEARING:
        return
    if beschluss.sichtbarkeit.stufe in {"oeffentlich", "netzwerk"}:
        message = "Was auf eine Anhörung folgt, lesen nur die Beteiligten."
        yield Fault(("sichtbarkeit",), message, "Schreib „vertraulich“, mit „grund“ und „pruefen_am“.")
    if beschluss.betrifft.person:
        yield Fault(("betrifft", "person"), "Hier steht, wen eine Anhörung betrifft.", "Lösch die Zeile.")
    for key in TOLD:
        if getattr(beschluss, key):
            yield Fault((key,), "Der Inhalt einer Anhörung gehört nicht hierher.", "Lösch den Eintrag.")
