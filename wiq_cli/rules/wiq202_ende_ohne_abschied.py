"""Das Team ist abgeschlossen, seine Leute sind es nicht.

Ist ein Team zu Ende, dann braucht das Netzwerk die Adressen nicht mehr lange.
Trag bei den Leuten „bis“ ein. Danach sollen E-Mail und Telefon gelöscht werden.

Falsch:

    status: abgeschlossen
    treffen: {ort: per Teams, termine: [26.10.2026 18:00]}
    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
    mitglieder:
      - {kennung: p902, name: Udo Übermut, bis: 2026-06-30}

Richtig:

    status: abgeschlossen
    treffen: {ort: per Teams, termine: [26.10.2026 18:00]}
    leitung:
      - {kennung: p901, name: Thea Testmann, bis: 2026-06-30}
    mitglieder:
      - {kennung: p902, name: Udo Übermut, bis: 2026-06-30}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if team.status != "abgeschlossen":
        return
    for key, number, person in team.personen():
        if person.bis is None:
            yield Fault(
                (key, number),
                "Das Team ist zu Ende, diese Person hat noch kein Ende.",
                "Trag ein, bis wann sie dabei war: „bis: …“.",
            )
