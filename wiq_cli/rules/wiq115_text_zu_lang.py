"""Ein Text ist zu lang.

Das Profil soll auf einen Blick lesbar sein. Eine Zusammenfassung hat höchstens 600 Zeichen, ein einzelner Eintrag höchstens 500.
Lange Texte gehören in ein eigenes Dokument.

Falsch:

    problem:
      - Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle. Am Kanal fehlt ein Ort für alle.

Richtig:

    problem:
      - Am Kanal fehlt ein Ort für alle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


LIMITS = {"zusammenfassung": 600, "notizen": 5000}
OTHERWISE = 500


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for path, text in team.inhalt.texts:
        limit = LIMITS.get(str(path[0]), OTHERWISE)
        if len(text) > limit:
            yield Fault(
                path,
                f"Der Text hat {len(text)} Zeichen. Bis {limit} liest man ihn gern.",
                "Kürz ihn oder teil ihn in mehrere Einträge.",
            )
