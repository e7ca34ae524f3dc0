"""Für ein Treffen fehlt das Protokoll.

Das Team hält unter „protokolle“ fest, wo das Protokoll zu welchem Tag liegt. Für ein späteres Treffen steht noch nichts da.
Erst eine Woche danach sagt wiq etwas, und nur zu Treffen der letzten drei Monate.
Steht in keinem Eintrag ein Tag, dann liegen wohl alle an einem Ort. Dann fehlt nichts.
Fiel das Treffen aus, dann trag es unter „ausfall“ ein.

Falsch:

    treffen:
      ort: per Teams
      termine: [06.10.2026 18:00, 03.11.2026 18:00, 01.12.2026 18:00]
      protokolle: ["06.10.2026: Ordner im Netz"]

Richtig:

    treffen:
      ort: per Teams
      termine: [06.10.2026 18:00, 03.11.2026 18:00, 01.12.2026 18:00]
      protokolle: ["06.10.2026: Ordner im Netz", "03.11.2026: Ordner im Netz"]
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.datum import parse
from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
NEEDS = (("treffen", "rhythmus"), ("treffen", "termine"), ("treffen", "ausfall"), ("treffen", "verlegt"))
DAY = re.compile(r"(?<![0-9])(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
A_WEEK, THREE_MONTHS = timedelta(7), timedelta(92)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    treffen = team.treffen
    kept = {day for text in treffen.protokolle for found in DAY.findall(text) if (day := parse(found))}
    if not kept:
        return
    # Holidays are looked up for what is missing alone: loading them takes long.
    plan = Terminplan(treffen, rahmen.netzwerk)
    quick = treffen.without_holidays()
    first = max(min(kept), rahmen.heute - THREE_MONTHS)
    held = Terminplan(quick, rahmen.netzwerk).meetings(first, rahmen.heute - A_WEEK)
    missing: list[date] = [
        one.day
        for one in held
        if one.status != "cancelled" and one.day not in kept and (one.status == "moved" or not plan.pause(one.day))
    ]
    if missing:
        days = sorted(set(missing))
        which = f"das Treffen am {short_day(days[-1])}"
        many = which if len(days) == 1 else f"{len(days)} Treffen, zuletzt für {which}"
        help_text = "Schreib dazu, wo es liegt, mit dem Tag davor. Fiel es aus, gehört der Tag unter „ausfall“."
        yield Fault(("treffen", "protokolle"), f"Das Protokoll fehlt für {many}.", help_text, at_key=True)
