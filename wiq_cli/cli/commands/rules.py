from __future__ import annotations

import sys

from wiq_cli.cli.console import columns, is_terminal, next_step, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

app = GermanTyper()


@app.command()
def rules(fmt: Format = "text") -> None:
    """Zeigt alle Regeln."""
    from wiq_cli.report import rules as report  # noqa: PLC0415  # start-up
    from wiq_cli.rules.engine import rule, rule_files  # noqa: PLC0415  # start-up

    found = [rule(one) for one in rule_files()]
    if fmt == "json":
        out(report.as_json(found))
        return
    out(report.as_table(found, columns()) if is_terminal(sys.stdout) else report.as_lines(found))
    next_step(f"wiq explain {found[0].id}")
