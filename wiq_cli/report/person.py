"""People and their consent, for eyes, pipes and machines: kennung and team, never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.report.decisions import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.person_list import Zeile

WORDS = {
    "given": "ja",
    "refused": "nein",
    "not_asked": "nicht gefragt",
    "expired": "abgelaufen",
    "revoked": "widerrufen",
    "undated": "ohne gültigen Tag",
}
HEAD = ("KENNUNG", "TEAM", "NAME", "VERTEILER", "FOTO", "")


def list_text(rows: Sequence[Zeile], *, terminal: bool) -> str:
    """One line for each person and team; a heading only where a person reads along."""
    lines = [
        [row.kennung or f"{row.file}:{row.line}", row.team, *(WORDS[one] for one in row.consent.values()), _remark(row)]
        for row in rows
    ]
    return columns([list(HEAD), *lines], aligned=True) if terminal and lines else columns(lines, aligned=False)


def list_document(rows: Sequence[Zeile]) -> dict[str, Any]:
    """Give the document of ``--format json``."""
    people = [
        {
            "person": row.kennung or None,
            "team": row.team,
            "file": row.file,
            "line": row.line,
            "lead": row.is_lead,
            "minor": row.is_minor,
            "consent": row.consent,
        }
        for row in rows
    ]
    return {"schema": "wiq.persons/1", "persons": people}


def _remark(row: Zeile) -> str:
    return "minderjährig: nie mit Namen oder Foto" if row.is_minor else ""
