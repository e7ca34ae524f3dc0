from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from wiq_cli.cli.commands.decide import private, store
from wiq_cli.cli.commands.decide.agenda import meeting_of
from wiq_cli.cli.commands.decide.people import names
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

app = GermanTyper()


@app.command("minutes")
def minutes(
    team: Annotated[str, typer.Argument(metavar="TEAM", help="Kürzel des Teams.")],
    date: Annotated[
        Any, typer.Option("--date", metavar="DATUM", parser=parse_date, help="Tag des Treffens. Sonst heute.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Zum Weitergeben: nur Zahlen, keine Personen, nur Öffentliches.")
    ] = False,
    fmt: Format = "text",
) -> None:
    """Schreibt das Beschlussprotokoll eines Tages als Markdown und nennt, was darin noch fehlt."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.report.minutes import minutes_text  # noqa: PLC0415  # start-up
    from wiq_cli.report.minutes_json import minutes_document  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_minutes import minutes as collect  # noqa: PLC0415  # start-up

    ordner = open_network()
    store.known_team(team, [path.stem for path in ordner.team_paths()], "TEAM")
    model = ordner.strict(Team, ordner.team_path(team))
    day = date or today(ordner.netzwerk.zeitzone)
    beschluesse, _ = store.readable(ordner)
    meeting = meeting_of(ordner, team, model, day, day)
    found = collect(team, model, beschluesse, ordner.regeln, day, meeting, public=public)
    if not found.items and not found.hidden:
        days = sorted(
            {one.versuche[-1].am for one in beschluesse if one.team == team and one.versuche and one.versuche[-1].am}
        )
        hint = f" Zuletzt habt ihr am {days[-1]:%d.%m.%Y} abgestimmt." if days else ""
        raise NothingToDo(f"Am {day:%d.%m.%Y} hat dieses Team nichts beraten.{hint}")
    if fmt == "json":
        text = json.dumps(minutes_document(found, public=public), ensure_ascii=False, indent=2)
    else:
        text = minutes_text(found, ordner.regeln.begriffe, {} if public else names(ordner), public=public)
    if public:
        private.refuse_public(ordner, text, [one.beschluss for one in found.items])
    out(text)
    if found.missing:
        note(f"Noch nicht festgehalten: {', '.join(found.missing)}.")
