"""What waits for somebody: open motions, reviews, tasks, wishes, grants that end, empty seats. The next agenda."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from wiq_cli.domain.baenke import seats_of, vacant_since
from wiq_cli.domain.geltung import ends, looked_at
from wiq_cli.domain.unterstuetzung import SUPPORT, plain
from wiq_cli.usecases.decide import in_force, state
from wiq_cli.usecases.decide_wishes import ENDED, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.team import Team

SCHEMA = "wiq.due/1"
ENDS_SOON = timedelta(60)
Kind = Literal[
    "offen", "vertagt", "frist", "wiedervorlage", "aufgabe", "bedenken", "sichtbarkeit", "leistung_endet", "sitz_frei",
    "wunsch",
]  # fmt: skip
ON_THE_TABLE: frozenset[Kind] = frozenset({"offen", "vertagt"})
BEYOND_DECISIONS: frozenset[Kind] = frozenset({"wunsch", "sitz_frei"})  # no decision speaks of them yet
LAST = "9999"  # what has no day comes after everything that has one


@dataclass(frozen=True, slots=True)
class Due:
    """Something that waits. ``id`` is a decision; for a wish or an empty seat it is the team it belongs to."""

    id: str
    team: str  # who has to do with it
    kind: Kind
    date: str  # empty: since nobody knows when
    text: str


def waiting(
    beschluesse: Sequence[Beschluss], teams: Mapping[str, Team], regeln: Regeln, day: date, *, team: str | None = None
) -> list[Due]:
    """Give what is open and what is due by a day, oldest first."""
    found = [
        *(due for one in beschluesse for due in _from_decision(one, beschluesse, day)),
        *_ending(beschluesse, teams, day),
        *_vacant(teams, regeln, day),
        *_unheard(beschluesse, teams, regeln, day),
    ]
    fitting = [one for one in found if team is None or one.team == team]
    return sorted(fitting, key=lambda due: (due.date or LAST, due.id, due.kind, due.text))


def overdue(found: Iterable[Due]) -> list[Due]:
    """Give what somebody has to look after: an open motion alone is nothing that was missed."""
    return [one for one in found if one.kind not in ON_THE_TABLE]


def _from_decision(one: Beschluss, everything: Sequence[Beschluss], day: date) -> Iterator[Due]:
    def due(kind: Kind, when: date, text: str) -> Due:
        return Due(one.id, one.team, kind, when.isoformat(), text)

    over = state(one, everything, day).word in {"ersetzt", "widerrufen"}
    if one.is_open:
        kind: Kind = "vertagt" if one.status == "vertagt" else "offen"
        yield due(kind, (one.ergebnis and one.ergebnis.am) or one.opened, one.titel)
        if one.form.frist and one.form.frist < day:
            yield due("frist", one.form.frist, f"Die Frist im Umlauf ist vorbei: {one.titel}")
    review = one.wiedervorlage
    if review and review.am <= day and not over and not looked_at(one, "wiedervorlage", review.am):
        yield due("wiedervorlage", review.am, review.frage or one.titel)
    look = one.sichtbarkeit.pruefen_am
    if look and look <= day and not looked_at(one, "sichtbarkeit", look):
        yield due("sichtbarkeit", look, f"Darf er jetzt öffentlich werden? {one.titel}")
    for task in one.umsetzung:
        if not task.erledigt and not over and (task.bis is None or task.bis <= day):
            yield due("aufgabe", task.bis or one.opened, task.aufgabe)
    if not over and _worries(one) and review is None and not looked_at(one, "bedenken", one.opened):
        yield due("bedenken", (one.ergebnis and one.ergebnis.am) or one.opened, one.titel)


def _worries(one: Beschluss) -> bool:
    return one.status == "angenommen" and any(each.stufe == "schwere_bedenken" for each in one.bedenken)


def _ending(beschluesse: Sequence[Beschluss], teams: Mapping[str, Team], day: date) -> Iterator[Due]:
    """Support that ends soon, unless somebody already moved what comes after it."""
    for one in in_force(beschluesse, day):
        end = ends(one)
        if one.art != SUPPORT or end is None or end > day + ENDS_SOON:
            continue
        team = teams.get(one.betrifft.lt or "")
        if team and team.status == ENDED:
            continue
        if not any(_goes_on(other, one, end) for other in beschluesse):
            name = team.name if team else one.betrifft.lt or one.titel
            yield Due(one.id, one.team, "leistung_endet", end.isoformat(), f"Die Unterstützung endet: {name}")


def _goes_on(other: Beschluss, one: Beschluss, end: date) -> bool:
    """Whether another decision, or a motion, is about what comes after the end: the same wishes, for longer."""
    same = other.id != one.id and other.art == SUPPORT and other.betrifft.lt == one.betrifft.lt
    if not same or other.opened < one.opened or not (other.is_open or other.status == "angenommen"):
        return False
    later = ends(other)
    return bool(_about(other) & _about(one)) and (later is None or later > end)


def _about(one: Beschluss) -> set[str]:
    """Give the wishes that support was granted for; of a motion also those that it leaves open."""
    if not one.leistung:
        return set()
    left = one.leistung.offen if one.is_open else []
    return {plain(was) for was in (*one.leistung.bewilligt, *(each.was for each in left))}


def _vacant(teams: Mapping[str, Team], regeln: Regeln, day: date) -> Iterator[Due]:
    for kuerzel, team in teams.items():
        for name, free, since in free_seats(team, regeln, day):
            what = "Ein Sitz ist" if free == 1 else f"{free} Sitze sind"
            yield Due(kuerzel, kuerzel, "sitz_frei", since.isoformat() if since else "", f"{what} frei: Bank {name}")


def free_seats(team: Team, regeln: Regeln, day: date) -> Iterator[tuple[str, int, date | None]]:
    """Give the benches with empty seats: how many, and since when. A team that names no bench does not work with them."""
    teamart, seats = regeln.teams.get(team.art), seats_of(team)
    if teamart is None or not seats or team.status == ENDED:
        return
    for key, bench in teamart.aufnahme.baenke.items():
        mine = [one for one in seats if one.bank == key]
        free = (bench.sitze or 0) - sum(one.person.member_on(day) for one in mine)
        if free > 0:
            yield bench.name or key, free, vacant_since(mine, bench.sitze or 0, day)


def _unheard(beschluesse: Sequence[Beschluss], teams: Mapping[str, Team], regeln: Regeln, day: date) -> Iterator[Due]:
    competent = regeln.competent(SUPPORT)
    steering = [kuerzel for kuerzel, team in teams.items() if competent and team.art == competent[0]]
    for kuerzel, team in teams.items():
        if team.status == ENDED or not steering:
            continue
        for wish in wishes(kuerzel, team, beschluesse, day):
            if wish.is_support and wish.waits and not (wish.answer and wish.answer.word == "beantragt"):
                when = wish.answer.beschluss.opened.isoformat() if wish.answer else ""
                weiter = f" ({wish.answer.weiter})" if wish.answer and wish.answer.weiter else ""
                yield Due(kuerzel, steering[0], "wunsch", when, f"{team.name} wünscht sich: {wish.was}{weiter}")


def due_document(lines: Iterable[Due]) -> dict[str, Any]:
    """Give what waits for programs."""
    return {"schema": SCHEMA, "due": [asdict(line) for line in lines]}
