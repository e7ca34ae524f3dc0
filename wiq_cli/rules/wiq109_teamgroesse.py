"""Das Team ist sehr klein oder sehr groß.

Ideal sind 4 bis 6 Mitglieder. Dann bleibt ein Team arbeitsfähig.
Das ist ein Wunsch des Konzepts, kein Muss: Eine Schulklasse darf größer sein.

Ist niemand mehr da, weil bei allen das „bis“ zurückliegt, dann ist das eine Warnung. Das gilt für jede Teamart.

Falsch:

    mitglieder:
      - {kennung: p902, name: Udo Übermut}

Richtig:

    mitglieder:
      - {kennung: p902, name: Udo Übermut}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT


SMALLEST, LARGEST = 4, 6


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "laeuft":
        return
    people = team.personen()
    here = [key for key, _, one in people if one.bis is None or one.bis >= rahmen.heute]
    if people and not here:
        remedy = "Trag ein, wer jetzt dabei ist. Ruht das Team, dann passt „status: pausiert“."
        yield Fault((people[0][0],), "Im Team ist niemand mehr.", remedy, Level.WARNING, at_key=True)
        return
    if not team.mitglieder or not rahmen.has_konzept(team.art):
        return
    count = here.count("mitglieder")
    if not SMALLEST <= count <= LARGEST:
        remedy = (
            "Vielleicht helfen ein Aufruf oder der Verteiler."
            if count < SMALLEST
            else "Vielleicht helfen zwei kleinere Gruppen."
        )
        members = "1 Mitglied" if count == 1 else f"{count} Mitglieder"
        yield Fault(("mitglieder",), f"Das Team hat {members}. Ideal sind 4 bis 6.", remedy, at_key=True)
