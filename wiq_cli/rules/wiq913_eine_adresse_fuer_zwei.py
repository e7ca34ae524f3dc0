"""Zwei Personen in einem Team haben dieselbe Adresse.

Das kommt vor: Paare und Familien teilen sich ein Postfach. Der Verteiler schickt dorthin nur eine Mail.
Sagt eine der beiden nein zum Verteiler und die andere ja, dann kommt die Post trotzdem an.
Ist es ein Versehen, dann trag die richtige Adresse ein.

Falsch:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: post@example.org}
    mitglieder:
      - {kennung: p902, name: Udo Übermut, email: Post@example.org}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}

Richtig:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
    mitglieder:
      - {kennung: p902, name: Udo Übermut, email: udo@example.org}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.kontakt import address
from wiq_cli.domain.verteilung import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    seen: dict[str, object] = {}
    for key, position, person in team.personen():
        if not person.email or (person.bis is not None and person.bis < rahmen.heute):
            continue
        who = same_person(person) or (key, position)
        if seen.setdefault(address(person.email), who) != who:
            yield Fault(
                (key, position, "email"),
                "Diese Adresse hat schon eine andere Person im Team.",
                "Teilen sich beide das Postfach, dann lass es so. Sonst trag die eigene Adresse ein.",
            )
