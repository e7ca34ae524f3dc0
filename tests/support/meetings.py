"""Two teams with meetings: one with a rhythm, a move and a cancellation, one with the concept's line of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.texts import TEAM, with_keys

if TYPE_CHECKING:
    from pathlib import Path

GARTEN = with_keys(
    TEAM,
    """\
treffen:
  ort: Nachbarschaftszentrum  # im Hof
  dauer: 90
  rhythmus:
    - alle 2 Wochen Dienstag 18:00 ab 01.09.2026
  pause: [feiertage]
  verlegt:
    - 08.12.2026 -> 09.12.2026 19:00 (Garten)
  ausfall: [22.12.2026 Thea ist krank]
""",
)
LINE = with_keys(
    TEAM.replace("Garten am Kanal", "Essen zusammen").replace("p9", "p8").replace("Lindenau", "Plagwitz"),
    "verteiler: essen@netz.example\ntreffen:\n  termine: 26.03.2024; 26.04.2024 (Lindenau); 05.12.2026\n  ort: per Teams\n",
)
BROKEN = LINE.replace("05.12.2026", "31.09.2026").replace("essen@", "anders@")
TEAMS = {"garten": GARTEN, "essen": LINE}


def text_of(netz: Path, team: str = "garten") -> str:
    return (netz / "teams" / f"{team}.yaml").read_text(encoding="utf-8")
