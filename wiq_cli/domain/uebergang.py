"""How a team comes from one status to another, and what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.unterstuetzung import SUPPORT, Unterstuetzung

if TYPE_CHECKING:
    from wiq_cli.domain.rahmen import Netz

ENDE = "abgeschlossen"
LAEUFT = "laeuft"
UEBERGAENGE: dict[str, tuple[str, ...]] = {
    "idee": (LAEUFT,),
    LAEUFT: ("im-betrieb", "selbsttragend", "pausiert"),
    "pausiert": (LAEUFT,),
    "im-betrieb": (LAEUFT, "selbsttragend"),
    "selbsttragend": (LAEUFT, "im-betrieb"),
    ENDE: (),
}
"""From where to where. The end can come at any time; it is more than a word, so a command of its own makes it."""


def why_not(kuerzel: str, old: str, new: str, netz: Netz) -> str:
    """Say why a team cannot go over to a status; empty where it can. From a word that is no status every way is open."""
    if new == ENDE:
        return f"Ein Team beendest du mit: wiq archive {kuerzel}"
    ways = UEBERGAENGE.get(old)
    if ways is not None and new not in ways:
        known = " oder ".join(f"„{one}“" for one in ways)
        there = (
            f"Von „{old}“ geht es weiter nach {known}, und zu Ende mit wiq archive."
            if ways
            else f"„{old}“ ist das Ende."
        )
        return f"{there} War der Status falsch eingetragen? Dann ändere die Zeile „status“ von Hand."
    return _undecided(kuerzel, netz) if new == LAEUFT else ""


def _undecided(kuerzel: str, netz: Netz) -> str:
    """Say that the team in charge has not decided yet that this one is supported."""
    karte, competent = netz.teams.get(kuerzel), netz.rahmen.regeln.competent(SUPPORT)
    if karte is None or competent is None or not netz.rahmen.has_konzept(karte.art):
        return ""
    if not any(one.art == competent[0] for one in netz.teams.values()) or Unterstuetzung(netz).in_force(karte):
        return ""
    decision = (
        f"Ein Team läuft erst, wenn das {competent[0]} seine Unterstützung beschlossen hat. Kein Beschluss dazu gilt."
    )
    unread = netz.dateien.keys() != netz.beschluesse.keys()
    more = "Nicht jeden Beschluss kann ich lesen. Sieh nach: wiq check beschluesse"
    return f"{decision} {more if unread else f'Bring es auf die Tagesordnung: wiq decide new --kind {SUPPORT} --lt {kuerzel}'}"
