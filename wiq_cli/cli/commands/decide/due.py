from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.decide_due import Due

app = GermanTyper()


@app.command("due")
def due(
    team: Annotated[str | None, typer.Option("--team", metavar="KUERZEL", help="Nur für dieses Team.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Endet mit 1, wenn etwas fällig ist.")] = False,
    fmt: Format = "text",
) -> int:
    """Zeigt, was fällig ist: Wiedervorlagen, Aufgaben, Wünsche, freie Sitze, auslaufende Unterstützung."""
    return show_waiting(fmt, team=team, only_due=True, strict=strict)


def show_waiting(fmt: str, *, team: str | None = None, only_due: bool = False, strict: bool = False) -> int:
    """Show what waits; without a command also what is merely open."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report.due import due_lines  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_due import BEYOND_DECISIONS, due_document, overdue, waiting  # noqa: PLC0415  # start-up

    ordner = open_network()
    beschluesse, broken = store.readable(ordner)
    if team is not None:
        store.known_team(team, [path.stem for path in ordner.team_paths()], "--team")
    day = today(ordner.netzwerk.zeitzone)
    found = waiting(beschluesse, store.teams(ordner), ordner.regeln, day, team=team)
    beyond = [] if only_due else [one for one in found if one.kind in BEYOND_DECISIONS]
    found = overdue(found) if only_due else [one for one in found if one.kind not in BEYOND_DECISIONS]
    if fmt == "json":
        store.print_json(due_document(found))
    else:
        out(due_lines(found, day, aligned=is_terminal(sys.stdout)))
    if beyond:
        note(f"Dazu {_counted(beyond)}: wiq decide due")
    elif not found:
        note("Nichts ist fällig." if only_due else "Nichts ist offen, nichts ist fällig.")
    return ExitCode.FINDINGS if broken or (strict and found) else ExitCode.FINE


def _counted(beyond: Sequence[Due]) -> str:
    """Say how many wishes and empty seats there are."""
    from wiq_cli.domain.anzahl import anzahl  # noqa: PLC0415  # start-up

    wishes = sum(one.kind == "wunsch" for one in beyond)
    seats = len(beyond) - wishes
    parts = [
        anzahl(wishes, "1 Wunsch", "{} Wünsche") if wishes else "",
        anzahl(seats, "1 Bank mit freien Sitzen", "{} Bänke mit freien Sitzen") if seats else "",
    ]
    return " und ".join(one for one in parts if one)
