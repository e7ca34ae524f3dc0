from __future__ import annotations

import re
import sys
from datetime import date as Date  # noqa: N812  # „date“ is what options are called
from datetime import timedelta
from typing import Annotated, Any

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper, choice, parse_date
from wiq_cli.cli.network import open_network, today

app = GermanTyper()
QUARTERS = 4


def quarter(text: str) -> tuple[Date, Date]:
    """Read ``2026-Q3``."""
    match = re.fullmatch(r"(19[7-9][0-9]|2[01][0-9]{2})-?[qQ]([1-4])", text.strip())
    if not match:
        raise typer.BadParameter("Schreib das Quartal so: 2026-Q3.")
    return _quarter(int(match[1]), int(match[2]))


def _quarter(year: int, number: int) -> tuple[Date, Date]:
    begin = Date(year, 3 * number - 2, 1)
    following = Date(year + number // QUARTERS, 3 * number % 12 + 1, 1)
    return begin, following - timedelta(1)


@app.command("report")
def report(
    begin: Annotated[Any, typer.Option("--from", metavar="DATUM", parser=parse_date, help="Erster Tag.")] = None,
    end: Annotated[Any, typer.Option("--to", metavar="DATUM", parser=parse_date, help="Letzter Tag.")] = None,
    period: Annotated[
        Any, typer.Option("--quarter", metavar="QUARTAL", parser=quarter, help="Ein Quartal, zum Beispiel 2026-Q3.")
    ] = None,
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|md|json",
            parser=choice("text", "md", "json"),
            help="Text, Markdown oder für Programme.",
        ),
    ] = "text",
) -> None:
    """Zählt die Entscheidungen eines Quartals: wie viele, wie viele im Konsens, wie schnell lesbar, welche Sitze frei."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.decided import recorded_days  # noqa: PLC0415  # start-up
    from wiq_cli.report.figures import figures_markdown, figures_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_report import figures, figures_document  # noqa: PLC0415  # start-up

    if period and (begin or end):
        raise WrongCall("Nenn entweder --quarter oder --from und --to.")
    ordner = open_network()
    heute = today(ordner.netzwerk.zeitzone)
    first, last = period or _quarter(heute.year, (heute.month + 2) // 3)
    first, last = begin or (Date(end.year, 1, 1) if end else first), end or (max(heute, begin) if begin else last)
    if first > last:
        raise WrongCall("--from liegt nach --to. Tausch die beiden Tage.")
    beschluesse, _ = store.readable(ordner)
    found = figures(beschluesse, store.teams(ordner), ordner.regeln, first, last, recorded_days(ordner.root))
    if fmt == "json":
        store.print_json(figures_document(found))
    elif fmt == "md":
        out(figures_markdown(found))
    else:
        out(figures_text(found, aligned=is_terminal(sys.stdout)))
    if last > heute:
        note("Der Zeitraum ist noch nicht vorbei.")
