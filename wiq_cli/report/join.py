"""The way of a person into a team: for eyes with marks and next commands, for pipes one line a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.decisions import columns
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from wiq_cli.usecases.decide_join import Way

MARK = {True: "✓", False: "✗"}


def way_text(way: Way, *, aligned: bool) -> str:
    """Give the steps in order."""
    if not aligned:
        rows = [["ja" if one.done else "nein", one.what, one.decision, one.note, one.command] for one in way.steps]
        return columns(rows, aligned=False)
    lines = [way.name]
    for one in way.steps:
        about = ", ".join(part for part in (one.decision, one.note) if part)
        lines.append(f"{MARK[one.done]} {one.what}" + (f" – {about}" if about else ""))
        if one.command:
            lines.append(f"    {one.command}")
    return "\n".join(safe(line) for line in lines)
