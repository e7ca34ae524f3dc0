"""Ein Verfahren, das nirgends erklärt ist.

Jemand nennt ein Verfahren, das nicht unter „begriffe“ steht. wiq weiß dann nicht, wie es zählen soll.
Das gilt auch für ein Verfahren, das sich ein Lösungsteam selbst gibt. Ohne Eintrag gehen nur „selbst“ und „einzeln“, und „keine“ hinter „sonst“.

Falsch:

    #: regeln.yaml
    fassung: r-1
    gilt_ab: 2026-01-01
    begriffe:
      konsens: {scheitert_bei: [veto]}
    teams:
      LT: {name: Lösungsteam, aufgabe: Umsetzung der Idee, verfahren: selbst, aufnahme: selbst, konzept: ja}
      ST: {name: Steuerungsteam, aufgabe: Entscheidet, verfahren: {art: konsens, sonst: mehrheit}, aufnahme: selbst}

Richtig:

    #: regeln.yaml
    fassung: r-1
    gilt_ab: 2026-01-01
    begriffe:
      konsens: {scheitert_bei: [veto]}
      mehrheit: {mehr_als: 1/2}
    teams:
      LT: {name: Lösungsteam, aufgabe: Umsetzung der Idee, verfahren: selbst, aufnahme: selbst, konzept: ja}
      ST: {name: Steuerungsteam, aufgabe: Entscheidet, verfahren: {art: konsens, sonst: mehrheit}, aufnahme: selbst}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.regeln import EINZELN, KEINE, SELBST
from wiq_cli.domain.review import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.regeln import Regeln, Verfahren

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "begriffe"),)


def check_regeln(regeln: Regeln, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for art, teamart in regeln.teams.items():
        yield from _unknown(regeln, ("teams", art, "verfahren"), teamart.verfahren)
        if teamart.aufnahme.beschluss:
            yield from _unknown(regeln, ("teams", art, "aufnahme", "beschluss"), teamart.aufnahme.beschluss)


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:
    regeln = rules_of(rahmen.regeln, beschluss)
    if beschluss.verfahren and regeln:
        yield from _unknown(regeln, ("verfahren",), beschluss.verfahren)


def _unknown(regeln: Regeln, path: DataPath, verfahren: Verfahren) -> Iterator[Fault]:
    known = ", ".join(regeln.begriffe)
    remedy = f"Ergänz es dort oder nimm eines von: {known}." if known else "Ergänz es dort."
    message = "Dieses Verfahren steht nicht unter „begriffe“."
    if verfahren.art not in {*regeln.begriffe, SELBST, EINZELN}:
        yield Fault((*path, "art"), message, remedy)
    if verfahren.sonst not in {*regeln.begriffe, KEINE, None}:
        yield Fault((*path, "sonst"), message, remedy)
