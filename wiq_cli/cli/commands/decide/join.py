from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()


@app.command("join")
def join(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Kennung oder Name. Neue bekommen eine neue Kennung.")
    ],
    team: Annotated[str, typer.Argument(metavar="TEAM", help="Kürzel des Teams, in das die Person will.")],
    bank: Annotated[str | None, typer.Option("--bank", metavar="BANK", help="Die Bank im Steuerungsteam.")] = None,
    fmt: Format = "text",
) -> None:
    """Geht den Weg einer Person in ein Team durch: was da ist, was fehlt, wie es weitergeht."""
    from wiq_cli.report.join import way_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_join import join as walk  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_join import join_document  # noqa: PLC0415  # start-up

    ordner = open_network()
    store.known_team(team, [path.stem for path in ordner.team_paths()], "TEAM")
    ordner.strict(_model(), ordner.team_path(team))
    who = kennung(ordner, person, "PERSON")
    way = walk(who, team, bank, _netz(ordner))
    if fmt == "json":
        store.print_json(join_document(way))
        return
    out(way_text(way, aligned=is_terminal(sys.stdout)))
    if way.complete:
        note("Es ist alles da.")
    if way.source:
        note(f"Das sagt nicht das Leitbild, sondern: {way.source}.")


def _model() -> type:
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    return Team


def _netz(ordner: Netzordner) -> Netz:
    """Give the whole network as the rules about admission see it."""
    from wiq_cli.domain.karte import karte  # noqa: PLC0415  # start-up
    from wiq_cli.domain.rahmen import Netz, Rahmen  # noqa: PLC0415  # start-up

    cards = {kuerzel: karte(kuerzel, f"teams/{kuerzel}.yaml", team) for kuerzel, team in store.teams(ordner).items()}
    decisions = {one.id: one for one in store.readable(ordner)[0]}
    rahmen = Rahmen(ordner.netzwerk, ordner.regeln, today(ordner.netzwerk.zeitzone))
    return Netz(rahmen, cards, decisions, dict.fromkeys(decisions, ""))
