"""Ein Platzhalter steht noch da.

Das Formular ist voller Beispiele und Lücken: X, xxx, …, <Beispiel>. Steht so etwas noch in der Datei, dann fehlt der Inhalt.
wiq meldet nur, was sicher kein Inhalt ist.

Falsch:

    wirkung:
      - es haben sich X Synergien ergeben
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}

Richtig:

    wirkung:
      - es haben sich Synergien ergeben
      - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.texte import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:X|XX|[xX]{3,}|TODO|TBD|tbd|N\.\s?N\.|\?{3,}|_{3,}|Lorem ipsum)(?![\w-])"
    r"|^\s*(?:…|\.{3}|-|–|/|\?)\s*$|<(?:Beispiel|bitte|hier|Name|Datum|Text)[^>]*>",
)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    hints = {str(field.description) for field in type(team).model_fields.values()}
    for path, text in texts(team):
        if not is_intern(path) and path[0] != "treffen" and (PLACEHOLDER.search(text) or text in hints):
            yield Fault(
                path, "Hier steht noch ein Platzhalter.", "Schreib hin, was wirklich gemeint ist, oder lösch die Zeile."
            )
