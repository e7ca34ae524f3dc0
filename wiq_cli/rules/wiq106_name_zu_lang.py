"""Der Name ist zu lang.

Das Konzept bittet um einen kurzen und prägnanten Namen. Mehr als 50 Zeichen liest auf einem Plakat niemand.
Ein Zusatz passt gut in „untertitel“.

Falsch:

    name: Gemeinsam gegen die Trockenheit der Baumscheiben im ganzen Leipziger Westen

Richtig:

    name: Baumscheiben im Westen
    untertitel: Gemeinsam gegen die Trockenheit
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


AT_MOST = 50


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if len(team.name) > AT_MOST:
        yield Fault(
            ("name",),
            f"Der Name hat {len(team.name)} Zeichen. Höchstens {AT_MOST} bleiben im Kopf.",
            "Kürz den Namen. Der Rest passt in „untertitel“.",
        )
