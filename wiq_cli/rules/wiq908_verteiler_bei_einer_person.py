"""Bei einer Person steht die Adresse eines Verteilers.

Eine Person hat ihre eigene Adresse. Steht bei ihr die eines Teams, dann schickt der Verteiler sich selbst Post im Kreis.
Das gilt auch, wenn ein Verteiler im anderen steht und der andere in ihm.
Und eine persönliche Adresse, die als Verteiler eingetragen ist, wäre öffentlich.

Falsch:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: garten@netz.example}

Richtig:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.kontakt import address
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    lists = {address(karte.verteiler): karte.file for karte in netz.teams.values() if karte.verteiler}
    for karte, person in netz.personen():
        if person.email and (other := lists.get(address(person.email))):
            yield NetzFault(
                karte.file,
                (*person.path, "email"),
                f"Diese Adresse ist der Verteiler in {other}.",
                "Trag die eigene Adresse der Person ein, oder gib dem Team einen anderen Verteiler.",
                also=other,
            )
