from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun, Yes, read_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.cli.commands.person.past import Past
    from wiq_cli.domain.source import Source
    from wiq_cli.files.batch import Change
    from wiq_cli.usecases.person import Mensch
    from wiq_cli.usecases.person_traces import Spur, Traces

app = GermanTyper()
A_MOMENT = 5  # seconds


@app.command("forget")
def forget(
    who: store.Who,
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan",
            metavar="DATEI",
            parser=read_path,
            help="Schreibt dorthin, was git ersetzen muss. Außerhalb jedes Repositorys, nur für dich lesbar.",
        ),
    ] = None,
    target: store.Out = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> int:
    """Nimmt eine Person aus allen Dateien. Die Kennung bleibt, damit Beschlüsse stimmen.

    Was danach noch von Hand zu tun ist, steht in der Ausgabe: Texte, Kommentare, git, Kopien.
    """
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.cli.commands.person.past import look_back  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import clear_leftovers  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_forget import without_lead  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import Spur  # noqa: PLC0415  # start-up

    akten = store.Akten()
    if not dry_run:  # nobody else changes anything now, and the person may stand in what a killed run left
        clear_leftovers(akten.ordner.root, A_MOMENT)
    mensch = akten.person(who)
    akten.refuse_unread()
    path = _plan_path(akten, plan) if plan else None
    past = look_back(akten, mensch)
    changes = _changes(akten, mensch, past.looker)
    store.refuse_new_faults(akten, changes)
    if changes and not dry_run:
        count = "1 Datei" if len(changes) == 1 else f"{len(changes)} Dateien"
        note(f"{mensch.label} wird aus {count} entfernt: {', '.join(one.file for one in changes)}.")
        if not yes and not ask.confirm("Wirklich entfernen?", default=False, option="--yes"):
            raise typer.Abort
    if path and not dry_run:
        _write_plan(path, past, mensch)  # first: afterwards nobody can be found by a name any more
    store.save(changes, dry_run=dry_run)
    for team in without_lead(mensch, akten.people, akten.heute) if changes else ():
        note(f"Das Team {team} hat jetzt keine Leitung mehr. Trag eine neue ein oder setz „status: pausiert“.")
    above = _above(akten, mensch)
    remaining = _remaining(akten, changes, mensch, past.looker, target)
    doubtful = [Spur(one, line, "", "") for one, texts in above.items() for line in _lines_of(akten, one, texts)]
    _report(mensch, past, changes, (remaining, doubtful), with_plan=path is not None, dry_run=dry_run)
    unknown = past.verlauf is not None and bool(past.verlauf.silence)
    return ExitCode.FINDINGS if remaining or unknown else ExitCode.FINE


def _changes(akten: store.Akten, mensch: Mensch, looker: Traces) -> list[Change]:
    """Make the changes of every file, none of them written yet: one that fails keeps all others from being written."""
    from wiq_cli.files.batch import Change  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_forget import forget_edits  # noqa: PLC0415  # start-up

    found = []
    for file, source in akten.sources.items():
        path = akten.ordner.root / file
        old = read_text(path, file)
        new = _without_comments(old, source, mensch, looker)
        if file.startswith("teams/"):
            new = store.apply(new, forget_edits(mensch, source, looker, akten.heute))
        if new != old:
            found.append(Change(path, file, old, new))
    return found


def _without_comments(old: str, source: Source, mensch: Mensch, looker: Traces) -> str:
    """Take out the comments that name the person, and those inside the own entries. All others stay."""
    from wiq_cli.files.comments import BOM, comments, without  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_forget import own_lines  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import about  # noqa: PLC0415  # start-up

    lines = set() if mensch.is_forgotten else own_lines(mensch, source)
    if not lines and not looker.may_hold(old):
        return old
    unwanted = [one for one in comments(source) if one.line in lines or looker.hits(one.text, "", about(source.file))]
    return (BOM if old.startswith(BOM) else "") + without(source, unwanted) if unwanted else old


def _above(akten: store.Akten, mensch: Mensch) -> dict[str, set[str]]:
    """Give the comments above the person's entries, by file, as they stood before."""
    from wiq_cli.files.comments import comments  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_forget import lines_above  # noqa: PLC0415  # start-up

    found: dict[str, set[str]] = {}
    for file in {one.file for one in mensch.stellen} if not mensch.is_forgotten else ():
        alone = {one.line: one.text for one in comments(akten.sources[file]) if one.is_alone}
        found[file] = {alone[line] for line in lines_above(mensch, akten.sources[file], set(alone))}
    return found


def _lines_of(akten: store.Akten, file: str, texts: set[str]) -> list[int]:
    """Say where these comments stand now."""
    from wiq_cli.files.comments import comments  # noqa: PLC0415  # start-up

    return [one.line for one in comments(akten.sources[file]) if one.text in texts]


def _remaining(
    akten: store.Akten, changes: Iterable[Change], mensch: Mensch, looker: Traces, target: str | None
) -> list[Spur]:
    """Look again, at the files as they are now: what still names the person has to be rewritten by hand."""
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import Mensch, menschen, stellen  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import Spur, mentions  # noqa: PLC0415  # start-up

    for one in changes:
        akten.sources[one.file] = parse(one.new, one.file)
    files = {akten.ordner.name_of(path): path.stem for path in akten.ordner.team_paths()}
    places = [one for file, team in files.items() for one in stellen(team, akten.sources[file])]
    after = [one for one in menschen(places) if mensch.kennung and one.kennung == mensch.kennung]
    now = after[0] if after else Mensch(mensch.kennung, ())
    telling = [Spur(one.file, one.lines[0], "kennung", "") for one in now.stellen if looker.hits(mensch.kennung)]
    return [
        *telling,
        *mentions(looker, now, akten.sources.values()),
        *akten.loose(looker, store.site_folder(akten, target)),
    ]


def _plan_path(akten: store.Akten, plan: str) -> Path:
    """Refuse a place where the plan could be shared by accident. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.history import toplevel  # noqa: PLC0415  # start-up

    path = Path(os.path.abspath(plan))  # noqa: PTH100  # keeps links as the user sees them
    folder = path.parent.resolve()
    if not folder.is_dir():
        raise WrongCall("--plan: Diesen Ordner gibt es nicht. Leg ihn erst an.")
    if os.path.lexists(path):
        raise WrongCall("--plan: Diese Datei gibt es schon. Nenn eine neue.")
    if folder.is_relative_to(akten.ordner.root.resolve()) or toplevel(folder) or ".git" in folder.parts:
        raise WrongCall("--plan: Im Plan stehen private Angaben. Nenn eine Datei außerhalb jedes Repositorys.")
    return path


def _write_plan(path: Path, past: Past, mensch: Mensch) -> None:
    """Write the plan so that only its owner can read it. Raises ``WrongCall``."""
    from wiq_cli.files.disk import write_private  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_history import expressions  # noqa: PLC0415  # start-up

    write_private(path, "".join(f"{line}\n" for line in expressions(past.values, mensch.kennung)))


def _report(
    mensch: Mensch,
    past: Past,
    changes: list[Change],
    left: tuple[list[Spur], list[Spur]],
    *,
    with_plan: bool,
    dry_run: bool,
) -> None:
    from wiq_cli.cli.commands.person.past import holds  # noqa: PLC0415  # start-up
    from wiq_cli.report.person_forget import UNKNOWN, as_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_history import cleaned, expressions  # noqa: PLC0415  # start-up

    lines = expressions(past.values, mensch.kennung)
    stubborn = sorted({
        one.path for one in past.holding if holds(past.looker, mensch, one.path, cleaned(one.text, lines))
    })  # fmt: skip
    if not dry_run:
        out(as_text([one.file for one in changes], left, past.verlauf, stubborn))
    if not changes:
        note(
            "In den Team-Dateien steht von dieser Person nur noch die Kennung."
            if mensch.kennung
            else "Es war nichts zu ändern."
        )
    if left[0]:
        note(f"Von Hand zu tun: {_count(left[0])} die Person noch. Schreib um, was dort steht.")
    if past.verlauf and past.verlauf.silence:
        note(f"{past.verlauf.silence} {UNKNOWN}")
    if past.verlauf and not past.verlauf.is_clean and not with_plan:
        later = "" if mensch.kennung else " Tu das jetzt: Ohne Kennung findet wiq die Person später nicht mehr."
        note(f"In git steht noch etwas. Den Plan dazu schreibt: wiq person forget … --plan DATEI.{later}")
    if changes and not dry_run:
        note(f'Für git, ohne Namen: git commit -m "Angaben entfernt" -- {" ".join(one.file for one in changes)}')


def _count(places: list[Spur]) -> str:
    return "Eine Stelle nennt" if len(places) == 1 else f"{len(places)} Stellen nennen"
