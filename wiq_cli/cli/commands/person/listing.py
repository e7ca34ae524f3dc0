from __future__ import annotations

import sys

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import is_terminal, note, out


def listing(fmt: str) -> int:
    """Show everybody by kennung, with what each agreed to."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report import person as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_list import rows  # noqa: PLC0415  # start-up

    akten = store.Akten()
    found = rows(akten.people, akten.heute)
    if fmt == "json":
        store.print_json(report.list_document(found))
    else:
        out(report.list_text(found, terminal=is_terminal(sys.stdout)))
    if not found:
        note("In diesem Netzwerk steht noch niemand in einer Team-Datei.")
    return ExitCode.NOTHING if akten.warn_unread(store.TEAMS) else ExitCode.FINE
