"""Jemand wartet darauf, gehört zu werden.

Wer sich im Netzwerk ungerecht behandelt fühlt, wird gehört, bei WiQ vom Projektteam. In wiq.yaml stehen dazu nur eine Nummer
und drei Tage: eingegangen, angehört, abgeschlossen. Wer es ist und worum es geht, kommt nie in dieses Verzeichnis, auch nicht
in eine Notiz oder einen Beschluss. Veröffentlicht wird davon nichts.

Nach 28 Tagen erinnert wiq. Unter „schwellen: anhoerung“ könnt ihr das ändern. Danach läuft dieselbe Frist bis zum Abschluss.

Falsch:

    #: wiq.yaml
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    bundesland: SN
    anhoerungen:
      - {id: a1, eingegangen: 2026-10-01}

Richtig:

    #: wiq.yaml
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    bundesland: SN
    anhoerungen:
      - {id: a1, eingegangen: 2026-10-01, angehoert: 2026-10-20, abgeschlossen: 2026-11-03}
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
STEPS = ("eingegangen", "angehoert", "abgeschlossen")
WAITING = "Seit {days} Tagen wartet jemand darauf, gehört zu werden."
UNFINISHED = "Vor {days} Tagen wurde jemand gehört. Abgeschlossen ist es noch nicht."


def check_netzwerk(netzwerk: Netzwerk, rahmen: Rahmen) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, one in enumerate(netzwerk.anhoerungen):
        place = ("anhoerungen", number)
        if one.id in seen:
            yield Fault((*place, "id"), "Diese Nummer steht schon da.", "Nimm die nächste freie.", Level.ERROR)
        seen.add(one.id)
        days = [(step, day) for step in STEPS if (day := getattr(one, step)) is not None]
        for (before, first), (step, then) in pairwise(days):
            if then < first:
                message = f"„{step}“ liegt vor „{before}“."
                yield Fault((*place, step), message, "Prüf beide Tage.", Level.ERROR)
        step, since = days[-1]
        waited = (rahmen.heute - since).days
        if step != "abgeschlossen" and waited > netzwerk.schwellen.anhoerung:
            message = (WAITING if step == "eingegangen" else UNFINISHED).format(days=waited)
            yield Fault((*place, step), message, "Sucht gleich einen Termin, oder tragt den Tag nach.")
