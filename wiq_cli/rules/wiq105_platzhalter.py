"""Ein Platzhalter steht noch da.

Das Formular ist voller Beispiele und Lücken: X, xxx, …, <Beispiel>. Steht so etwas noch in der Datei, dann fehlt der Inhalt.
Auch „N. N.“ statt eines Namens gehört dazu.
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
from functools import cache
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.model_paths import nested_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
PEOPLE = ("leitung", "mitglieder")
ELSEWHERE = ("treffen", "art")  # other rules say what is the matter there

PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:[xX]{3,}|TODO|TBD|tbd|N\.\s?N\.|\?{3,}|_{3,}|Lorem ipsum)(?![\w-])"
    r"|(?:^|(?:^|\s)[a-zäöüß][\wäöüß]*[ ,]+|[:=<>(]\s*)XX?\s+(?=[A-ZÄÖÜ%€])"  # a gap stands before what is counted
    r"|^\s*(?:XX?|…|\.{3}|-|–|/|\?)\s*$|<(?:Beispiel|bitte|hier|Name|Datum|Text)[^>]*>",
)
SIGNS = ("X", "xxx", "TODO", "TBD", "tbd", "N.", "...", "…", "???", "___", "<", "Lorem")  # each placeholder has one,
LONE = frozenset("-–/?")  # or is one of these


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    hints = _hints(type(team))
    everything = team.inhalt.zusammen
    if not any(sign in everything for sign in SIGNS) and not any(
        text in hints or text.strip() in LONE for _, text in team.inhalt.texts
    ):
        return
    for path, text in team.inhalt.texts:
        if (PLACEHOLDER.search(text) or text in hints) and _is_content(path):
            yield Fault(
                path, "Hier steht noch ein Platzhalter.", "Schreib hin, was wirklich gemeint ist, oder lösch die Zeile."
            )


def _is_content(path: DataPath) -> bool:
    """Whether a public text stands here, or the name of a person; „Ordner X“ is a good place for a proof."""
    return path[0] not in ELSEWHERE and (not is_intern(path) or (path[-1] == "name" and path[0] in PEOPLE))


@cache
def _hints(model: type[Modell]) -> frozenset[str]:
    """Give every explanation of a field: who copies one has not filled in anything."""
    inner = (nested_model(info.annotation) for info in model.model_fields.values())
    own = frozenset(str(info.description) for info in model.model_fields.values() if info.description)
    return own.union(*(_hints(one) for one in inner if one is not None))
