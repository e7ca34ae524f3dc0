"""Zu viele Teilziele.

Das Konzept erlaubt höchstens drei Teilziele. Nur so laufen alle in dieselbe Richtung.
Was darüber hinausgeht, passt oft gut unter „langfristig“.

Falsch:

    ziele:
      bis: 15.09.2027
      teilziele: [Stand aufbauen, Leute einladen, Minderheiten erreichen, Angebote vernetzen]

Richtig:

    ziele:
      bis: 15.09.2027
      teilziele: [Stand aufbauen, Leute einladen, Minderheiten erreichen]
      langfristig: [Angebote vernetzen]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
AT_MOST = 3


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    count = len(team.ziele.teilziele)
    if count > AT_MOST:
        yield Fault(
            ("ziele", "teilziele", AT_MOST),
            f"Das ist das vierte von {count} Teilzielen. Höchstens drei passen hier hin.",
            "Dann schau mal, ob es unter „langfristig“ gut aufgehoben ist.",
        )
