"""Decisions: the list, one of them, what is due, who may decide, and the proofs."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from wiq_cli.domain.formats.common import Day

Outcome = Literal["angenommen", "abgelehnt", "vertagt", "nicht_erreicht", "nicht_feststellbar", "offen"]


class Entry(TypedDict):
    id: str
    team: str
    title: str
    procedure: str
    outcome: Outcome
    date: Day
    visibility: str
    recounted: NotRequired[Outcome]  # where counting again gives something else


class Decisions(TypedDict):
    schema: str
    decisions: list[Entry]


class Compared(TypedDict):
    procedure: str
    outcome: Outcome
    margin: float | None
    reason: str | None
    hangs_on_one: bool
    levels_read_as_yes_or_no: bool


class Attempt(TypedDict):
    number: int
    procedure: str
    date: Day | None
    votes: dict[str, int]
    recorded: str | None
    recounted: Outcome | None
    margin: float | None
    hangs_on_one: bool
    reason: str | None
    compared: NotRequired[list[Compared]]


class Whole(Entry):
    state: str
    kind: str
    wording: str
    version: int
    concerns: dict[str, Any]
    electorate: int | None
    attempts: list[Attempt]
    replaces: list[str]
    replaced_by: list[str]


class Decision(TypedDict):
    schema: str
    decision: Whole


class Waiting(TypedDict):
    id: str
    team: str
    kind: str
    date: str  # empty: since nobody knows when
    text: str


class Due(TypedDict):
    schema: str
    due: list[Waiting]


class Point(TypedDict):
    kind: str
    text: str
    detail: str
    id: str


class Agenda(TypedDict):
    schema: str
    team: str
    date: Day
    place: str | None
    points: list[Point]


class MinutesAttempt(TypedDict):
    number: int
    procedure: str
    wording: str
    votes: dict[str, int]
    recorded: str | None


class Item(TypedDict):
    id: str
    title: str
    wording: str
    attempts: list[MinutesAttempt]
    outcome: Outcome
    reason: str | None
    next: str | None
    review: Day | None
    seal: str | None


class Minutes(TypedDict):
    """People stand in it by their kennung, and only inside the house."""

    schema: str
    team: str
    name: str
    date: Day
    forms: list[str]
    place: str | None
    begin: str | None
    end: str | None
    invited: Day | None
    quorate: bool | None
    entitled: int | None
    present_count: int | None
    lead: NotRequired[str | None]
    keeper: NotRequired[str | None]
    present: NotRequired[list[str]]
    absent: NotRequired[list[str]]
    items: list[Item]
    not_public: int
    missing: NotRequired[list[str]]


class Asked(TypedDict):
    grade: str
    who: list[str]


class Topic(TypedDict):
    topic: str
    decides: str | None  # null: every team within its own task
    over_eur: int | None
    up_to_eur: int | None
    asked: list[Asked]
    source: str | None


class Who(TypedDict):
    schema: str
    rows: list[Topic]


class Step(TypedDict):
    what: str
    done: bool
    note: str
    decision: str
    command: str


class Join(TypedDict):
    schema: str
    team: str
    person: str
    complete: bool
    steps: list[Step]


class Delay(TypedDict):
    known: int
    unknown: int
    median: float | None
    longest: int | None


class Seat(TypedDict):
    team: str
    bench: str
    free: int


class Figures(TypedDict):
    schema: str
    begin: Day
    end: Day
    decided: int
    outcomes: dict[str, int]
    teams: dict[str, int]
    adopted: int
    by_consensus: int
    by_majority: int
    otherwise: int
    on_one_vote: int
    wishes_granted: int
    wishes_refused: int
    wishes_open: int
    without_reason: int
    not_public: int
    still_open: int
    delay: Delay
    seats: list[Seat]
    consensus_share: int | None


class Verified(TypedDict):
    id: str
    state: str
    sha256: str
    fields: list[str]
    text: str


class Anchor(TypedDict):
    file: str
    month: str
    sha256: str
    signature_fault: bool


class Fault(TypedDict):
    file: str
    line: int
    decision: str
    text: str


class Verify(TypedDict):
    schema: str
    decisions: list[Verified]
    anchors: list[Anchor]
    faults: list[Fault]


DOCUMENTS: dict[str, Any] = {
    "wiq.decisions/1": Decisions, "wiq.decision/1": Decision, "wiq.due/1": Due, "wiq.agenda/1": Agenda,
    "wiq.minutes/1": Minutes, "wiq.who/1": Who, "wiq.join/1": Join, "wiq.decisions-report/1": Figures,
    "wiq.verify/1": Verify,
}  # fmt: skip
