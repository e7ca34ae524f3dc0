from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.decide import private, store
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner

app = GermanTyper()
Identity = Annotated[str, typer.Argument(metavar="BESCHLUSS", help="Die id des Beschlusses.")]
Day = Annotated[Any, typer.Option("--date", metavar="DATUM", parser=parse_date, help="Der Tag. Sonst heute.")]


def note_kind(text: str) -> str:
    """Read the kind of an addendum."""
    from wiq_cli.usecases.decide_later import NOTES  # noqa: PLC0415  # start-up

    if text not in NOTES:
        raise typer.BadParameter(f"Hier geht: {', '.join(NOTES)}.")
    return text


def position(text: str) -> int:
    """Read the number of a task."""
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise typer.BadParameter("Hier gehört die Nummer der Aufgabe hin, zum Beispiel 1.")
    return int(text)


@app.command("reword")
def reword(
    beschluss_id: Identity,
    text: Annotated[str, typer.Argument(metavar="WORTLAUT", help="Der neue Wortlaut, Wort für Wort, ohne Namen.")],
    dry_run: DryRun = False,
) -> None:
    """Gibt einem offenen Antrag einen neuen Wortlaut. Worüber ihr schon abgestimmt habt, bleibt als Nachtrag."""
    from wiq_cli.usecases.decide_later import reword as edits  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, beschluss = store.read(ordner, beschluss_id)
    changes = edits(beschluss, text, today(ordner.netzwerk.zeitzone))
    private.refuse(ordner, [("WORTLAUT", text)], private.teams_of(beschluss))
    after = store.change(ordner, path, old, changes, dry_run=dry_run)
    if not dry_run:
        note(f"Neuer Wortlaut, Fassung {after.antrag.fassung}. Stimmt neu ab.")
        next_step(f"wiq decide vote {after.id}")


@app.command("note")
def add_note(
    beschluss_id: Identity,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Was zu sagen ist, ohne Namen.")],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="ART",
            parser=note_kind,
            help="notiz; informiert; annahme, wenn die Person die Wahl annimmt; wiedervorlage, bedenken oder sichtbarkeit, wenn ihr euch gekümmert habt; antwort, protokoll oder umlauf, wenn ihr etwas nachholt.",
        ),
    ] = "notiz",
    date: Day = None,
    dry_run: DryRun = False,
) -> None:
    """Schreibt einen Nachtrag mit Datum. Der Beschluss selbst bleibt, wie er ist."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_later import note as addendum  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, beschluss = store.read(ordner, beschluss_id)
    heute = today(ordner.netzwerk.zeitzone)
    if date and date > heute:
        raise WrongCall("--date: Dieser Tag kommt erst noch.")
    if date and date < beschluss.opened:
        raise WrongCall(f"--date: An diesem Tag gab es den Antrag noch nicht. Er ist vom {beschluss.opened:%d.%m.%Y}.")
    edit = addendum(text, kind, date or heute)
    private.refuse(ordner, [("TEXT", text)], private.teams_of(beschluss))
    store.change(ordner, path, old, [edit], dry_run=dry_run)
    if not dry_run:
        note(f"Nachgetragen: {beschluss.id}")


@app.command("ok")
def ok(  # one parameter for each option
    beschluss_id: Identity,
    who: Annotated[str, typer.Argument(metavar="WER", help="Wer gefragt wurde: Teamart, Kürzel oder Traegerin.")],
    grade: Annotated[
        str,
        typer.Argument(
            metavar="GRAD",
            parser=choice("informieren", "anhoeren", "benehmen", "einvernehmen"),
            help="informieren, anhoeren, benehmen oder einvernehmen.",
        ),
    ],
    agreed: Annotated[bool | None, typer.Option("--yes/--no", help="Ob sie einverstanden sind.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Was sie sagten, oder warum ihr abweicht. Ohne Namen.")
    ] = None,
    date: Day = None,
    dry_run: DryRun = False,
) -> None:
    """Hält fest, wessen OK ihr eingeholt habt. Wen ihr fragt, sagt: wiq decide who."""
    from wiq_cli.usecases.decide_later import consent  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, beschluss = store.read(ordner, beschluss_id)
    known = {*ordner.regeln.teams, *(one.stem for one in ordner.team_paths())}
    known |= {
        name for row in ordner.regeln.befugnisse for name in (row.wer, *row.einvernehmen, *row.benehmen, *row.anhoeren)
    }
    store.known_team(who, sorted(known), "WER")
    private.refuse(ordner, [("--text", text)], private.teams_of(beschluss))
    edit = consent(beschluss, who, grade, date or today(ordner.netzwerk.zeitzone), agreed=agreed, text=text)
    store.change(ordner, path, old, [edit], dry_run=dry_run)
    if not dry_run:
        note(f"Festgehalten: {beschluss.id}")


@app.command("task")
def task(  # one parameter for each option
    beschluss_id: Identity,
    text: Annotated[str, typer.Argument(metavar="AUFGABE", help="Was zu tun ist.")],
    team: Annotated[str | None, typer.Option("--team", metavar="KUERZEL", help="Welches Team es tut.")] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="PERSON", help="Wer es tut: Kennung oder Name.")
    ] = None,
    until: Annotated[Any, typer.Option("--until", metavar="DATUM", parser=parse_date, help="Bis wann.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Schreibt auf, wer was bis wann tut. Das geht auch nach dem Beschluss."""
    from wiq_cli.usecases.decide_later import new_task  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, beschluss = store.read(ordner, beschluss_id)
    who = {"team": team} if team else {}
    if team:
        store.known_team(team, [one.stem for one in ordner.team_paths()], "--team")
    if person:
        who["person"] = kennung(ordner, person, "--person")
    edit = new_task(text, who, until)
    private.refuse(ordner, [("AUFGABE", text)], private.teams_of(beschluss))
    store.change(ordner, path, old, [edit], dry_run=dry_run)
    if not dry_run:
        note(f"Aufgeschrieben: {beschluss.id}")


@app.command("done")
def done(
    beschluss_id: Identity,
    number: Annotated[
        Any,
        typer.Argument(
            metavar="NUMMER", parser=position, help="Die wievielte Aufgabe. Unnötig, wenn nur eine offen ist."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Hakt eine Aufgabe aus einem Beschluss ab."""
    from wiq_cli.usecases.decide_later import task_done  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, beschluss = store.read(ordner, beschluss_id)
    edit, text = task_done(beschluss, number)
    store.change(ordner, path, old, [edit], dry_run=dry_run)
    if not dry_run:
        note(f"Erledigt: {text}")


@app.command("supersede")
def supersede(
    old_id: Annotated[str, typer.Argument(metavar="ALT", help="Der Beschluss, der ersetzt wird.")],
    new_id: Annotated[str, typer.Argument(metavar="NEU", help="Der Beschluss, der an seine Stelle tritt.")],
    dry_run: DryRun = False,
) -> None:
    """Verbindet zwei Beschlüsse: Der neue ersetzt den alten. Beide Dateien nennen einander."""
    ordner = open_network()
    path, text, new = store.read(ordner, new_id)
    link(ordner, old_id, text, path, dry_run=dry_run)
    if not dry_run:
        out(f"{new.id}\t{new.status}")
        holds = (
            "Der alte gilt nicht mehr." if new.status == "angenommen" else "Der alte gilt, bis der neue angenommen ist."
        )
        note(f"Verbunden. {holds}")


def link(ordner: Netzordner, old_id: str, new_text: str, new_path: Path, *, dry_run: bool) -> None:
    """Write the link between two decisions into both files. The new one may not be on disk yet."""
    from wiq_cli.usecases.decide_later import supersede as links  # noqa: PLC0415  # start-up

    old_path, old_text, old = store.read(ordner, old_id)
    new = store.parsed(new_text, ordner.name_of(new_path))
    known = {one.id: one for one in store.readable(ordner)[0]}
    forward, back = links(old, new, known | {new.id: new})
    before = new_text if new_path.exists() else ""
    changes = [
        (old_path, old_text, store.apply(old_text, forward)),
        (new_path, before, store.apply(new_text, back)),
    ]
    for path, _, text in changes:
        store.parsed(text, ordner.name_of(path))
    store.save_all(ordner, [one for one in changes if one[1] != one[2]], dry_run=dry_run)
