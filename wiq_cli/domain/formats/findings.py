"""What is wrong, what would leave the house, what is set up."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict


class Finding(TypedDict):
    rule: str
    level: Literal["error", "warning", "hint"]
    file: str
    line: int
    column: int
    path: list[str | int]
    message: str
    help: str


class CheckSummary(TypedDict):
    files: int
    errors: int
    warnings: int
    hints: int


class Check(TypedDict):
    schema: str
    findings: list[Finding]
    summary: CheckSummary


class Rule(TypedDict):
    rule: str
    name: str
    level: Literal["error", "warning", "hint"]
    title: str


class Rules(TypedDict):
    schema: str
    rules: list[Rule]


class Looked(TypedDict):
    check: str
    state: str
    message: str
    command: str | None


class DoctorSummary(TypedDict):
    checks: int
    mend: int


class Doctor(TypedDict):
    schema: str
    checks: list[Looked]
    summary: DoctorSummary


class Hit(TypedDict):
    file: str
    line: int
    kind: str
    place: str
    suggestion: str


class Unread(TypedDict):
    file: str
    place: str
    reason: str


class AuditSummary(TypedDict):
    files: int
    hits: int
    unread: int
    pictures: int


class Audit(TypedDict):
    schema: str
    hits: list[Hit]
    unread: list[Unread]
    pictures: list[str]  # that nobody looked at
    summary: AuditSummary


class Skipped(TypedDict):
    team: str
    reason: str


class Leak(TypedDict):
    team: str | None  # on pages of no single team
    file: str
    line: int
    field: str
    kind: str
    output: str


class Change(TypedDict):
    team: str
    kind: Literal["new", "changed", "same", "gone"]
    parts: list[str]


class Page(TypedDict):
    page: str
    kind: Literal["new", "changed", "same", "gone"]


class Publish(TypedDict):
    schema: str
    published: list[str]
    skipped: list[Skipped]
    removed: list[str]
    leaks: list[Leak]
    changes: NotRequired[list[Change]]  # where nothing was written
    pages: NotRequired[list[Page]]


DOCUMENTS: dict[str, Any] = {
    "wiq.check/1": Check, "wiq.rules/1": Rules, "wiq.doctor/1": Doctor, "wiq.audit/1": Audit, "wiq.publish/1": Publish,
}  # fmt: skip
