"""What a team has to talk about next: what was put off, open motions, wishes, reviews, support that ends, tasks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.recount import recount
from wiq_cli.domain.review import counting
from wiq_cli.domain.unterstuetzung import SUPPORT
from wiq_cli.usecases.decide_attempt import next_procedure
from wiq_cli.usecases.decide_due import Due, waiting
from wiq_cli.usecases.decide_wishes import ENDED, wishes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting

SCHEMA = "wiq.agenda/1"
SECTIONS = {  # in the order of the meeting
    "protokoll": "Protokoll",
    "vertagt": "Vertagt",
    "offen": "Offene Anträge",
    "wunsch": "Wünsche der Lösungsteams",
    "frage": "Offene Fragen der Lösungsteams",
    "leistung_endet": "Unterstützung, die ausläuft",
    "wiedervorlage": "Wiedervorlagen",
    "bedenken": "Bedenken ohne Wiedervorlage",
    "aufgabe": "Aufgaben, die fällig sind",
    "frist": "Umlauf mit abgelaufener Frist",
    "sichtbarkeit": "Darf das jetzt öffentlich werden?",
    "sitz_frei": "Freie Sitze",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One point: what it is about, more about it, and the decision it belongs to."""

    kind: str
    text: str
    detail: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one team for one day."""

    team: str
    name: str
    day: date
    meeting: Meeting | None
    points: tuple[Point, ...]


def agenda(
    kuerzel: str,
    teams: Mapping[str, Team],
    beschluesse: Sequence[Beschluss],
    regeln: Regeln,
    day: date,
    meeting: Meeting | None,
) -> Agenda:
    """Give the agenda; what is due by the day of the meeting belongs on it."""
    known = {one.id: one for one in beschluesse}
    due = [one for one in waiting(beschluesse, teams, regeln, day, team=kuerzel) if one.kind != "wunsch"]
    deferred = {one.id for one in due if one.kind == "vertagt"}
    points = [
        _point(one, known.get(one.id), regeln) for one in due if one.kind != "wiedervorlage" or one.id not in deferred
    ]
    points += _minutes(kuerzel, beschluesse, day)
    competent = regeln.competent(SUPPORT)
    if competent and teams[kuerzel].art == competent[0]:
        points += _wishes(teams, beschluesse, day)
    ordered = sorted(points, key=lambda one: list(SECTIONS).index(one.kind))
    return Agenda(kuerzel, teams[kuerzel].name, day, meeting, tuple(ordered))


def _minutes(kuerzel: str, beschluesse: Sequence[Beschluss], day: date) -> Iterator[Point]:
    """Give the approval of the last minutes, where the team has met before."""
    met = [each for one in beschluesse if one.team == kuerzel and one.form.art == "treffen" for each in one.versuche]
    before = [one.am for one in met if one.am and one.am < day]
    if before:
        yield Point("protokoll", f"Genehmigung des Protokolls vom {max(before):%d.%m.%Y}")


def _point(due: Due, beschluss: Beschluss | None, regeln: Regeln) -> Point:
    if beschluss is None:
        return Point(due.kind, due.text)
    detail = ""
    if beschluss.is_open and due.kind in {"offen", "vertagt"}:
        detail = " ".join([*_deferred(beschluss), _next_vote(beschluss, regeln)])
    elif due.kind == "wiedervorlage":
        detail = f"aus: {beschluss.titel}"
    elif due.kind == "aufgabe":
        detail = f"bis {due.date[8:]}.{due.date[5:7]}.{due.date[:4]}"
    elif due.kind == "leistung_endet":
        detail = f"am {due.date[8:]}.{due.date[5:7]}.{due.date[:4]}"
    return Point(due.kind, due.text, detail, due.id)


def _deferred(one: Beschluss) -> Iterator[str]:
    if one.ergebnis and one.ergebnis.grund:
        yield one.ergebnis.grund
    if one.ergebnis and one.ergebnis.weiter:
        yield one.ergebnis.weiter
    if one.status == "vertagt" and one.wiedervorlage and one.wiedervorlage.frage:
        yield one.wiedervorlage.frage


def _next_vote(one: Beschluss, regeln: Regeln) -> str:
    """Say which vote comes next, and what went before."""
    if one.regel is None and not one.versuche:
        return "Das Verfahren ist noch nicht festgehalten."
    begriffe = counting(regeln, one)
    following = next_procedure(one, begriffe)
    begriff = begriffe.get(following)
    name = (begriff and begriff.name) or following.replace("_", " ")
    failed = sum(each.failed_consensus for each in recount(one, begriffe))
    before = f", nach {failed} Versuch{'en' if failed > 1 else ''} ohne Konsens" if failed else ""
    return f"Als Nächstes: {name}{before}."


def _wishes(teams: Mapping[str, Team], beschluesse: Sequence[Beschluss], day: date) -> Iterator[Point]:
    for kuerzel, team in teams.items():
        if team.status == ENDED:
            continue
        for wish in wishes(kuerzel, team, beschluesse, day):
            answer = wish.answer
            if not wish.waits or (answer and answer.word == "beantragt"):
                continue
            over = answer is not None and answer.word == "ausgelaufen"
            detail = "noch nie beraten" if answer is None else "ausgelaufen" if over else answer.weiter or "noch offen"
            kind = "wunsch" if wish.is_support or answer else "frage"
            yield Point(kind, f"{team.name}: {wish.was}", detail, answer.beschluss.id if answer else "")


def agenda_document(one: Agenda) -> dict[str, Any]:
    """Give the agenda for programs."""
    return {
        "schema": SCHEMA,
        "team": one.team,
        "date": one.day.isoformat(),
        "place": one.meeting.place if one.meeting else None,
        "points": [asdict(point) for point in one.points],
    }
