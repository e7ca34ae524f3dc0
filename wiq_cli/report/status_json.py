"""The Monday screen for programs: ``wiq.status/1``. No name of a person, no words of a wish."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiq_cli.domain.formats import teams as formats
    from wiq_cli.usecases.status import Overview, Row, Unread, Week

SCHEMA = "wiq.status/1"


def document(one: Overview, history: str) -> str:
    """Write everything as one JSON document. ``history``: what git knows, full, shallow or none."""
    data: formats.Status = {
        "schema": SCHEMA,
        "date": one.heute.isoformat(),
        "history": history,
        "published": one.published,
        "week": _week(one.week),
        "next": [row.look.kuerzel for row in one.calls],
        "unreadable": [_unread(each) for each in one.unread],
        "teams": [_team(row) for row in one.rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _week(one: Week) -> formats.Week:
    return {
        "meetings": one.meetings, "clashes": one.clashes, "open_decisions": one.open_decisions, "consents": one.consents
    }  # fmt: skip


def _unread(one: Unread) -> formats.Unreadable:
    return {"team": one.team, "file": one.file, "line": one.line, "message": one.message}


def _team(row: Row) -> formats.TeamState:
    look = row.look
    return {
        "team": look.kuerzel,
        "name": look.facts.name,
        "type": look.facts.art,
        "status": look.facts.status,
        "level": row.level,
        "last_sign": {"date": look.last.day.isoformat(), "kind": look.last.was} if look.last else None,
        "last_written": look.written.isoformat() if look.written else None,
        "next_meeting": look.meeting.start if look.meeting else None,
        "goals": {"reached": look.goals[0], "total": look.goals[1]},
        "effects": [{"target": one.target, "actual": one.actual, "date": one.day.isoformat() if one.day else None} for one in look.effects],
        "wishes": [
            {"kind": one.art, "support": one.is_support, "since": one.since.isoformat() if one.since else None} for one in look.waiting
        ],
        "profile": look.profile,
        "concept": {"filled": look.facts.rows[0], "total": look.facts.rows[1], "empty": look.facts.gaps} if look.facts.rows else None,
        "reasons": [{"kind": one.kind, "level": one.level, "message": one.message, "todo": one.todo} for one in row.marks],
    }  # fmt: skip
