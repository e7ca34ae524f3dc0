"""Wochentag und Datum passen nicht zusammen.

Auch in Texten stehen Termine. Steht der Wochentag dabei, dann soll er zum Datum passen.

Falsch:

    offene_fragen: ["Kommt ihr am Montag, den 24.11.2026, mit?"]

Richtig:

    offene_fragen: ["Kommt ihr am Dienstag, den 24.11.2026, mit?"]
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.zeitangabe import WOCHENTAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING


DAY = re.compile(
    r"\b(Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\b[.,]*\s+(?:(?:den|dem|der)\s+)?"
    r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\b"
)
DATE = re.compile(r"[0-9]\.[0-9]{1,2}\.[0-9]{4}")  # seldom enough to look for it first


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if not DATE.search(team.inhalt.zusammen):
        return
    for path, text in team.inhalt.texts:
        for match in DAY.finditer(text):
            right = _weekday(int(match[4]), int(match[3]), int(match[2]))
            if right is not None and not right.startswith(match[1].replace("Sonnabend", "Samstag")[:2]):
                yield Fault(
                    path,
                    "Hier passt der Wochentag nicht zum Datum.",
                    f"Der {match[2]}.{match[3]}.{match[4]} ist ein {right}.",
                )


def _weekday(year: int, month: int, day: int) -> str | None:
    try:
        return WOCHENTAGE[date(year, month, day).weekday()]
    except ValueError:
        return None
