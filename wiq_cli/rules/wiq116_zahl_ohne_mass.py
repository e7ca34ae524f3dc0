"""Einer Zahl fehlt die Einheit oder der Ausgangswert.

„50“ sagt wenig. „50 Leute, am Anfang waren es 10“ kann man später vergleichen.

Falsch:

    wirkung:
      - {indikator: Besucher, soll: 50}

Richtig:

    wirkung:
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}
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
    for number, one in enumerate(team.wirkung):
        missing = [key for key in ("einheit", "ausgangswert") if one.soll is not None and getattr(one, key) is None]
        if missing:
            words = " und ".join(f"„{key}“" for key in missing)
            yield Fault(
                ("wirkung", number),
                f"Dem Indikator fehlt noch {words}.",
                "Erst damit lässt sich der Wert später vergleichen.",
            )
