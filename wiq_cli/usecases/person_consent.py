"""Recording what somebody answered: which lines of which entries become what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.pruned import value_at
from wiq_cli.domain.scalars import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.usecases.person import Stelle

KEYS = ("antwort", "am", "durch", "nachweis", "bis", "widerrufen")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file."""

    path: DataPath
    value: Any = None
    remove: bool = False


@dataclass(frozen=True, slots=True)
class Antwort:
    """What somebody answered to one question."""

    zweck: str
    antwort: str
    am: date
    nachweis: str | None = None
    bis: date | None = None

    def check(self, heute: date) -> None:
        """Refuse what cannot be. Raises ``WrongCall``."""
        if self.am > heute:
            raise WrongCall("--on: Der Tag liegt in der Zukunft. Trag die Antwort ein, wenn sie da ist.")
        if self.nachweis is not None and not self.nachweis.strip():
            raise WrongCall("--proof: Hier steht nichts. Schreib, wo der Nachweis liegt, oder lass --proof weg.")
        if self.bis and self.antwort == "nein":
            raise WrongCall("--until: Ein Nein gilt, bis die Person etwas anderes sagt. Lass --until weg.")
        if self.bis and self.bis < self.am:
            raise WrongCall("--until: Das Ende liegt vor dem Tag der Antwort.")

    def record(self) -> dict[str, Any]:
        """Give the record as it stands in the file."""
        full = {"antwort": self.antwort, "am": self.am, "nachweis": self.nachweis, "bis": self.bis}
        return {key: value for key, value in full.items() if value is not None}


def answer_edits(one: Stelle, answer: Antwort) -> list[Edit]:
    """Record an answer in one entry. It replaces the one before as a whole: nothing of that goes for the new one."""
    old = value_at(one.data, ("einwilligung", answer.zweck))
    if old and is_yes(old) and answer.antwort == "nein" and not _revoked(old):
        raise WrongCall(
            "Hier steht ein Ja. Wer es zurücknimmt, widerruft: Dann bleibt stehen, von wann bis wann es galt. "
            f"Nimm dafür: wiq person revoke … --purpose {answer.zweck}"
        )
    return [*_in_full(one), *record_edits((*one.path, "einwilligung", answer.zweck), old, answer.record())]


def profile_edits(one: Stelle, answer: Antwort) -> list[Edit]:
    """Record that a person released the profile of the team."""
    old = value_at(one.source.data, ("einwilligung", "profil"))
    full = {"am": answer.am, "durch": one.get("kennung") or None, "nachweis": answer.nachweis}
    return record_edits(("einwilligung", "profil"), old, {key: text for key, text in full.items() if text is not None})


def revoke_edits(one: Stelle, zweck: str, day: date) -> list[Edit]:
    """Take one consent back, where there is one."""
    path: DataPath = ("einwilligung", "profil") if zweck == "profil" else (*one.path, "einwilligung", zweck)
    record = value_at(one.source.data, path)
    if not isinstance(record, dict) or _revoked(record) or (zweck != "profil" and not is_yes(record)):
        return []
    given = _day(record.get("am"))
    if given and given > day:
        raise WrongCall("--on: Der Widerruf läge vor der Einwilligung. Prüf den Tag.")
    return [Edit((*path, "widerrufen"), day)]


def record_edits(path: DataPath, old: Any, new: dict[str, Any]) -> list[Edit]:
    """Turn one record into another key by key, so that its comments and its form stay."""
    if not isinstance(old, dict) or not old:
        return [Edit(path, new)]
    changed = [Edit((*path, key), value) for key, value in new.items() if old.get(key) != str(value)]
    return changed + [Edit((*path, key), remove=True) for key in KEYS if key in old and key not in new]


def lost_record(old: Any, answer: Antwort) -> bool:
    """Whether the record that is replaced proves something: a consent that once was given on another day."""
    if not isinstance(old, dict):
        return False
    is_correction = _day(old.get("am")) == answer.am and not _revoked(old)
    return (is_yes(old) or "antwort" not in old) and old.get("am") is not None and not is_correction


def is_yes(record: Any) -> bool:
    """Whether a raw record says yes, valid or not."""
    return isinstance(record, dict) and record.get("antwort") == "ja"


def is_minor(one: Stelle) -> bool:
    """Whether somebody is under age; anything but a clear no counts as yes."""
    return (one.get("minderjaehrig") or "nein").casefold() != "nein"


def purposes_given(stellen: tuple[Stelle, ...], purposes: tuple[str, ...]) -> Iterator[str]:
    """Give the purposes with a yes that can be taken back."""
    for zweck in purposes:
        records = [value_at(one.data, ("einwilligung", zweck)) for one in stellen]
        if any(is_yes(one) and not _revoked(one) for one in records):
            yield zweck


def _revoked(record: Any) -> bool:
    return isinstance(record, dict) and record.get("widerrufen") is not None


def _in_full(one: Stelle) -> list[Edit]:
    """Write out an entry that is only a name, so that something can be added."""
    raw = value_at(one.source.data, one.path)
    return [Edit(one.path, {"name": raw})] if isinstance(raw, str) else []


def _day(text: Any) -> date | None:
    try:
        return read_date(text)
    except ValueError:
        return None
