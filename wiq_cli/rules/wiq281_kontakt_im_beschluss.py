"""In einem Beschluss steht eine E-Mail-Adresse oder Telefonnummer.

Beschlüsse sind für alle da und bleiben lange stehen. Adressen und Nummern gehören in die Datei des Teams, dort bleiben sie
im Haus. Nur die Verteiler der Teams dürfen hier stehen.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Meldet euch bei udo@example.org
    antrag: Das ST lässt Plakate drucken.

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Meldet euch beim Steuerungsteam
    antrag: Das ST lässt Plakate drucken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.privat import Privates, texts_of
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
SAID = {"email": "eine E-Mail-Adresse", "telefon": "eine Telefonnummer"}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if not netz.beschluesse:
        return
    privates = Privates(netz.teams.values())
    for name, beschluss in netz.beschluesse.items():
        for path, text in texts_of(beschluss):
            kind = privates.find(text)
            if kind in SAID:
                yield NetzFault(
                    netz.dateien[name],
                    path,
                    f"Hier steht {SAID[kind]}.",
                    "Lösch die Angabe. Nenn Personen mit ihrer Kennung, zum Beispiel p2.",
                )
