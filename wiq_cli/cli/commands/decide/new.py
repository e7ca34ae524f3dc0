from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()
HEAD = """\
# yaml-language-server: $schema=../../../.wiq/schema/beschluss.json
# Ein Beschluss. Personen stehen hier nur mit ihrer kennung, nie mit Namen.
# Stimmen trägt „wiq decide vote“ ein, das Ergebnis schreibt „wiq decide close“.
"""


@app.command("new")
def new(  # noqa: PLR0913, PLR0917  # one parameter for each option
    team: Annotated[str | None, typer.Option("--team", metavar="KUERZEL", help="Das Team, das entscheidet.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Worum es geht, in einer Zeile.")] = None,
    wording: Annotated[
        str | None, typer.Option("--wording", metavar="TEXT", help="Worüber ihr entscheidet, Wort für Wort.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="ART", help="Art des Beschlusses, zum Beispiel lt_unterstuetzung.")
    ] = "sachbeschluss",
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Warum es dazu kam.")] = None,
    lt: Annotated[str | None, typer.Option("--lt", metavar="KUERZEL", help="Das Lösungsteam, um das es geht.")] = None,
    grant: Annotated[
        list[str] | None,
        typer.Option("--grant", metavar="WUNSCH", help="Was das Lösungsteam bekommt. Mehrfach möglich."),
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="KENNUNG", help="Die Person, um die es geht.")
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="KUERZEL", help="Das Team, in das die Person kommt.")
    ] = None,
    procedure: Annotated[
        str | None,
        typer.Option(
            "--procedure",
            metavar="VERFAHREN",
            help="Wie ihr entscheidet, wenn das Team noch kein eigenes Verfahren hat.",
        ),
    ] = None,
    decides: Annotated[
        str | None,
        typer.Option("--decides", metavar="VERFAHREN", help="Bei --kind verfahren: wie das Team künftig entscheidet."),
    ] = None,
    fallback: Annotated[
        str | None,
        typer.Option("--fallback", metavar="VERFAHREN", help="Bei --decides: was gilt, wenn das nicht gelingt."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Öffnet einen Beschluss. Verfahren und Zahl der Stimmberechtigten stehen damit fest."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.regeln import Verfahren  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import dump  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_new import Proposal, open_decision  # noqa: PLC0415  # start-up

    if not team:
        raise WrongCall("Es fehlt das Team, das entscheidet. Nenn es mit --team.")
    if not title or not title.strip():
        raise WrongCall("Es fehlt, worum es geht. Nenn es mit --title.")
    if fallback and not decides:
        raise WrongCall("--fallback gehört zu --decides. Nenn beides.")
    ordner = open_network()
    proposal = Proposal(
        team=team, titel=" ".join(title.split()), art=kind, wortlaut=wording, anlass=reason, lt=lt, ziel=into, person=person,
        bewilligt=tuple(grant or ()), verfahren=procedure, decides=Verfahren(art=decides, sonst=fallback) if decides else None,
    )  # fmt: skip
    teams = {
        kuerzel: _team(ordner, kuerzel, option)
        for kuerzel, option in ((team, "--team"), (lt, "--lt"), (into, "--into"))
        if kuerzel
    }
    given = [
        ("--title", title),
        ("--wording", wording),
        ("--reason", reason),
        *(("--grant", one) for one in grant or ()),
    ]
    store.refuse_private(ordner, given)
    beschluesse, _ = store.readable(ordner)
    day = today(ordner.netzwerk.zeitzone)
    opened = open_decision(proposal, ordner.regeln, teams, beschluesse, day)
    path = ordner.root / "beschluesse" / team / str(day.year) / f"{opened.id}.yaml"
    if opened.id in {one.stem for one in ordner.beschluss_paths()}:
        raise WrongCall(
            f"{ordner.name_of(path)} gibt es schon. Ist es ein anderer Beschluss, gib ihm einen anderen Titel."
        )
    text = HEAD + dump(opened.data)
    store.parsed(text, ordner.name_of(path))
    for hint in opened.hints:
        note(f"Hinweis: {hint}")
    store.save(ordner, path, "", text, dry_run=dry_run)
    if not dry_run:
        out(opened.id)
        note(f"Geöffnet: {ordner.name_of(path)}")
        next_step(f"wiq decide vote {opened.id} …")


def _team(ordner: Netzordner, kuerzel: str, option: str) -> Team:
    """Read a team by its kuerzel; raises ``WrongCall`` for one that does not exist."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    paths = {path.stem: path for path in ordner.team_paths()}
    store.known_team(kuerzel, paths, option)
    return ordner.strict(Team, paths[kuerzel])
