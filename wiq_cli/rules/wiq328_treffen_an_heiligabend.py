"""Ein Treffen läge an Heiligabend oder Silvester.

Der 24. und der 31. Dezember sind keine gesetzlichen Feiertage. „pause: [feiertage]“ lässt sie stehen.
Trefft ihr euch nicht, dann gehören sie unter „ausfall“ oder in einen Zeitraum unter „pause“.
Trefft ihr euch wirklich, dann trag den Tag unter „termine“ ein.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Donnerstag 18:00 ab 03.09.2026]
      pause: [feiertage]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Donnerstag 18:00 ab 03.09.2026]
      pause: [feiertage, 21.12.2026 bis 03.01.2027]
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import listed, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
NEEDS = (("wiq.yaml", "ferien"), ("treffen", "pause"), ("treffen", "termine"), ("treffen", "ausfall"))
AHEAD = timedelta(90)  # as far as „wiq meetings“ shows
NAMES = {(12, 24): "Heiligabend", (12, 31): "Silvester"}


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    for number in range(len(team.treffen.rhythmus)):
        days = plan.kept(number, rahmen.heute, rahmen.heute + AHEAD, lambda day: (day.month, day.day) in NAMES)
        if found := [f"{short_day(day)} ({NAMES[day.month, day.day]})" for day in days]:
            help_text = "Fällt es aus, gehört der Tag unter „ausfall“. Sonst trag ihn unter „termine“ ein."
            message = f"{'Ein Treffen läge' if len(found) == 1 else 'Treffen lägen'} auf einem besonderen Tag: {listed(found)}."
            yield Fault(("treffen", "rhythmus", number), message, help_text)
