"""Das Profil darf noch nicht veröffentlicht werden.

wiq veröffentlicht ein Team nur mit einer Einwilligung, die ein Datum hat und nicht widerrufen ist.
Der Nachweis selbst bleibt außerhalb, hier steht nur, wo er liegt.

Falsch:

    einwilligung:
      profil: {durch: p901}

Richtig:

    einwilligung:
      profil: {am: 2026-09-01, durch: p901, nachweis: Formular im Ordner 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.HINT
REMEDY = "Trag unter „einwilligung: profil:“ ein: am, durch und nachweis. Unter „durch“ steht die Kennung der Leitung."


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    profil = team.einwilligung.profil
    if profil is None and not rahmen.has_konzept(team.art):
        return  # only the teams of the concept are meant for the public from the start
    if profil is None:
        yield Fault(
            ("einwilligung", "profil"), "Für das Profil fehlt die Einwilligung. wiq veröffentlicht es nicht.", REMEDY
        )
    elif profil.widerrufen is not None:
        return
    elif profil.am is None:
        yield Fault(
            ("einwilligung", "profil", "am"),
            "Der Einwilligung fehlt das Datum. wiq veröffentlicht das Profil nicht.",
            REMEDY,
        )
    elif profil.am > rahmen.heute:
        yield Fault(("einwilligung", "profil", "am"), "Die Einwilligung liegt in der Zukunft.", "Prüf das Datum.")
    elif rahmen.has_konzept(team.art) and (
        missing := [key for key in ("durch", "nachweis") if getattr(profil, key) is None]
    ):
        words = " und ".join(f"„{key}“" for key in missing)
        yield Fault(
            ("einwilligung", "profil"),
            f"Der Einwilligung fehlt noch {words}.",
            "Schreib dazu, wer eingewilligt hat und wo der Nachweis liegt.",
            Level.WARNING,
        )
