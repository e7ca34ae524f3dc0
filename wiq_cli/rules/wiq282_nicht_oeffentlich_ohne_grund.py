"""Ein Beschluss ist nicht öffentlich, und es steht nicht da, warum.

Beschlüsse sind für alle da. Manchmal geht das nicht oder noch nicht. Dann stehen unter „sichtbarkeit“ der Grund und der Tag,
an dem ihr das noch einmal prüft. Auch der Grund nennt keine Namen.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    sichtbarkeit: {stufe: netzwerk}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    sichtbarkeit: {stufe: netzwerk, grund: Die Druckerei hat noch nicht zugesagt., pruefen_am: 2026-12-03}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    who = beschluss.sichtbarkeit
    if who.stufe == "oeffentlich":
        return
    missing = [key for key in ("grund", "pruefen_am") if getattr(who, key) is None]
    if missing:
        lacks = {"grund": "warum", "pruefen_am": "wann ihr das noch einmal prüft"}
        yield Fault(
            ("sichtbarkeit",),
            f"Diesen Beschluss dürfen nicht alle lesen. Es fehlt, {' und '.join(lacks[key] for key in missing)}.",
            f"Ergänz {' und '.join(f'„{key}“' for key in missing)}.",
        )
