"""The end of a team: everybody and every rhythm gets a last day; what stays open is named, not hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.uebergang import ENDE
from wiq_cli.domain.zeitangabe import german
from wiq_cli.usecases.edit_entries import Edit, entries, main_text
from wiq_cli.usecases.edit_fields import sections
from wiq_cli.usecases.person import LISTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.team import Team

CONTACT = ("email", "telefon")
WISHES = ("support", "offene_fragen")
CHRONIK = "Das Team ist abgeschlossen."
LAST_DAY = re.compile(r"\bbis (?:zum )?[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}")


class Offen(NamedTuple):
    """Something that the team has not finished, with the word that says what it is."""

    what: str
    text: str


def archive_edits(data: Any, team: Team, day: date, *, drop_contacts: bool) -> Iterator[Edit]:
    """End a team on a day."""
    yield Edit(("status",), ENDE)
    for path, person in _people(data):
        if person.get("bis") is None:
            yield Edit((*path, "bis"), day)
    yield from without_contacts(data) if drop_contacts else ()
    yield from _ended(data, team, day)
    yield Edit(("chronik",), {"am": day, "text": CHRONIK}, "append")


def without_contacts(data: Any) -> Iterator[Edit]:
    """Take out the addresses and numbers of all people."""
    for path, person in _people(data):
        yield from (Edit((*path, key), how="remove") for key in CONTACT if person.get(key) is not None)


def contacts(data: Any) -> int:
    """Count the people with an address or a number."""
    return sum(any(person.get(key) is not None for key in CONTACT) for _, person in _people(data))


def left_open(data: Any, team: Team, decisions: Iterable[Beschluss], day: date) -> Iterator[Offen]:
    """Give what is not finished when the team ends."""
    for name, one in sections().items():
        for entry in entries(data, one.path) if one.done or name in WISHES else ():
            is_done = isinstance(entry, dict) and str(entry.get(one.done, "")).strip().lower() == "ja"
            if not is_done:
                yield Offen(name, main_text(one.model, entry))
    yield from (Offen("treffen", german(one.am)) for one in team.treffen.termine if one.am > day)
    yield from (Offen("beschluss", one.id) for one in decisions if one.is_open)


def _people(data: Any) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    for key in LISTEN:
        for position, entry in enumerate(entries(data, (key,))):
            yield (key, position), entry if isinstance(entry, dict) else {}


def _ended(data: Any, team: Team, day: date) -> Iterator[Edit]:
    """Give every rhythm that would go on its last day. One that does not take it stays; a rule speaks of it."""
    raw = (data.get("treffen") or {}).get("rhythmus") if isinstance(data.get("treffen"), dict) else None
    lines = [raw] if isinstance(raw, str) else raw or []
    if len(lines) != len(team.treffen.rhythmus):
        return
    for position, (line, rhythm) in enumerate(zip(lines, team.treffen.rhythmus, strict=True)):
        path: DataPath = ("treffen", "rhythmus") if isinstance(raw, str) else ("treffen", "rhythmus", position)
        new = with_end(line, day) if isinstance(line, str) else None
        if new and (rhythm.bis is None or rhythm.bis > day):
            yield Edit(path, new)


def with_end(line: str, day: date) -> str | None:
    """Write a last day into a line about a rhythm; None where the line does not read then."""
    head, bracket, place = line.partition(" (")
    until = f"bis {german(day)}"
    new = LAST_DAY.sub(until, head) if LAST_DAY.search(head) else f"{head.rstrip()} {until}"
    try:
        ends = Rhythmus.model_validate(whole := f"{new}{bracket}{place}").bis
    except ValueError:
        return None
    return whole if ends == day else None
