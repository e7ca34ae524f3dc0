from __future__ import annotations

from typing import Annotated

import typer

from wiq_cli.cli.console import out
from wiq_cli.cli.german import GermanTyper

app = GermanTyper()


@app.command()
def explain(
    rule_id: Annotated[str, typer.Argument(metavar="REGEL", help="Zum Beispiel WIQ103.")],
) -> None:
    """Erklärt eine Regel mit Beispielen."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up
    from wiq_cli.report.findings_text import WORDS  # noqa: PLC0415  # start-up
    from wiq_cli.rules.engine import rule, rule_files  # noqa: PLC0415  # start-up

    name = rule_id.upper()
    if name not in rule_files():
        meant = nearest(name.replace("O", "0"), rule_files())
        raise WrongCall(
            "Diese Regel gibt es nicht. " + (f"Meintest du {meant}?" if meant else "Alle zeigt „wiq rules“.")
        )
    found = rule(name)
    title, _, body = found.page.partition("\n")
    out(f"{found.id} ({WORDS[found.level]}): {title}\n{body.rstrip()}\n")
