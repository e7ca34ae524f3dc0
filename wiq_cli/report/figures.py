"""The open report: as text, and as Markdown for a page or a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.decisions import OUTCOME, columns
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.usecases.decide_report import Delay, Figures


def figures_text(one: Figures, *, aligned: bool) -> str:
    """Give the figures in two columns."""
    return columns([[label, value] for label, value in _rows(one)], aligned=aligned)


def figures_markdown(one: Figures) -> str:
    """Give the figures as a table."""
    head = f"# Entscheidungen vom {one.begin:%d.%m.%Y} bis {one.end:%d.%m.%Y}"
    rows = [f"| {safe(label)} | {safe(value)} |" for label, value in _rows(one)]
    return "\n".join([head, "", "| Was | Zahl |", "|---|---|", *rows])


def _rows(one: Figures) -> Iterator[tuple[str, str]]:
    yield "Zeitraum", f"{one.begin:%d.%m.%Y} bis {one.end:%d.%m.%Y}"
    yield "Entschieden", str(one.decided)
    for status, number in one.outcomes.items():
        yield OUTCOME[status], str(number)
    for team, number in one.teams.items():
        yield f"Team {team}", str(number)
    if one.adopted:
        yield "Im Konsens", f"{one.by_consensus} von {one.adopted} angenommenen ({one.share} %)"
        yield "Mit Mehrheit", str(one.by_majority)
        yield "Auf anderem Weg", str(one.otherwise)
        yield "Eine Stimme gab den Ausschlag", str(one.on_one_vote)
    yield "Wünsche bewilligt", str(one.wishes_granted)
    yield "Wünsche abgelehnt", str(one.wishes_refused)
    yield "Wünsche offen gelassen", str(one.wishes_open)
    yield "Davon ohne Grund oder nächsten Schritt", str(one.without_reason)
    yield "Nicht öffentlich", str(one.not_public)
    yield "Noch offen am Ende", str(one.still_open)
    yield "Tage, bis alle im Netzwerk es lesen konnten", _said(one.delay)
    yield "Freie Sitze", ", ".join(f"{seat.free} {seat.bench} ({seat.team})" for seat in one.seats) or "0"


def _said(delay: Delay) -> str:
    if delay.median is None:
        return "unbekannt"
    rest = f", bei {delay.unknown} unbekannt" if delay.unknown else ""
    return f"im Mittel {delay.median:g}, höchstens {delay.longest}{rest}".replace(".", ",")
