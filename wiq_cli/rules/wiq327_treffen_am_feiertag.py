"""Ein Treffen läge auf einem Feiertag.

Der Rhythmus trifft in den nächsten drei Monaten einen gesetzlichen Feiertag eures Bundeslandes.
Mit „pause: [feiertage]“ fällt er dort immer von selbst aus. Ein einzelner Tag geht auch unter „ausfall“.
Trefft ihr euch wirklich, dann trag den Tag unter „termine“ ein. Für einzelne Termine gilt keine Pause.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Freitag 18:00 ab 04.09.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Freitag 18:00 ab 04.09.2026]
      pause: [feiertage]
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.feiertage import feiertag, may_be_one
from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import listed, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
NEEDS = (("wiq.yaml", "bundesland"), ("treffen", "pause"), ("treffen", "termine"), ("treffen", "ausfall"))
AHEAD = timedelta(90)  # as far as „wiq meetings“ shows


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    land = rahmen.netzwerk.bundesland
    if land is None or any(one.was == "feiertage" for one in team.treffen.pause):
        return
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    for number in range(len(team.treffen.rhythmus)):
        days = plan.kept(number, rahmen.heute, rahmen.heute + AHEAD, may_be_one)
        if found := [f"{short_day(day)} ({name})" for day in days if (name := feiertag(day, land))]:
            message = (
                f"{'Ein Treffen läge' if len(found) == 1 else 'Treffen lägen'} auf einem Feiertag: {listed(found)}."
            )
            help_text = "Fällt es aus, dann schreib „pause: [feiertage]“. Sonst trag den Tag unter „termine“ ein."
            yield Fault(("treffen", "rhythmus", number), message, help_text)
