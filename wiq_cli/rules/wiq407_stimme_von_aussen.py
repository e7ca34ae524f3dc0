"""Eine Stimme von jemandem, der nicht im Team war oder schon gestimmt hat.

Es stimmt ab, wer am Stichtag zum Team gehört. Ohne Stichtag zählt der Tag, an dem der Beschluss eröffnet wurde.
Wer später dazukam oder vorher ging, stimmt nicht mit. Oft stimmen nur „seit“ oder „bis“ in der Datei des Teams nicht.
Ihre Stimme zählt nicht. Das Ergebnis gilt weiter, wenn es nicht daran hängt.
Jede Person stimmt einmal ab, auch wenn sie in der Datei des Teams mit zwei Kennungen steht.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-10-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    stimmen: {p1: zustimmung, p2: zustimmung}
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    stimmen: {p1: zustimmung, p2: zustimmung}
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged, outsiders
from wiq_cli.domain.verweise import place_of_vote
from wiq_cli.domain.void_votes import what_remains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if not netz.beschluesse:
        return
    left = {one.beschluss.id: what_remains(one.beschluss, one.counted[-1]) for one in judged(netz) if one.counted}
    for name, beschluss in netz.beschluesse.items():
        team = netz.teams.get(beschluss.team)
        if team is None:
            continue
        for kennung in outsiders(netz, beschluss):
            yield NetzFault(
                netz.dateien[name],
                place_of_vote(kennung),
                f"Diese Person gehörte an dem Tag nicht zum Team.{left.get(name, '')}",
                f"Lösch die Stimme, oder berichtige „seit“ und „bis“ in {team.file}.",
                also=team.file,
            )
        for kennung in _twice(team, beschluss):
            message = "Diese Person hat unter einer anderen Kennung schon gestimmt."
            remedy = f"Lösch eine der Stimmen. Die Person steht zweimal in {team.file}."
            yield NetzFault(netz.dateien[name], place_of_vote(kennung), message, remedy, also=team.file)


def _twice(team: Karte, beschluss: Beschluss) -> list[str]:
    """Give every vote of somebody who has voted before under another pseudonym."""
    named = {one.kennung: one.name.casefold() for one in team.personen if one.kennung and one.name}
    voters = [(kennung, named[kennung]) for kennung in beschluss.stimmen if kennung in named]
    return [kennung for place, (kennung, name) in enumerate(voters) if name in {before for _, before in voters[:place]}]
