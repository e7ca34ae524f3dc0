"""People: who agreed to what, what is known of somebody, and what the network does with it."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from wiq_cli.domain.formats.common import Day

Agreed = Literal["given", "refused", "not_asked", "expired", "revoked", "undated"]


class Purposes(TypedDict):
    name: Agreed
    verteiler: Agreed
    foto: Agreed


class Listed(TypedDict):
    person: str | None
    team: str
    file: str
    line: int
    lead: bool
    minor: bool
    consent: Purposes


class Persons(TypedDict):
    schema: str
    persons: list[Listed]


class Place(TypedDict):
    file: str
    line: int
    key: str | None
    value: str


class InTeam(Purposes):
    team: str
    minor: bool


class History(TypedDict):
    commits: int
    first: str | None
    last: str | None
    files: list[str]
    authored: int
    messages: int
    tags: int
    unread: int
    shallow: bool


class Activity(TypedDict):
    name: str
    purpose: str
    basis: str
    recipients: list[str]
    period: str


class Person(TypedDict):
    schema: str
    person: str
    date: Day
    network: str
    controller: str | None
    complete: bool
    unread: list[str]
    entries: list[Place]
    mentions: list[Place]
    references: list[Place]
    public: list[Place] | None
    consent: list[InTeam]
    history: History | None
    activities: list[Activity]
    rights: list[str]


class Shown(TypedDict):
    page: str
    text: str


class InProfile(TypedDict):
    team: str
    published: bool
    minor: bool
    now: list[Shown]
    with_name: list[Shown]
    in_text: list[Shown]


class Preview(TypedDict):
    schema: str
    person: str
    teams: list[InProfile]


class DataField(TypedDict):
    field: str
    description: str


class RecordedActivity(Activity):
    people: list[str]
    data: list[DataField]


class Record(TypedDict):
    schema: str
    network: str
    date: Day
    controller: dict[str, str]
    teams: int
    people: int
    activities: list[RecordedActivity]
    measures: list[str]
    missing: list[str]


DOCUMENTS: dict[str, Any] = {
    "wiq.persons/1": Persons, "wiq.person/1": Person, "wiq.preview/1": Preview, "wiq.record/1": Record,
}  # fmt: skip
