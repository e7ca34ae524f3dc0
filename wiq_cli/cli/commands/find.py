from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import columns, is_terminal, note, out
from wiq_cli.cli.german import GermanTyper, choice
from wiq_cli.cli.network import open_network
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from wiq_cli.usecases.find import Found

app = GermanTyper()
KINDS = {
    "team": "team", "thema": "topic", "stadtteil": "district", "partner": "partner", "beschluss": "decision", "person": "person",
}  # fmt: skip
USUAL, MOST = 20, 10_000
LONGEST = 200


def how_many(text: str) -> int:
    """Read a number of hits."""
    if not (text.isascii() and text.isdigit() and len(text) < 6) or not 1 <= int(text) <= MOST:  # noqa: PLR2004  # digits
        raise typer.BadParameter(f"Hier gehört eine Zahl von 1 bis {MOST} hin.")
    return int(text)


@app.command()
def find(
    query: Annotated[
        str, typer.Argument(metavar="SUCHE", help="Wörter, die vorkommen sollen. Umlaute gehen auch als ae, oe, ue.")
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="ART", parser=choice(*KINDS), help=f"Nur das: {', '.join(KINDS)}. Mehrmals möglich."
        ),
    ] = None,
    limit: Annotated[
        Any, typer.Option("--limit", metavar="ZAHL", parser=how_many, help=f"So viele Treffer. Sonst {USUAL}.")
    ] = None,
    fmt: Format = "text",
) -> int:
    """Sucht im ganzen Netzwerk: Teams, Themen, Stadtteile, Partner, Beschlüsse, Personen.

    Groß oder klein und Akzente sind egal. Wer nach Personen sucht, sieht Namen. Sie bleiben im Haus.
    """
    from wiq_cli.cli.commands.decide import store  # noqa: PLC0415  # start-up
    from wiq_cli.cli.teams import read_all  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.faltung import folded_words  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.find import find as search  # noqa: PLC0415  # start-up

    if len(query) > LONGEST or not folded_words(query):
        raise WrongCall(f"Wonach soll ich suchen? Nenn ein oder mehrere Wörter, zusammen höchstens {LONGEST} Zeichen.")
    ordner = open_network()
    teams, unread = read_all(ordner)
    beschluesse, broken = store.readable(ordner)
    kinds = [KINDS[one] for one in kind] if kind else list(KINDS.values())
    found = search(query, teams, beschluesse, limit=limit or USUAL, kinds=kinds)
    _show(query, found, fmt)
    for line in unread:
        note(line)
    return ExitCode.FINDINGS if unread or broken else ExitCode.FINE


def _show(query: str, found: Found, fmt: str) -> None:
    from wiq_cli.report import find as report  # noqa: PLC0415  # start-up

    if fmt == "json":
        out(report.document(query, found))
    else:
        out(report.full(found, columns()) if is_terminal(sys.stdout) else report.plain(found))
    if not found.hits:
        close = " oder ".join(f"„{one}“" for one in found.meant)
        note("Dazu finde ich nichts." + (f" Meintest du {close}?" if close else " Versuch es mit einem kürzeren Wort."))
    elif found.total > len(found.hits):
        note(f"Das sind {len(found.hits)} von {found.total} Treffern. Mehr zeigt --limit {min(found.total, MOST)}.")
