"""The commonest slips behind a value of the wrong shape, told by what stands there. No sentence repeats it."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSEEN = ("Cf", "Zs", "Cc")  # kinds of characters: formats, blanks, controls

TOO_FAR = ("Diese Zeile ist zu weit eingerückt.", "Rück sie so weit nach links wie die Angabe darüber.")
NO_DASH = (
    "Vor der ersten Angabe fehlt ein Strich.",
    "Setz „- “ vor die erste Angabe jedes Eintrags und rück die übrigen gleich weit ein.",
)
NO_BLANK = ("Hinter dem Strich fehlt ein Leerzeichen.", "Schreib jeden Eintrag in eine Zeile mit „- “ davor.")
TOO_MANY_DASHES = ("Hier steht ein Strich zu viel.", "Lösch ihn. Striche stehen nur vor den Einträgen einer Liste.")
NO_ENTRIES = ("Vor diese Angaben gehört kein Strich.", "Lösch die Striche „- “ und rück die Zeilen gleich weit ein.")
NO_HEADING = ("Über dieser Liste fehlt eine Zeile.", "Schreib „{}:“ darüber, und rück die Liste darunter ein.")
MAPPING_WANTED = ("model_type", "dict_type", "model_attributes_type")
NO_LIST = (
    "Hier gehört ein einzelner Text hin, keine Liste.",
    "Schreib alles in einen Text, ohne Striche und eckige Klammern.",
)
ONE_ENTRY = ("Hier gehört eine Liste hin.", "Schreib jeden Eintrag in eine Zeile mit „- “ davor.")


def slip(
    value: Any,
    kind: str,
    neighbours: list[str],
    entry: list[str],
    lists: Mapping[str, list[str]] = MappingProxyType({}),
) -> tuple[str, str] | None:
    """Give message and remedy for a slip that the shape gives away.

    ``neighbours`` are the keys that could stand beside this one, ``entry`` those of one entry of a list here, or of the
    group; ``lists`` are the lists in such a group, each with the keys of its entries.
    """
    if kind.startswith("WIQ") and kind != "WIQ022":
        return None  # the model has said what is the matter
    if isinstance(value, list):
        return _list_instead(value, kind, entry, lists)
    if isinstance(value, dict) and value:
        keys = {str(key) for key in value}
        if kind == "list_type" and keys & set(entry):
            return NO_DASH
        return TOO_FAR if keys & set(neighbours) else None
    if kind == "list_type" and isinstance(value, str):
        return NO_BLANK if value.lstrip().startswith("-") else ONE_ENTRY
    return None


def _list_instead(
    value: list[Any], kind: str, group: list[str], lists: Mapping[str, list[str]]
) -> tuple[str, str] | None:
    if kind in ("string_type", "literal_error"):
        return NO_LIST
    if kind not in MAPPING_WANTED:
        return None
    keys = {str(key) for one in value if isinstance(one, dict) for key in one}
    if not keys:
        return TOO_MANY_DASHES
    homes = [name for name, known in lists.items() if (keys - set(group)) & set(known)]
    return (NO_HEADING[0], NO_HEADING[1].format(homes[0])) if len(homes) == 1 else NO_ENTRIES


def hides_something(value: str, word: str) -> bool:
    """Whether a text is a word with a character in it that nobody sees."""
    extra = [one for one in value if not one.isascii()]
    return (
        bool(extra)
        and not any(map(str.isalnum, extra))
        and all(unicodedata.category(one) in UNSEEN for one in extra)
        and "".join(one for one in value if one.isascii()).strip() == word
    )


def in_braces(key: str, known: list[str]) -> tuple[str, str]:
    """Give message and remedy for an entry of ``{…}`` that has no colon of its own."""
    if key.partition(":")[0].strip() in known:
        return (
            "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
            "Schreib nach dem Doppelpunkt ein Leerzeichen und dann den Wert.",
        )
    return (
        "In geschweiften Klammern beginnt hinter jedem Komma eine neue Angabe.",
        "Gehört das Komma zum Text? Dann setz den Text in gerade Anführungszeichen: '…'.",
    )
