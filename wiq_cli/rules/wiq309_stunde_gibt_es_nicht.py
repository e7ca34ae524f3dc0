"""Diese Stunde gibt es nicht.

Im Frühjahr springt die Uhr nachts um eine Stunde vor. Was in dieser Stunde läge, kann nicht stattfinden.

Falsch:

    treffen:
      ort: per Teams
      termine: [28.03.2027 02:30]

Richtig:

    treffen:
      ort: per Teams
      termine: [28.03.2027 03:30]
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import missing_hour, tage
from wiq_cli.domain.zeitangabe import clock, german

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("wiq.yaml", "zeitzone"),)
NIGHT = 5  # clocks are never changed later in the day
TWO_YEARS = timedelta(731)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    for path, zeit, days in _hours_at_night(team, rahmen.heute):
        for day in days:
            if missing_hour(datetime.combine(day, zeit), rahmen.netzwerk.zeitzone):
                yield Fault(
                    path,
                    f"Am {german(day)} gibt es {clock(zeit)} nicht, da springt die Uhr auf Sommerzeit.",
                    "Nimm eine Stunde davor oder danach.",
                )


def _hours_at_night(team: Team, heute: date) -> Iterator[tuple[DataPath, time, list[date]]]:
    treffen = team.treffen
    for number, rhythmus in enumerate(treffen.rhythmus):
        if rhythmus.zeit and rhythmus.zeit.hour < NIGHT:
            yield ("treffen", "rhythmus", number), rhythmus.zeit, tage(rhythmus, heute, heute + TWO_YEARS)
    for number, termin in enumerate(treffen.termine):
        if termin.zeit and termin.zeit.hour < NIGHT:
            yield ("treffen", "termine", number), termin.zeit, [termin.am]
    for number, entry in enumerate(treffen.verlegt):
        if entry.neue_zeit and entry.neue_zeit.hour < NIGHT:
            yield ("treffen", "verlegt", number), entry.neue_zeit, [entry.auf]
