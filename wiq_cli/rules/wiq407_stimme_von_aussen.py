"""Eine Stimme von jemandem, der an dem Tag nicht im Team war.

Es stimmt ab, wer am Stichtag zum Team gehört. Ohne Stichtag zählt der Tag, an dem der Beschluss eröffnet wurde.
Wer später dazukam oder vorher ging, stimmt nicht mit. Oft stimmen nur „seit“ oder „bis“ in der Datei des Teams nicht.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-10-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    stimmen: {p1: zustimmung, p2: zustimmung}

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    stimmen: {p1: zustimmung, p2: zustimmung}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.verweise import place_of_vote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if not netz.beschluesse:
        return
    known = {person.kennung for _, person in netz.personen()}
    for name, beschluss in netz.beschluesse.items():
        team = netz.teams.get(beschluss.team)
        if team is None:
            continue
        day = beschluss.wahlkoerper.stichtag if beschluss.wahlkoerper else beschluss.opened
        members = {person.kennung for person in team.personen if person.member_on(day)}
        for kennung in beschluss.stimmen:
            if kennung in known and kennung not in members:  # one that nobody has is WIQ442's
                yield NetzFault(
                    netz.dateien[name],
                    place_of_vote(kennung),
                    "Diese Person gehörte an dem Tag nicht zum Team.",
                    f"Lösch die Stimme, oder berichtige „seit“ und „bis“ in {team.file}.",
                    also=team.file,
                )
