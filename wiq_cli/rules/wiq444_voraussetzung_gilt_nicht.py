"""Ein Beschluss gilt, aber ein anderer, auf den er sich stützt, gilt nicht.

Unter „verweise: setzt_voraus“ stehen die Beschlüsse, ohne die dieser nicht gilt. Einer davon ist noch offen, wurde nicht
angenommen, ist ersetzt oder abgelaufen. Unter „aendert“ steht, was dieser Beschluss ändert. Das muss am selben Tag gelten.
Ein Sprung im Datum reicht schon: Prüft zuerst „gilt_ab“ und „gilt_bis“ an beiden Stellen.

Falsch:

    #: beschluesse/st/2026/st-20260305-haushalt.yaml
    titel: Haushalt
    antrag: Das ST gibt sich einen Haushalt.
    ergebnis: {status: angenommen, durch: konsens, am: 2026-03-05, gilt_bis: 2026-06-30}
    #: beschluesse/st/2026/st-20260305-plakate.yaml
    verweise: {setzt_voraus: [st-20260305-haushalt]}

Richtig:

    #: beschluesse/st/2026/st-20260305-haushalt.yaml
    titel: Haushalt
    antrag: Das ST gibt sich einen Haushalt.
    ergebnis: {status: angenommen, durch: konsens, am: 2026-03-05, gilt_bis: 2026-12-31}
    #: beschluesse/st/2026/st-20260305-plakate.yaml
    verweise: {setzt_voraus: [st-20260305-haushalt]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.geltung import SATZ, Geltung, settled
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.verweise import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
MESSAGE = {
    "setzt_voraus": "Dieser Beschluss gilt, seine Voraussetzung gilt nicht.",
    "aendert": "Was dieser Beschluss ändert, galt an dem Tag nicht.",
}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    geltung, heute = Geltung(netz.beschluesse.values()), netz.rahmen.heute
    for name, one in netz.beschluesse.items():
        links = one.verweise
        if not (links.setzt_voraus or links.aendert) or not geltung.holds(one, heute):
            continue
        for key, day in (("setzt_voraus", heute), ("aendert", settled(one))):
            for number, other in enumerate(getattr(links, key)):
                base = netz.beschluesse.get(other)
                stand = "in_kraft" if base is None or base is one else geltung.stand(base, day)
                if base is not None and stand != "in_kraft":
                    remedy = f"{SATZ[stand]} Prüft beide, und entscheidet neu, wenn es nötig ist."
                    yield NetzFault(
                        netz.dateien[name], ("verweise", key, number), MESSAGE[key], remedy, also=file_of(netz, base)
                    )
