"""Zwei Tage stehen in der falschen Reihenfolge.

Ein Ende liegt nach dem Anfang, ein Widerruf nach der Einwilligung. Das gilt auch für die Ferien in wiq.yaml.

Falsch:

    einwilligung:
      profil: {am: 2026-03-01, durch: p901, nachweis: Formular, widerrufen: 2026-02-01}

Richtig:

    einwilligung:
      profil: {am: 2026-03-01, durch: p901, nachweis: Formular}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR


PAIRS = (("seit", "bis"), ("am", "widerrufen"), ("am", "bis"))  # first this day, then that one


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for path, model in team.inhalt.models:
        held = vars(model)
        for first, then in PAIRS:
            before, after = held.get(first), held.get(then)
            if isinstance(before, date) and isinstance(after, date) and after < before and path[0] != "treffen":
                yield _wrong_way_round(path, first, then)


def check_netzwerk(netzwerk: Netzwerk, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for number, one in enumerate(netzwerk.ferien.zeiten):
        if one.bis < one.von:
            yield _wrong_way_round(("ferien", "zeiten", number), "von", "bis")


def _wrong_way_round(path: DataPath, first: str, then: str) -> Fault:
    return Fault((*path, then), f"„{then}“ liegt vor „{first}“.", "Prüf beide Tage. Oft ist nur das Jahr vertauscht.")
