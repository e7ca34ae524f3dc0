from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wiq_cli.cli.console import given, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun, read_path

app = GermanTyper()


@app.command()
def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PFAD …]",
            parser=read_path,
            help="Dateien oder Ordner, - für die Standardeingabe. Ohne Angabe alles.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Ändert nichts und nennt die Dateien, die nicht in Form sind.")
    ] = False,
    dry_run: DryRun = False,
    stdin_as: Annotated[
        str | None, typer.Option("--as", metavar="DATEI", help="Für welche Datei die Standardeingabe steht.")
    ] = None,
) -> int:
    """Bringt die Dateien in eine Form. Dazu gehören Reihenfolge, Datum und Anführungszeichen. Es geht nichts verloren."""
    from wiq_cli.cli import checking, fixing  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode, WrongCall  # noqa: PLC0415  # start-up

    if checking.STDIN in (paths or []):
        if paths != [checking.STDIN]:
            raise WrongCall("Die Standardeingabe steht für sich allein. Nenn daneben keine Datei.")
        return _standard_input(stdin_as, check=check, dry_run=dry_run)
    if stdin_as is not None:
        raise WrongCall("--as gehört zur Standardeingabe. Schreib: wiq fmt - --as teams/….yaml")
    named = [Path(path) for path in paths or []]
    ordner = checking.network_of(named)
    only, extra = checking.wanted_files(ordner, named) if named else (lambda _: True, [])
    wanted = [*(path for path in ordner.all_paths() if only(ordner.name_of(path))), *extra]
    changed = failed = 0
    for path in wanted:
        outcome = fixing.format_file(ordner, path)
        if outcome.changes and not check and not dry_run:
            outcome.write()
        if outcome.error is not None:
            failed += 1
            fixing.say(outcome.error)
        elif outcome.changes:
            changed += 1
            out(outcome.diff() if dry_run else outcome.name)
    _sum_up(len(wanted), changed, failed, check=check, dry_run=dry_run)
    return ExitCode.FINDINGS if failed or (check and changed) else ExitCode.FINE


def _sum_up(looked_at: int, changed: int, failed: int, *, check: bool, dry_run: bool) -> None:
    from wiq_cli.cli.fixing import counted  # noqa: PLC0415  # start-up

    if failed:
        note(f"{counted(failed)} kann ich nicht in Form bringen. Mehr sagt „wiq check“.")
    if not changed:
        note(f"{counted(looked_at)} angesehen, nichts zu ändern.")
    elif check:
        note(f"{counted(changed)} nicht in Form. „wiq fmt“ bringt das in Ordnung.")
    else:
        note(f"{counted(changed)} {'würde ich in Form bringen' if dry_run else 'in Form gebracht'}.")


def _standard_input(stands_for: str | None, *, check: bool, dry_run: bool) -> int:
    """Format what comes in; needs no network."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import MAX_BYTES, decode, within_limit  # noqa: PLC0415  # start-up
    from wiq_cli.files.format import formatted  # noqa: PLC0415  # start-up
    from wiq_cli.files.netz import model_for  # noqa: PLC0415  # start-up

    name = stands_for or "-"
    parts = Path(name).parts
    model = model_for("beschluesse/" if "beschluesse" in parts else Path(name).name)
    old = decode(within_limit(given(MAX_BYTES), name), name)
    new = formatted(old, model, name)
    if dry_run:
        out(unified(old, new, name))
    elif not check:
        out(new)
    return ExitCode.FINDINGS if check and new != old else ExitCode.FINE
