from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import columns, is_terminal, next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from datetime import date

    from wiq_cli.report.needs import Offers
    from wiq_cli.usecases.needs import Need

app = GermanTyper()


def kind(text: str) -> str:
    """Read a kind of wish; ``frage`` is an open question."""
    from typing import get_args  # noqa: PLC0415  # start-up

    from wiq_cli.domain.team import Unterstuetzung  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.needs import FRAGE  # noqa: PLC0415  # start-up

    return choice(*get_args(Unterstuetzung), FRAGE)(text)


@app.command()
def needs(
    team: Annotated[
        list[str] | None, typer.Option("--team", metavar="TEAM", help="Nur dieses Team. Mehrmals möglich.")
    ] = None,
    district: Annotated[
        list[str] | None, typer.Option("--district", metavar="STADTTEIL", help="Nur Teams aus diesem Stadtteil.")
    ] = None,
    art: Annotated[
        str | None,
        typer.Option("--kind", metavar="ART", parser=kind, help="Nur diese Art, zum Beispiel raum, material, frage."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Zeigt am Terminal auch, was bewilligt oder abgelehnt ist.")
    ] = False,
    fmt: Format = "text",
) -> int:
    """Zeigt alle Bitten und offenen Fragen, ihr Alter, und was daraus wurde. Dazu Vorschläge, wer helfen könnte.

    Die Vorschläge rät wiq aus gleichen Wörtern und Stadtteilen. Frag nach, bevor du etwas zusagst.
    In den Worten der Teams können Namen stehen. Diese Liste ist nur für euch.
    """
    from wiq_cli.cli.commands.decide import store  # noqa: PLC0415  # start-up
    from wiq_cli.cli.commands.meetings.reading import of_districts  # noqa: PLC0415  # start-up
    from wiq_cli.cli.teams import read_all, team_path  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.domain.unterstuetzung import SUPPORT  # noqa: PLC0415  # start-up
    from wiq_cli.files.versions import Versions  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import needs as asked  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.needs_offers import offers  # noqa: PLC0415  # start-up

    ordner = open_network()
    for one in team or []:
        team_path(ordner, one)
    heute = today(ordner.netzwerk.zeitzone)
    with Versions(ordner.root, ordner.netzwerk.zeitzone) as versions:
        teams, unread = read_all(ordner)
        beschluesse, broken = store.readable(ordner)
        chosen = {name for name, _ in of_districts(teams, district or []) if not team or name in team}
        everywhere = asked.needs(teams, beschluesse, versions, heute)
        history = versions.state
    found = sorted(
        (one for one in everywhere if one.kuerzel in chosen and art in (None, one.art)), key=asked.Need.sort_key
    )
    proposed = offers([one for one in found if one.wish.waits], everywhere, teams)
    _show(found, proposed, heute, history, fmt, everything=everything)
    for line in unread:
        note(line)
    if history == "none":
        note("Wie lange etwas schon dasteht, weiß nur git. Hier ist keines.")
    competent = ordner.regeln.competent(SUPPORT)
    steering = [name for name, one in teams if competent and one.art == competent[0]]
    if found and steering:
        next_step(f"wiq decide agenda {steering[0]}")
    return ExitCode.FINDINGS if unread or broken else ExitCode.FINE


def _show(found: list[Need], proposed: Offers, heute: date, history: str, fmt: str, *, everything: bool) -> None:
    from wiq_cli.report import needs as report  # noqa: PLC0415  # start-up

    if fmt == "json":
        out(report.document(found, proposed, heute, history))
    elif not found:
        note("Dazu gibt es keine Bitte und keine offene Frage.")
    elif is_terminal(sys.stdout):
        out(report.full(found, proposed, heute, columns(), everything=everything))
    else:
        out(report.plain(found, proposed))
