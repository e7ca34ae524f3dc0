"""What a decision refers to: teams, people, other decisions, wishes. Each with its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

NEW_HERE = ("aufnahme", "ernennung", "entsendung", "wahl")  # about somebody who may be in no team yet
HEARING = "anhoerung_werte"  # what follows when somebody was heard who felt treated unjustly
PSEUDONYM = re.compile(r"p[0-9]+")

Verweis = tuple["DataPath", str]


def teams(beschluss: Beschluss) -> Iterator[Verweis]:
    """Give every team that a decision names."""
    yield ("team",), beschluss.team
    concerned = beschluss.betrifft
    if concerned.lt:
        yield ("betrifft", "lt"), concerned.lt
    if concerned.team:
        yield ("betrifft", "team"), concerned.team
    yield from ((("betrifft", "teams", number), team) for number, team in enumerate(concerned.teams))
    yield from ((("umsetzung", number, "team"), one.team) for number, one in enumerate(beschluss.umsetzung) if one.team)


def people(beschluss: Beschluss) -> Iterator[Verweis]:
    """Give every person that a decision names and that a team must know."""
    concerned, minutes = beschluss.betrifft.person, beschluss.protokoll
    if concerned and beschluss.art not in NEW_HERE:
        yield ("betrifft", "person"), concerned
    yield from ((("anwesend", number), one) for number, one in enumerate(beschluss.anwesend))
    yield from ((("befangen", number, "person"), one.person) for number, one in enumerate(beschluss.befangen))
    yield from ((place_of_vote(kennung), kennung) for kennung in beschluss.stimmen)
    if beschluss.verantwortlich:
        yield ("verantwortlich",), beschluss.verantwortlich
    if minutes.leitung:
        yield ("protokoll", "leitung"), minutes.leitung
    if minutes.fuehrung:
        yield ("protokoll", "fuehrung"), minutes.fuehrung
    tasks = enumerate(beschluss.umsetzung)
    yield from ((("umsetzung", number, "person"), one.person) for number, one in tasks if one.person)


def decisions(beschluss: Beschluss) -> Iterator[Verweis]:
    """Give every other decision that a decision names."""
    if beschluss.regel and beschluss.regel.durch:
        yield ("regel", "durch"), beschluss.regel.durch
    for key in ("ersetzt", "aendert", "setzt_voraus"):
        yield from ((("verweise", key, number), one) for number, one in enumerate(getattr(beschluss.verweise, key)))
    yield from ((("ersetzt_durch", number), one) for number, one in enumerate(beschluss.ersetzt_durch))


def wishes(beschluss: Beschluss) -> Iterator[Verweis]:
    """Give every wish of a team that a decision grants, refuses or leaves open."""
    if beschluss.leistung:
        yield from ((("leistung", "bewilligt", number), one) for number, one in enumerate(beschluss.leistung.bewilligt))
        for key in ("abgelehnt", "offen"):
            answers = enumerate(getattr(beschluss.leistung, key))
            yield from ((("leistung", key, number, "was"), one.was) for number, one in answers)


def place_of_vote(kennung: str) -> DataPath:
    """Give the place of a vote; a key that is no pseudonym may be a name, and a place is shown."""
    return ("stimmen", kennung) if PSEUDONYM.fullmatch(kennung) else ("stimmen",)


def file_of(netz: Netz, beschluss: Beschluss) -> str:
    """Give the file of a decision, also where it bears another name than the decision."""
    if netz.beschluesse.get(beschluss.id) is beschluss:
        return netz.dateien[beschluss.id]
    return next(netz.dateien[name] for name, one in netz.beschluesse.items() if one is beschluss)
