from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import columns, is_terminal, out
from wiq_cli.cli.german import GermanTyper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.rules.engine import Rule

app = GermanTyper()
LISTED = 12


@app.command()
def explain(
    word: Annotated[
        str,
        typer.Argument(metavar="REGEL", help="Nummer, Name oder ein Wort, zum Beispiel WIQ103, 103 oder teilziele."),
    ],
) -> None:
    """Erklärt eine Regel mit Beispielen."""
    from wiq_cli.report import rules as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.explain import find  # noqa: PLC0415  # start-up

    found = find(word)
    if len(found) != 1:
        _refuse(word, found)
    out(report.page(found[0], columns() if is_terminal(sys.stdout) else None))


def _refuse(word: str, found: Sequence[Rule]) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.report import rules as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.explain import meant_rule  # noqa: PLC0415  # start-up

    if found:
        more = f"… und {len(found) - LISTED} weitere. Alle zeigt „wiq rules“.\n" if len(found) > LISTED else ""
        rows = report.as_table(found[:LISTED], columns())
        raise WrongCall(
            f"Dazu passen mehrere Regeln. Nenn eine davon, zum Beispiel: wiq explain {found[0].id}\n\n{rows}{more}".rstrip()
        )
    raise WrongCall(f"Diese Regel gibt es nicht. {meant_rule(word)}")
