"""Die Ferien in wiq.yaml laufen aus.

Ab dem letzten eingetragenen Tag weiß wiq nicht mehr, wann Ferien sind.
Treffen mit „pause: ferien“ stehen dann auch in den Ferien im Kalender.

Falsch:

    #: wiq.yaml
    name: Netz am Kanal
    bundesland: SN
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    ferien:
      reicht_bis: 31.12.2026
      zeiten:
        - {name: Herbstferien, von: 12.10.2026, bis: 24.10.2026}

Richtig:

    #: wiq.yaml
    name: Netz am Kanal
    bundesland: SN
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
    ferien:
      reicht_bis: 31.07.2027
      zeiten:
        - {name: Herbstferien, von: 12.10.2026, bis: 24.10.2026}
        - {name: Winterferien, von: 08.02.2027, bis: 19.02.2027}
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.zeitangabe import german

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
AHEAD = timedelta(90)  # as far as „wiq meetings“ shows


def check_netzwerk(netzwerk: Netzwerk, rahmen: Rahmen) -> Iterator[Fault]:
    ferien = netzwerk.ferien
    if not ferien.zeiten:
        return
    last = ferien.reicht_bis or max(one.bis for one in ferien.zeiten)
    if last < rahmen.heute + AHEAD:
        message = f"Die Ferien sind nur bis zum {german(last)} eingetragen."
        yield Fault(("ferien",), message, "Trag die nächsten ein und setz „reicht_bis“ weiter.", at_key=True)
