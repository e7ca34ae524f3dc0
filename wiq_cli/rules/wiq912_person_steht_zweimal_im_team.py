"""Dieselbe Person steht zweimal in einem Team.

Wer das Team leitet, gehört dazu und muss nicht noch einmal unter „mitglieder“ stehen.
Sonst zählt die Person doppelt, und eine Antwort zur Einwilligung steht leicht nur an einer der beiden Stellen.
Wer früher etwas anderes im Team war, darf dort mit „bis“ stehen bleiben.

Falsch:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
    mitglieder:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
      - {kennung: p902, name: Udo Übermut}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}

Richtig:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
    mitglieder:
      - {kennung: p902, name: Udo Übermut}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.privat import may_be_one
from wiq_cli.domain.verteilung import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.person import Person
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    seen: dict[object, Person] = {}
    for key, position, person in team.personen():
        who = same_person(person)
        if who is None or not person.name or (person.bis is not None and person.bis < rahmen.heute):
            continue
        first = seen.setdefault(who, person)
        if first is not person and first.name and may_be_one(first.name, person.name):  # else WIQ902 speaks
            yield Fault(
                (key, position), "Diese Person steht schon einmal in diesem Team.", "Lass einen Eintrag stehen."
            )
