"""The commonest slips behind a value of the wrong shape, told by what stands there. No sentence repeats it."""

from __future__ import annotations

from typing import Any

TOO_FAR = ("Diese Zeile ist zu weit eingerückt.", "Rück sie so weit nach links wie die Angabe darüber.")
NO_DASH = (
    "Vor der ersten Angabe fehlt ein Strich.",
    "Setz „- “ vor die erste Angabe jedes Eintrags und rück die übrigen gleich weit ein.",
)
NO_BLANK = ("Hinter dem Strich fehlt ein Leerzeichen.", "Schreib jeden Eintrag in eine Zeile mit „- “ davor.")
ONE_ENTRY = ("Hier gehört eine Liste hin.", "Schreib jeden Eintrag in eine Zeile mit „- “ davor.")


def slip(value: Any, kind: str, neighbours: list[str], entry: list[str]) -> tuple[str, str] | None:
    """Give message and remedy for a slip that the shape gives away.

    ``neighbours`` are the keys that could stand beside this one, ``entry`` those of one entry of a list here.
    """
    if kind.startswith("WIQ") and kind != "WIQ022":
        return None  # the model has said what is the matter
    if isinstance(value, dict) and value:
        keys = {str(key) for key in value}
        if kind == "list_type" and keys & set(entry):
            return NO_DASH
        if keys & set(neighbours):
            return TOO_FAR
    if kind == "list_type" and isinstance(value, str):
        return NO_BLANK if value.lstrip().startswith("-") else ONE_ENTRY
    return None
