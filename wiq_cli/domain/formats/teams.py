"""How teams stand, what they need, what can be found."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from wiq_cli.domain.formats.common import Day, History, Moment, TeamLevel, TeamStatus


class Week(TypedDict):
    meetings: int
    clashes: int
    open_decisions: int
    consents: int


class Unreadable(TypedDict):
    team: str
    file: str
    line: int
    message: str


class Sign(TypedDict):
    date: Day
    kind: str


class Goals(TypedDict):
    reached: int
    total: int


class Effect(TypedDict):
    target: float | None
    actual: float | None
    date: Day | None


class Wish(TypedDict):
    kind: str
    support: bool
    since: Day | None


class Concept(TypedDict):
    filled: int
    total: int
    empty: list[str]


class Reason(TypedDict):
    kind: str
    level: Literal["urgent", "soon", "note"]
    message: str
    todo: str


class TeamState(TypedDict):
    team: str
    name: str
    type: str
    status: TeamStatus
    level: TeamLevel
    last_sign: Sign | None
    last_written: Day | None
    next_meeting: Moment | None
    goals: Goals
    effects: list[Effect]
    wishes: list[Wish]
    profile: Literal["fresh", "stale", "missing", "closed", "must_go", "unknown"]
    concept: Concept | None
    reasons: list[Reason]


class Status(TypedDict):
    schema: str
    date: Day
    history: History
    published: bool
    week: Week
    next: list[str]
    unreadable: list[Unreadable]
    teams: list[TeamState]


class Proposal(TypedDict):
    kind: Literal["team", "partner", "got_it"]
    name: str
    kuerzel: str
    word: str
    near: bool


class Need(TypedDict):
    team: str
    name: str
    districts: list[str]
    text: str
    support: bool
    kind: str
    since: Day | None
    answer: Literal["unheard", "open", "expired", "on_agenda", "refused", "granted"]
    decision: str | None
    next: str | None
    proposals: list[Proposal]


class Needs(TypedDict):
    schema: str
    date: Day
    history: History
    needs: list[Need]


class FindHit(TypedDict):
    kind: Literal["team", "topic", "district", "partner", "decision", "person"]
    key: str | None
    name: str
    teams: list[str]


class Find(TypedDict):
    schema: str
    query: str
    total: int
    hits: list[FindHit]
    meant: list[str]


DOCUMENTS: dict[str, Any] = {"wiq.status/1": Status, "wiq.needs/1": Needs, "wiq.find/1": Find}
