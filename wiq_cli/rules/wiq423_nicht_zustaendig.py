"""Dieses Team darf das nicht entscheiden.

Für manche Beschlüsse ist nach regeln.yaml nur eine Teamart zuständig. So entscheidet allein das Steuerungsteam, welche
Lösungsteams in welcher Form unterstützt werden. Wer unter „leistung“ etwas bewilligt, entscheidet genau darüber, auch wenn
unter „art“ etwas anderes steht.

Falsch:

    #: teams/garten.yaml
    art: UT
    name: Garten
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/ut/2026/ut-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das UT unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}

Richtig:

    #: teams/garten.yaml
    art: UT
    name: Garten
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import everything, rules_of, team_art
from wiq_cli.domain.unterstuetzung import SUPPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss in everything(netz):
        art, regeln = team_art(netz, beschluss), rules_of(netz.rahmen.regeln, beschluss)
        grants = beschluss.leistung is not None and bool(beschluss.leistung.bewilligt)  # whatever it is called
        found = regeln.competent(SUPPORT if grants else beschluss.art) if regeln else None
        if regeln is None or art is None or found is None or found[0] == art:
            continue
        kind, claim = found
        yield NetzFault(
            file,
            ("leistung", "bewilligt") if grants and beschluss.art != SUPPORT else ("art",),
            f"Darüber entscheidet nur: {regeln.teams[kind].name} ({kind}).",
            "Gebt den Antrag dorthin. Was ihr selbst entscheidet, ist ein „sachbeschluss“.",
            Level.WARNING if claim.quelle else None,
        )
