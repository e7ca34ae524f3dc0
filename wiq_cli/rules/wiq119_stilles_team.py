"""Von diesem Team war lange nichts zu sehen.

Ein Team, das läuft, hinterlässt Spuren: ein Treffen, ein erledigter Schritt, eine Messung, ein Eintrag in der Chronik.
Gibt es seit 60 Tagen keine, dann fragt freundlich nach. Die Zahl der Tage steht in wiq.yaml unter „schwellen: still_warnung“.

Falsch:

    chronik:
    treffen:
      ort: per Teams
      termine: [01.06.2026 18:00, 09.12.2026 18:00]

Richtig:

    treffen:
      ort: per Teams
      termine: [01.11.2026 18:00, 09.12.2026 18:00]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.lebenszeichen import silent_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING

NEEDS = (("treffen",), ("wiq.yaml", "schwellen"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.status != "laeuft":
        return
    if days := silent_days(team, rahmen, rahmen.netzwerk.schwellen.still_warnung):
        yield Fault(
            ("status",),
            f"Das letzte Lebenszeichen ist {days} Tage her.",
            "Frag freundlich nach. Ruht das Team, dann passt „status: pausiert“.",
        )
