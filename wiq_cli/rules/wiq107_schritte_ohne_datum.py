"""Kein offener Schritt hat ein Datum.

Der Weg ist ein grober Zeitplan. Mindestens ein Schritt, der noch zu tun ist, sagt deshalb, bis wann.

Falsch:

    weg: [Fläche finden, Nachbarn fragen]

Richtig:

    weg:
      - {schritt: Fläche finden, bis: 2027-01-31}
      - Nachbarn fragen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if team.status != "laeuft":
        return  # before and after, a gap may stay a gap
    todo = [(number, step) for number, step in enumerate(team.weg) if not step.erledigt]
    if todo and all(step.bis is None for _, step in todo):
        yield Fault(
            ("weg", todo[0][0]), "Kein offener Schritt hat ein Datum.", "Schreib dazu, bis wann: „bis: 2027-01-31“."
        )
