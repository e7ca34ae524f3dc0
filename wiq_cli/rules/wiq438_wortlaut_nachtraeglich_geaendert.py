"""Der Wortlaut ist nach der Abstimmung geändert.

Jeder Versuch merkt sich, über welchen Wortlaut ihr abgestimmt habt. Der Wortlaut in der Datei ist jetzt ein anderer.
Was beschlossen ist, bleibt Wort für Wort stehen. Wollt ihr etwas anderes, öffnet einen neuen Beschluss.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    antrag: Das ST lässt Plakate und Fahnen drucken.
    versuche:
      - nr: 1
        verfahren: konsens
        wortlaut: "sha256:99887e513020e2fb478fa91caa7f22374e1d16077c5ddf7a4526a0dd4326c3fa"
        am: 2026-09-03
        zaehlung: {zustimmung: 8, veto: 0}
        ergebnis: erreicht

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - nr: 1
        verfahren: konsens
        wortlaut: "sha256:99887e513020e2fb478fa91caa7f22374e1d16077c5ddf7a4526a0dd4326c3fa"
        am: 2026-09-03
        zaehlung: {zustimmung: 8, veto: 0}
        ergebnis: erreicht
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss, Versuch
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR
WORDING = ("antrag", "wortlaut")
CHANGED = "Der Wortlaut ist ein anderer als bei der Abstimmung."


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    attempts = beschluss.versuche
    for position, versuch in enumerate(attempts):
        if versuch.fassung > beschluss.antrag.fassung:
            yield Fault(
                ("versuche", position, "fassung"),
                f"Dieser Versuch nennt Fassung {versuch.fassung}. Der Antrag steht bei {beschluss.antrag.fassung}.",
                "Prüf „fassung“ beim Antrag und beim Versuch.",
            )
            return
    if not attempts or not _is_reworded(beschluss, attempts[-1]):
        return
    if not beschluss.is_open:
        yield Fault(WORDING, CHANGED, "Stell den alten Wortlaut wieder her. Für einen neuen gibt es: wiq decide new")
    elif attempts[-1].zaehlung and not attempts[-1].ergebnis:
        yield Fault(WORDING, CHANGED, "Stimmt noch einmal ab: wiq decide vote", Level.WARNING)


def _is_reworded(beschluss: Beschluss, last: Versuch) -> bool:
    """Whether the motion says something else than what was voted on last."""
    if last.wortlaut:
        return last.wortlaut != wording_hash(beschluss.antrag.wortlaut)
    return "fassung" in last.model_fields_set and last.fassung < beschluss.antrag.fassung
