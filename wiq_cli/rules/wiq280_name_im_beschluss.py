"""In einem Beschluss steht ein Name.

Beschlüsse sind für alle da und bleiben lange stehen. Personen stehen dort deshalb nur mit ihrer „kennung“.
wiq sucht die vollen Namen aller Personen des Netzwerks, auch in der Kennung des Beschlusses und im Dateinamen.

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
    titel: Udo Übermut wird Leitung
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
    titel: p2 wird Leitung
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


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if not netz.beschluesse:
        return
    privates = Privates(netz.teams.values())
    for name, beschluss in netz.beschluesse.items():
        for path, text in texts_of(beschluss):
            if privates.find(text) == "name":
                yield NetzFault(
                    netz.dateien[name],
                    path,
                    "Hier steht der Name einer Person aus dem Netzwerk.",
                    "Nenn Personen mit ihrer Kennung, zum Beispiel p2.",
                )
