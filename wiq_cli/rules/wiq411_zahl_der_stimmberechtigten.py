"""Die Zahl der Stimmberechtigten passt nicht zur Liste.

Beim Öffnen zählt wiq, wer am Stichtag im Team ist. Die Datei des Teams nennt für diesen Tag eine andere Zahl.
Wer ausscheidet, bleibt mit „bis“ in der Liste. Habt ihr Einträge gelöscht, darf die Zahl höher sein: Das ist nur ein Hinweis.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, name: Udo Übermut, seit: 2026-01-01}
      - {kennung: p2, name: Vera Vorlage, seit: 2026-01-01}
      - {kennung: p3, name: Willi Würfel, seit: 2026-10-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    wahlkoerper: {stichtag: 2026-09-03, zahl: 20}
    regel:
    versuche: []
    ergebnis:

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, name: Udo Übermut, seit: 2026-01-01}
      - {kennung: p2, name: Vera Vorlage, seit: 2026-01-01}
      - {kennung: p3, name: Willi Würfel, seit: 2026-10-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    wahlkoerper: {stichtag: 2026-09-03, zahl: 2}
    regel:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.finding import Level
from wiq_cli.domain.procedure import electorate
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for name, beschluss in netz.beschluesse.items():
        team, voters = netz.teams.get(beschluss.team), beschluss.wahlkoerper
        if voters is None or team is None or not team.personen:
            continue
        dated = [one for one in team.personen if one.seit is not None]
        least, most = electorate(dated, voters.stichtag), electorate(team.personen, voters.stichtag)
        if not least <= voters.zahl <= most:
            yield NetzFault(
                netz.dateien[name],
                ("wahlkoerper", "zahl"),
                f"{anzahl(voters.zahl, 'Hier steht 1 Person', 'Hier stehen {} Stimmberechtigte')}. Die Datei des Teams nennt für diesen Tag {most}.",
                "Prüf die Zahl, und „seit“ und „bis“ in der Datei des Teams.",
                Level.HINT if voters.zahl > most else None,  # whoever left may have been taken out of the file
                team.file,
            )
