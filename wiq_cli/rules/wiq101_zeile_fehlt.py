"""Eine Zeile des Konzepts ist noch leer.

Das Konzept fragt jedes Lösungsteam nach Problem, Zielen, Wirkung, Weg, Unterstützung, Leuten und Treffen.
Läuft das Team, dann soll jede dieser Zeilen ausgefüllt sein.
Ist es noch eine Idee oder schon am Ziel, dann ist eine Lücke nur ein Hinweis.

Welche Teamarten das Konzept ausfüllen, steht in regeln.yaml unter „konzept“.

Falsch:

    zusammenfassung:

Richtig:

    zusammenfassung: Essen und Kommunikation im Stadtteil.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if not rahmen.has_konzept(team.art):
        return
    level = team.level(LEVEL)
    for path, filled, question in rows(team):
        if not filled:
            key = ".".join(str(step) for step in path)
            yield Fault(path, f"„{key}“ ist noch leer.", question, level)


def rows(team: Team) -> Iterator[tuple[DataPath, bool, str]]:
    """Give every row of the concept: where it stands, whether it is filled, and what it asks."""
    for key in ("problem", "zusammenfassung"):
        yield (key,), bool(getattr(team, key)), _question(team, key)
    yield ("ziele", "teilziele"), bool(team.ziele.teilziele), _question(team, "ziele")
    ends = team.ziele.bis is not None or (bool(team.ziele.teilziele) and all(one.bis for one in team.ziele.teilziele))
    yield ("ziele", "bis"), ends, "Bis wann wollt ihr eure Teilziele erreichen?"
    for key in ("wirkung", "weg", "support", "leitung", "mitglieder"):
        yield (key,), bool(getattr(team, key)), _question(team, key)
    meetings = team.treffen
    yield ("treffen",), bool(meetings.termine or meetings.rhythmus), _question(team, "treffen")
    if meetings.termine or meetings.rhythmus:
        places = meetings.ort or (
            all(one.ort for one in meetings.termine) and all(one.ort for one in meetings.rhythmus)
        )
        yield ("treffen", "ort"), bool(places), "Wo trefft ihr euch? Kein Ort verfügbar? Dann schau mal ins depot."


def _question(team: Team, key: str) -> str:
    return str(type(team).model_fields[key].description)
