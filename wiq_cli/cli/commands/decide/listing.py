from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.verdict import Outcome
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()


def _known(ordner: Netzordner, beschluesse: Iterable[Beschluss], option: str, kuerzel: str | None) -> None:
    """Refuse a team that has neither a file nor a decision; raises ``WrongCall``."""
    known = {path.stem for path in ordner.team_paths()}
    if kuerzel is not None and kuerzel not in known:
        known |= {team for one in beschluesse for team in (one.team, one.betrifft.lt) if team}
        store.known_team(kuerzel, sorted(known), option)


@app.command("list")
def list_(
    team: Annotated[str | None, typer.Option("--team", metavar="KUERZEL", help="Nur Beschlüsse dieses Teams.")] = None,
    lt: Annotated[
        str | None, typer.Option("--lt", metavar="KUERZEL", help="Nur Beschlüsse, die dieses Lösungsteam betreffen.")
    ] = None,
    since: Annotated[
        Any, typer.Option("--since", metavar="DATUM", parser=parse_date, help="Nur Beschlüsse ab diesem Tag.")
    ] = None,
    in_force: Annotated[bool, typer.Option("--in-force", help="Nur Beschlüsse, die heute gelten.")] = False,
    fmt: Format = "text",
) -> int:
    """Zeigt alle Beschlüsse, die ältesten zuerst."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report.decisions import OUTCOME, columns, procedure_name  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide import entries, list_document  # noqa: PLC0415  # start-up

    ordner = open_network()
    beschluesse, broken = store.readable(ordner)
    for option, kuerzel in (("--team", team), ("--lt", lt)):
        _known(ordner, beschluesse, option, kuerzel)
    day = today(ordner.netzwerk.zeitzone) if in_force else None
    lines = entries(beschluesse, team=team, lt=lt, not_before=since, in_force_on=day)
    doubtful = _doubtful(ordner, [one for one in beschluesse if one.id in {line.id for line in lines}])
    if fmt == "json":
        store.print_json(list_document(lines, doubtful))
    elif is_terminal(sys.stdout):
        begriffe = ordner.regeln.begriffe
        out(
            columns(
                [
                    [
                        one.date,
                        OUTCOME[one.outcome] + (" (?)" if one.id in doubtful else ""),
                        procedure_name(one.procedure, begriffe),
                        one.title,
                        one.id,
                    ]
                    for one in lines
                ],
                aligned=True,
            )
        )
    else:
        rows = [[one.id, one.team, one.title, one.procedure, one.outcome, one.date, one.visibility] for one in lines]
        out(columns(rows, aligned=False))
    for name, outcome in doubtful.items():
        note(f"{name}: Nachgezählt heißt das Ergebnis „{OUTCOME[outcome]}“. Mehr sagt: wiq decide show {name}")
    if not lines:
        note(
            "Dazu gibt es keinen Beschluss."
            if beschluesse
            else "Es gibt noch keinen Beschluss. Öffne einen: wiq decide new"
        )
    return ExitCode.FINDINGS if broken else ExitCode.FINE


def _doubtful(ordner: Netzordner, beschluesse: list[Beschluss]) -> dict[str, Outcome]:
    """Give the decisions whose record does not carry their result, with what it carries."""
    from wiq_cli.usecases.decide import another_result  # noqa: PLC0415  # start-up

    known = store.teams(ordner) if any(one.stimmen for one in beschluesse) else {}
    found = ((one.id, another_result(one, store.recounted(ordner, one, known))) for one in beschluesse)
    return {name: outcome for name, outcome in found if outcome}


@app.command("show")
def show(
    beschluss_id: Annotated[str, typer.Argument(metavar="BESCHLUSS", help="Die id des Beschlusses.")],
    side_by_side: Annotated[
        bool, typer.Option("--compare", help="Zeigt dieselben Stimmen nach jedem Verfahren, nebeneinander.")
    ] = False,
    fmt: Format = "text",
) -> None:
    """Zeigt einen Beschluss mit jedem Versuch, nachgezählt, und wie er heute steht."""
    from wiq_cli.report.decisions import full  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide import state  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_show import show_document  # noqa: PLC0415  # start-up

    ordner = open_network()
    path = store.find(ordner, beschluss_id)
    beschluss = store.parsed(ordner.source(path).text, ordner.name_of(path))
    everything, _ = store.readable(ordner)
    begriffe, day = store.counting(ordner, beschluss), today(ordner.netzwerk.zeitzone)
    counted = store.recounted(ordner, beschluss)
    if fmt == "json":
        store.print_json(show_document(beschluss, counted, begriffe, everything, day, side_by_side=side_by_side))
    else:
        out(full(beschluss, counted, begriffe, state(beschluss, everything, day).said, side_by_side=side_by_side))
