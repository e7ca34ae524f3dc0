from __future__ import annotations

import json

from wiq_cli.cli.console import next_step, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

app = GermanTyper()


@app.command()
def rules(fmt: Format = "text") -> None:
    """Zeigt alle Regeln."""
    from wiq_cli.report.findings_text import WORDS  # noqa: PLC0415  # start-up
    from wiq_cli.rules.engine import rule, rule_files  # noqa: PLC0415  # start-up

    found = [rule(one) for one in rule_files()]
    if fmt == "json":
        rows = [{"rule": one.id, "name": one.name, "level": str(one.level), "title": one.title} for one in found]
        out(json.dumps({"schema": "wiq.rules/1", "rules": rows}, ensure_ascii=False, indent=2))
        return
    out("".join(f"{one.id}\t{WORDS[one.level]}\t{one.title}\n" for one in found))
    next_step(f"wiq explain {found[0].id}")
