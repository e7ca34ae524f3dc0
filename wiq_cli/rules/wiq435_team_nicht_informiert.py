"""Ein betroffenes Team weiß noch nichts davon.

Unter „betrifft: teams“ stehen die Teams, die davon erfahren sollen. Dass sie es wissen, steht unter „beteiligung“ oder in einem Nachtrag
mit „art: informiert“. Wer eine Aufgabe daraus hat oder beim Treffen dabei war, weiß es auch so.
wiq schaut erst zwei Wochen nach dem Beschluss hin.

Falsch:

    #: teams/ut.yaml
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    betrifft: {teams: [ut]}

Richtig:

    #: teams/ut.yaml
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    betrifft: {teams: [ut]}
    beteiligung: [{wer: ut, grad: informieren, am: 2026-09-05}]
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT
PATIENCE = timedelta(14)
TOLD = "informiert"


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss in everything(netz):
        decided = (beschluss.ergebnis and beschluss.ergebnis.am) or beschluss.opened
        if beschluss.status != "angenommen" or decided + PATIENCE > netz.rahmen.heute:
            continue
        for number, team in enumerate(beschluss.betrifft.teams):
            if team != beschluss.team and not _knows(netz, beschluss, team):
                yield NetzFault(
                    file,
                    ("betrifft", "teams", number),
                    "Dass dieses Team davon weiß, steht nirgends.",
                    f"Sagt es dem Team. Dann ergänz unter „beteiligung“: - {{wer: {team}, grad: informieren, am: …}}",
                )


def _knows(netz: Netz, beschluss: Beschluss, team: str) -> bool:
    card = netz.teams.get(team)
    names = {team} | ({card.art, *card.frueher} if card else set())
    members = {one.kennung for one in card.personen if one.kennung} if card else set()
    return (
        card is None  # WIQ442 speaks about a team that does not exist
        or any(one.wer in names for one in beschluss.beteiligung)
        or any(one.art == TOLD for one in beschluss.nachtraege)
        or any(one.team == team for one in beschluss.umsetzung)
        or bool(members & {*beschluss.anwesend, *beschluss.stimmen})
    )
