"""Looking at decisions: which there are, which hold today, what is open and what is due."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.procedure import since
from wiq_cli.domain.recount import recount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff

SCHEMA_LIST = "wiq.decisions/1"
SCHEMA_SHOW = "wiq.decision/1"
SCHEMA_DUE = "wiq.due/1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of ``wiq decide list``."""

    id: str
    team: str
    title: str
    procedure: str
    outcome: str
    date: str
    visibility: str


@dataclass(frozen=True, slots=True)
class Due:
    """Something that waits: an open decision, a review, a task."""

    id: str
    team: str
    kind: str
    date: str
    text: str


def entry(beschluss: Beschluss) -> Entry:
    """Give a decision in one line."""
    result = beschluss.ergebnis
    frozen = beschluss.regel.verfahren if beschluss.regel else ""
    return Entry(
        id=beschluss.id,
        team=beschluss.team,
        title=beschluss.titel,
        procedure=(result and result.durch) or (beschluss.versuche[-1].verfahren if beschluss.versuche else frozen),
        outcome=beschluss.status,
        date=((result and result.am) or beschluss.opened).isoformat(),
        visibility=beschluss.sichtbarkeit.stufe,
    )


def entries(
    beschluesse: Iterable[Beschluss],
    *,
    team: str | None = None,
    lt: str | None = None,
    not_before: date | None = None,
    in_force_on: date | None = None,
) -> list[Entry]:
    """Give the decisions that fit, oldest first."""
    everything = list(beschluesse)
    wanted = everything if in_force_on is None else in_force(everything, in_force_on)
    lines = [
        entry(one)
        for one in wanted
        if (team is None or one.team == team) and (lt is None or lt in {one.betrifft.lt, one.team})
    ]
    fitting = (line for line in lines if not_before is None or line.date >= not_before.isoformat())
    return sorted(fitting, key=lambda line: (line.date, line.id))


def in_force(beschluesse: Iterable[Beschluss], day: date) -> list[Beschluss]:
    """Give the decisions that hold on a day: adopted, begun, not over, not replaced by another that holds."""
    begun = [one for one in beschluesse if one.status == "angenommen" and since(one) <= day]
    replaced = {old for one in begun for old in one.verweise.ersetzt}
    return [
        one
        for one in begun
        if one.id not in replaced
        and not (one.ergebnis and one.ergebnis.gilt_bis and one.ergebnis.gilt_bis < day)
        and one.art != "widerruf"
    ]


def waiting(beschluesse: Iterable[Beschluss], day: date) -> list[Due]:
    """Give what is open, and what is due by a day, oldest first."""
    found = [due for one in beschluesse for due in _waiting(one, day)]
    return sorted(found, key=lambda due: (due.date, due.id, due.kind))


def _waiting(one: Beschluss, day: date) -> Iterable[Due]:
    if one.is_open:
        yield Due(one.id, one.team, "offen", one.opened.isoformat(), one.titel)
    if one.wiedervorlage and one.wiedervorlage.am <= day:
        yield Due(
            one.id, one.team, "wiedervorlage", one.wiedervorlage.am.isoformat(), one.wiedervorlage.frage or one.titel
        )
    for task in one.umsetzung:
        if task.bis and task.bis <= day and not task.erledigt:
            yield Due(one.id, one.team, "aufgabe", task.bis.isoformat(), task.aufgabe)


def list_document(lines: Iterable[Entry]) -> dict[str, Any]:
    """Give the list for programs."""
    return {"schema": SCHEMA_LIST, "decisions": [asdict(line) for line in lines]}


def due_document(lines: Iterable[Due]) -> dict[str, Any]:
    """Give what waits for programs."""
    return {"schema": SCHEMA_DUE, "due": [asdict(line) for line in lines]}


def show_document(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> dict[str, Any]:
    """Give one decision for programs, each attempt with its recount."""
    attempts = [_attempt(one) for one in recount(beschluss, begriffe)]
    return {
        "schema": SCHEMA_SHOW,
        "decision": {
            **asdict(entry(beschluss)),
            "kind": beschluss.art,
            "wording": beschluss.antrag.wortlaut,
            "version": beschluss.antrag.fassung,
            "concerns": beschluss.betrifft.model_dump(exclude_defaults=True),
            "electorate": beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None,
            "attempts": attempts,
        },
    }


def _attempt(one: Recount) -> dict[str, Any]:
    return {
        "number": one.versuch.nr,
        "procedure": one.versuch.verfahren,
        "date": one.versuch.am.isoformat() if one.versuch.am else None,
        "votes": dict(one.lage.stimmen),
        "recorded": one.recorded,
        "recounted": one.verdict.outcome if one.verdict else None,
        "margin": one.verdict.margin if one.verdict else None,
        "reason": one.verdict.reason if one.verdict else None,
    }
