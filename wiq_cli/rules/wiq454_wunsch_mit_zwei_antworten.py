"""Ein Wunsch hat zwei Antworten.

Unter „leistung“ steht jeder Wunsch nur einmal: bewilligt, abgelehnt oder offen. Steht er an zwei Stellen, weiß das Team
nicht, woran es ist. Gebt ihr einen Teil davon, dann schreibt zwei verschiedene Dinge hin.

Falsch:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST leiht dem Garten Werkzeug.
    betrifft: {lt: garten}
    leistung:
      bewilligt: [Werkzeug]
      abgelehnt: [{was: Werkzeug, grund: Alles verliehen., weiter: Fragt im Januar noch einmal.}]

Richtig:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST leiht dem Garten Werkzeug.
    betrifft: {lt: garten}
    leistung:
      abgelehnt: [{was: Werkzeug, grund: Alles verliehen., weiter: Fragt im Januar noch einmal.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.unterstuetzung import plain
from wiq_cli.domain.verweise import wishes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    seen: set[str] = set()
    for path, wish in wishes(beschluss):
        if plain(wish) in seen:
            yield Fault(path, "Dieser Wunsch steht schon weiter oben.", "Lass nur eine Antwort stehen.")
        seen.add(plain(wish))
