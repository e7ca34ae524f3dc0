"""Diese Art Beschluss gibt es nicht.

Die Art sagt, wer zuständig ist und welches Verfahren gilt. Es gibt sachbeschluss, lt_unterstuetzung, lt_gruendung, aufnahme,
ernennung, entsendung, wahl, verfahren, einzeln und widerruf. Eigene Arten stehen in regeln.yaml unter „zustaendig_fuer“.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: sachbeschlus

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: sachbeschluss
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import ARTEN
from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.review import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:
    regeln = rules_of(rahmen.regeln, beschluss)
    if regeln is None or not regeln.teams:  # WIQ424 speaks, or nobody knows what there was then
        return
    own = [claim.art for teamart in regeln.teams.values() for claim in teamart.zustaendig_fuer]
    known = list(dict.fromkeys([*ARTEN, *own]))
    if beschluss.art in known:
        return
    close = nearest(beschluss.art, known)
    yield Fault(
        ("art",),
        "Diese Art Beschluss gibt es nicht.",
        f"Meintest du „{close}“?" if close else f"Es gibt: {', '.join(known)}.",
    )
