"""Eine Freigabe ist abgelaufen.

Eine Freigabe gilt bis zu ihrem Tag. Danach sucht wiq wieder nach dem Wortlaut.
Prüf dann neu, ob er öffentlich sein darf.

Falsch:

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Gartenverein
        grund: So heißt der Verein im Register.
        wer: p901
        bis: 2026-06-30

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

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING


def check_freigaben(freigaben: Freigaben, rahmen: Rahmen) -> Iterator[Fault]:
    for number, one in enumerate(freigaben.freigaben):
        if one.expired(rahmen.heute):
            yield Fault(
                ("freigaben", number, "bis"),
                "Diese Freigabe ist abgelaufen. Sie gilt nicht mehr.",
                "Lösch sie, oder lass sie neu prüfen und trag ein neues Ende ein.",
            )
