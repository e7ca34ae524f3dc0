"""Etwas ist schon geschehen, aber erst in der Zukunft.

Was erledigt, gemessen oder geschehen ist, hat einen Tag in der Vergangenheit. Bis zu seinem Tag zählt es auf der Seite nicht.

Falsch:

    stand:
      - {text: Plan gemacht, erledigt: ja, am: 2027-03-01}

Richtig:

    stand:
      - {text: Plan gemacht, erledigt: ja, am: 2026-03-01}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


PAST = (("stand",), ("chronik",), ("ziele", "teilziele"), ("wirkung", "ist"))  # here `am` names something that happened


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    for path, model in team.inhalt.models:
        day = vars(model).get("am")
        if day is None or tuple(step for step in path if isinstance(step, str)) not in PAST:
            continue
        if day > rahmen.heute and getattr(model, "erledigt", True):
            yield Fault(
                (*path, "am"),
                "Dieser Tag liegt noch vor uns. Bis dahin zählt das auf der Seite nicht.",
                "Prüf das Datum. Was noch kommt, gehört zu „weg“ oder „treffen“.",
            )
