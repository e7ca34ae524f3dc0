"""Who is there and what each agreed to. No names, no addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.person import ZWECKE, PersonEinwilligung
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.usecases.person_consent import is_minor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.person import Person, Zustand
    from wiq_cli.usecases.person import Mensch, Stelle


class Zeile(NamedTuple):
    """One person in one team."""

    kennung: str
    team: str
    file: str
    line: int
    is_lead: bool
    is_minor: bool
    consent: dict[str, Zustand]


def rows(people: Iterable[Mensch], heute: date) -> list[Zeile]:
    """Give one row for each person and team, in the order of the kennungen. A stand-in is nobody."""
    teams: dict[str, Team | None] = {}
    found = []
    for mensch in people:
        for one in () if mensch.is_forgotten else mensch.stellen:
            if one.file not in teams:
                teams[one.file] = read(Team, one.source, heute).model
            found.append(
                Zeile(
                    mensch.kennung, one.team, one.file, one.lines[0], one.is_lead, is_minor(one),
                    states(one, teams[one.file], heute),
                )
            )  # fmt: skip
    return sorted(found, key=lambda row: (_natural(row.kennung), row.team, row.line))


def states(one: Stelle, team: Team | None, heute: date) -> dict[str, Zustand]:
    """Say how it stands with each purpose. What cannot be read counts as not given."""
    person = _person(one, team)
    answers = person.einwilligung if person and person.einwilligung else PersonEinwilligung()
    raw = one.data.get("einwilligung")
    return {
        zweck: "undated"
        if isinstance(raw, dict) and raw.get(zweck) and getattr(answers, zweck) is None
        else answers.state(zweck, heute)
        for zweck in ZWECKE
    }


def _person(one: Stelle, team: Team | None) -> Person | None:
    """Find the model of an entry. In a file with faults its place may have moved, so it must look the same."""
    entries: list[Modell] = getattr(team, str(one.path[0]), []) if team else []
    for person in entries:
        if all((getattr(person, key) or "") == one.get(key) for key in ("kennung", "name", "email")):
            return person  # type: ignore[return-value]  # these two lists hold persons
    return None


def _natural(kennung: str) -> tuple[bool, str, int, str]:
    """Sort p2 before p10, and who has no kennung last."""
    word = kennung.rstrip("0123456789")
    return not kennung, word, int(kennung[len(word) :] or 0), kennung
