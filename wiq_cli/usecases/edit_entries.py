"""Changing the entries of a team file: which entry is meant, and which edits of the text that makes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import SURE, near
from wiq_cli.domain.pruned import value_at
from wiq_cli.domain.scalars import read_number
from wiq_cli.domain.team import Wirkung, indicator_with_number
from wiq_cli.domain.zahl import digits, zahl
from wiq_cli.usecases.edit_fields import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.usecases.edit_fields import Abschnitt

LONGEST = 70  # of an entry, where several are listed
FEW = 8


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a team file."""

    path: DataPath
    value: Any = None
    how: Literal["set", "append", "remove"] = "set"


class Several(WrongCall):
    """Several entries fit, or none does. The entries to choose from come apart: they are texts of a file."""

    def __init__(self, sentence: str, choices: Sequence[str]) -> None:
        super().__init__(sentence)
        self.choices = tuple(choices)


# -- the entries of a section -----------------------------------------------------------------------------------------
def entries(data: Any, path: DataPath) -> list[Any]:
    """Give the entries of a list as they stand in the file; a single text is a list of one."""
    value = value_at(data, path)
    return [] if value is None else value if isinstance(value, list) else [value]


def in_full(model: type[Modell] | None, entry: Any) -> dict[str, Any] | None:
    """Write out a short form; None for what is written out already, or cannot be."""
    if model is None or not model.KURZ:
        return None
    if isinstance(entry, str):
        return {model.KURZ: entry}
    full = indicator_with_number(entry) if model is Wirkung else entry
    return {**full, "soll": read_number(full["soll"])} if full is not entry else None


def main_text(model: type[Modell] | None, entry: Any) -> str:
    """Give the text by which people know an entry."""
    full = in_full(model, entry) or entry
    text = full.get(model.KURZ) if isinstance(full, dict) and model else full
    return " ".join(text.split()) if isinstance(text, str) else ""


def numbered(texts: Iterable[str], positions: Iterable[int] | None = None) -> list[str]:
    """Give entries with their numbers, as people count."""
    known = list(texts)
    wanted = range(len(known)) if positions is None else positions
    return [f"{number + 1:>3}  {_short(known[number])}" for number in wanted]


def find(texts: Sequence[str], wanted: str, what: str) -> int:
    """Give the position of the entry that a number or a part of its text means. Raises ``Several``."""
    if re.fullmatch(r"[0-9]{1,4}\.?", wanted.strip()) and not _fitting(texts, wanted):
        number = int(wanted.strip().rstrip("."))
        if 1 <= number <= len(texts):
            return number - 1
        there = (
            f"die Nummern 1 bis {len(texts)}" if len(texts) > 1 else "die Nummer 1" if texts else "noch keinen Eintrag"
        )
        raise Several(f"Unter {what} gibt es {there}.", numbered(texts))
    found = _fitting(texts, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        raise Several("Das passt zu mehreren Einträgen. Nenn die Nummer.", numbered(texts, found))
    positions = _alike(texts, wanted)
    if positions:
        raise Several(
            "So einen Eintrag gibt es nicht. Ähnlich sind diese. Nenn die Nummer.", numbered(texts, positions)
        )
    raise Several(
        f"So einen Eintrag gibt es unter {what} nicht." + (" Es gibt diese. Nenn die Nummer." if texts else ""),
        numbered(texts)[:FEW],
    )


def _fitting(texts: Sequence[str], wanted: str) -> list[int]:
    """Give the entries that are this text, else those that hold it. A lone number is the number of an entry."""
    word, plain = folded(wanted), [folded(one) for one in texts]
    if exact := [number for number, one in enumerate(plain) if one == word]:
        return exact
    if not word or word.rstrip(".").isdigit():
        return []
    return [number for number, one in enumerate(plain) if word in one]


def _alike(texts: Sequence[str], wanted: str) -> list[int]:
    """Give the entries that are like a text, as a whole or in one of their words."""
    words = {word: number for number, one in enumerate(texts) for word in (folded(one), *folded(one).split())}
    close = near(folded(wanted), words, most=3, at_least=SURE)
    return sorted({number for number, one in enumerate(texts) for word in close if word in folded(one)})


def folded(text: str) -> str:
    """Write ``Frühstück``, ``Fruehstueck`` and ``fruhstuck`` the same, and ``Café`` as ``cafe``."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in apart if not unicodedata.combining(one))
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s")):
        bare = bare.replace(two, one)
    return " ".join(bare.split())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


# -- the edits --------------------------------------------------------------------------------------------------------
def addition(abschnitt: Abschnitt, data: Any, text: str, given: dict[str, Any], heute: date) -> Edit | None:
    """Add an entry, short where it is one text, as ``wiq fmt`` writes it. None where it stands there already."""
    there = entries(data, abschnitt.path)
    if abschnitt.happens:
        given = {DAY: heute} | given
    if abschnitt.model is None:
        return None if text in there else Edit(abschnitt.path, text, "append")
    order = list(abschnitt.model.model_fields)
    full = {abschnitt.model.KURZ: text} | given
    entry: Any = {key: full[key] for key in order if key in full}
    if any(_same(in_full(abschnitt.model, one) or one, entry) for one in there):  # asked twice, written once
        return None
    return Edit(abschnitt.path, entry if given else text, "append")


def completion(abschnitt: Abschnitt, data: Any, position: int, day: date) -> list[Edit]:
    """Mark an entry as done; none where it is. A day that stands there already stays."""
    path: DataPath = (*abschnitt.path, position)
    entry = value_at(data, path)
    has = entry if isinstance(entry, dict) else {}
    if str(has.get(abschnitt.done, "")).strip().lower() == "ja":
        return []
    edits = [Edit((*path, abschnitt.done), value=True)]
    if DAY in abschnitt.felder and has.get(DAY) is None:
        edits.append(Edit((*path, DAY), day))
    return edits


def measurement(data: Any, position: int, record: dict[str, Any]) -> Edit | None:
    """Add a measured value to an indicator; None where it stands there already."""
    path: DataPath = ("wirkung", position, "ist")
    if any(_same(one, record) for one in entries(data, path)):
        return None
    return Edit(path, record, "append")


def progress(data: Any, position: int, value: float) -> str:
    """Say how far an indicator is."""
    entry = value_at(data, ("wirkung", position))
    full = in_full(Wirkung, entry) or entry
    target = f" von {_as_number(full['soll'])}" if full.get("soll") else ""
    unit = f" {full['einheit']}" if full.get("einheit") else ""
    return f"Jetzt: {_as_number(value)}{target}{unit}."


def _as_number(value: Any) -> str:
    """Write a number as people read it; what is none stays."""
    try:
        return zahl(read_number(value))
    except ValueError:
        return str(value)


def _same(there: Any, new: dict[str, Any]) -> bool:
    return isinstance(there, dict) and _as_written(there) == _as_written(new)


def _as_written(entry: dict[str, Any]) -> dict[str, str]:
    return {key: _written(one) for key, one in entry.items()}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return digits(value) if isinstance(value, float) else str(value)
