"""From a team to the facts that the Monday screen needs of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from wiq_cli.domain.baenke import seats_of
from wiq_cli.domain.kollision import room
from wiq_cli.domain.lebenszeichen import notes
from wiq_cli.domain.person import ZWECKE
from wiq_cli.rules.wiq101_zeile_fehlt import rows
from wiq_cli.usecases.meetings import plan
from wiq_cli.usecases.meetings_index import names_somebody
from wiq_cli.usecases.needs import FRAGE
from wiq_cli.usecases.status_facts import Ask, Facts, Slot, Stretch, mark, span
from wiq_cli.usecases.wish_age import QUESTION, SUPPORT, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.person import Person
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting


def facts(kuerzel: str, team: Team, rahmen: Rahmen) -> Facts:
    """Take from a team what the screen needs."""
    von, bis = span(rahmen.heute)
    calendar = plan(kuerzel, team, rahmen.netzwerk)
    concept = list(rows(team)) if rahmen.has_konzept(team.art) else []
    profile = team.einwilligung.profil
    return Facts(
        name=team.name,
        art=team.art,
        status=team.status,
        frueher=list(team.frueher),
        notes=[(one.am.isoformat(), one.was) for one in notes(team)],
        meetings=[_slot(one) for one in calendar.meetings(von, bis) if one.status != "cancelled"],
        later=[_slot(one) for one in calendar.upcoming(bis + timedelta(1), 1)],
        goals=[(_iso(one.bis or team.ziele.bis), one.erreicht) for one in team.ziele.teilziele],
        effects=[
            (None if one.soll is None else float(one.soll), [(value.am.isoformat(), float(value.wert)) for value in one.ist])
            for one in team.wirkung
            if one.soll is not None or one.ist
        ],
        rows=(sum(full for _, full, _ in concept), len(concept)) if concept else None,
        gaps=[".".join(map(str, path)) for path, full, _ in concept if not full],
        leads=[_stretch(one) for one in team.leitung],
        limits=[(_stretch(person), last) for person, last in _agreements(team)],
        benches=list(_benches(team, rahmen)),
        steps=[one.bis.isoformat() for one in team.weg if one.bis and not one.erledigt],
        asks=[Ask(art, key == SUPPORT, mark(words)) for art, (key, words) in asked(team)],
        consent=(_iso(profile.am), _iso(profile.widerrufen)) if profile else None,
    )  # fmt: skip


def may_be_kept(kuerzel: str, team: Team) -> bool:
    """Whether these facts point to nobody."""
    return not names_somebody(team, (kuerzel, team.name, *team.frueher))


def who_agreed(team: Team) -> dict[str, list[str]]:
    """Give for each last day of a consent the kennung of everybody who agreed until then."""
    found: dict[str, list[str]] = defaultdict(list)
    for person, last in _agreements(team):
        if person.kennung and person.kennung not in found[last]:
            found[last].append(person.kennung)
    return found


def asked(team: Team) -> Iterator[tuple[str, Wanted]]:
    """Give what a team asks for: the kind, and where it stands in which words."""
    yield from ((one.art, (SUPPORT, one.was)) for one in team.support)
    yield from ((FRAGE, (QUESTION, one)) for one in team.offene_fragen)


def _slot(one: Meeting) -> Slot:
    return Slot(one.start.isoformat(), one.end.isoformat(), _room(one.place))


@cache  # a rhythm meets in one room over and over
def _room(place: str | None) -> str:
    found = room(place)
    return mark(found) if found else ""


def _benches(team: Team, rahmen: Rahmen) -> Iterator[tuple[str, int, list[Stretch]]]:
    """Give the benches of a team that works with them."""
    teamart, seats = rahmen.regeln.teams.get(team.art), seats_of(team)
    for key, bench in teamart.aufnahme.baenke.items() if teamart and seats else ():
        yield bench.name or key, bench.sitze or 0, [_stretch(one.person) for one in seats if one.bank == key]


def _agreements(team: Team) -> Iterator[tuple[Person, str]]:
    """Give every consent that has a last day."""
    for _, _, person in team.personen():
        for zweck in ZWECKE if person.einwilligung else ():
            answer = getattr(person.einwilligung, zweck)
            if answer and answer.bis and answer.antwort == "ja" and answer.widerrufen is None:
                yield person, answer.bis.isoformat()


def _stretch(person: Person) -> Stretch:
    return _iso(person.seit), _iso(person.bis)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
