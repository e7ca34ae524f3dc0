"""Die Einwilligung kommt von jemandem, den es im Netzwerk nicht gibt.

Unter „durch“ steht, wer für das Team eingewilligt hat, am besten mit der Kennung. Diese Kennung steht bei keiner Person.
Meist ist es ein Tippfehler. Wer nicht mehr dabei ist, bleibt mit Kennung und „bis“ in der Datei.

Falsch:

    einwilligung:
      profil: {am: 2026-01-10, durch: p999, nachweis: Formular im Ordner 3}

Richtig:

    einwilligung:
      profil: {am: 2026-01-10, durch: p901, nachweis: Formular im Ordner 3}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if netz.unlesbar:  # the person may stand in a file that cannot be read
        return
    known = {person.kennung for _, person in netz.personen()}
    for karte in netz.teams.values():
        durch = karte.profil_durch
        named = any(person.kennung for person in karte.personen)  # else the team keeps its people elsewhere
        if durch and named and durch not in known and re.fullmatch(r"p[0-9]+", durch):
            path = ("einwilligung", "profil", "durch")
            yield NetzFault(karte.file, path, "Diese Kennung hat niemand im Netzwerk.", "Nimm die Kennung der Person.")
