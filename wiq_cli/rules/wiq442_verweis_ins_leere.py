"""Ein Verweis auf etwas, das es nicht gibt.

Ein Beschluss nennt ein Team oder einen anderen Beschluss, und dazu gibt es keine Datei.
Meist ist es ein Tippfehler. Ein früherer Name des Teams gilt, wenn er dort unter „frueher“ steht.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    betrifft: {lt: gartne}

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    betrifft: {teams: [st]}
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    teams = {*netz.teams, *netz.unlesbar, *(old for team in netz.teams.values() for old in team.frueher)}
    for name, beschluss in netz.beschluesse.items():
        for path, team in _teams(beschluss):
            if team not in teams:
                yield NetzFault(netz.dateien[name], path, "Dieses Team gibt es nicht.", _remedy(team, teams))


def _teams(beschluss: Beschluss) -> Iterator[tuple[DataPath, str]]:
    """Give every team that a decision names."""
    yield ("team",), beschluss.team
    concerned = beschluss.betrifft
    if concerned.lt:
        yield ("betrifft", "lt"), concerned.lt
    if concerned.team:
        yield ("betrifft", "team"), concerned.team
    for number, team in enumerate(concerned.teams):
        yield ("betrifft", "teams", number), team
    for number, task in enumerate(beschluss.umsetzung):
        if task.team:
            yield ("umsetzung", number, "team"), task.team


def _remedy(word: str, known: set[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f"Meintest du „{close[0]}“?" if close else "Prüf das Kürzel. Es ist der Name der Datei unter teams."
