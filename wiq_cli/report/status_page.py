"""What the Monday screen says on a page: plain words for a template, so that whoever fills it needs to know no team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.report import status_words as words
from wiq_cli.report.safe import safe
from wiq_cli.report.status_text import COLUMNS

if TYPE_CHECKING:
    from wiq_cli.usecases.status import Overview, Row
    from wiq_cli.usecases.status_marks import Mark

SHOWN = [one for one in COLUMNS if one.head]


def values(one: Overview) -> dict[str, Any]:
    """Give everything that the template shows."""
    return {
        "titel": safe(words.title(one)),
        "woche": words.week(one),
        "unlesbar": [safe(f"{each.file}:{each.line}: {each.message}") for each in one.unread],
        "anrufe": [{"satz": safe(words.call(row)), "tun": safe(row.marks[0].todo)} for row in one.calls],
        "koepfe": [column.head for column in SHOWN],
        "teams": [_team(row) for row in one.rows],
    }


def _team(row: Row) -> dict[str, Any]:
    return {
        "stufe": row.level,
        "zellen": [safe(column.cell(row)) for column in SHOWN],
        "gruende": [_reason(mark) for mark in row.marks],
    }


def _reason(mark: Mark) -> dict[str, str]:
    return {"satz": safe(f"{words.LEVEL_WORD[mark.level].capitalize()}: {mark.message}"), "tun": safe(mark.todo)}
