from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun, read_path

if TYPE_CHECKING:
    from wiq_cli.files.batch import Change
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()


@app.command()
def migrate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PFAD …]", parser=read_path, help="Dateien oder Ordner. Ohne Angabe alle Teams."),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Schreibt Dateien in die neueste Fassung des Formats um. Kommentare bleiben, und es ändern sich alle oder keine.

    Fällt dabei der Strom aus, ist jede Datei ganz: alt oder neu. Ruf es dann noch einmal auf.
    """
    from wiq_cli.cli import checking, fixing  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode, WiqError  # noqa: PLC0415  # start-up
    from wiq_cli.domain.fassung import kind_of, schritte  # noqa: PLC0415  # start-up
    from wiq_cli.files.batch import replace_all  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up

    named = [Path(one) for one in paths or []]
    ordner = checking.network_of(named)
    only, extra = checking.wanted_files(ordner, named) if named else (lambda _: True, [])
    known = [one for one in ordner.all_paths() if only(ordner.name_of(one)) and schritte(kind_of(ordner.name_of(one)))]
    changes: list[Change] = []
    errors: list[WiqError] = []
    for path in [*known, *extra]:
        try:
            changes.append(_change(ordner, path))
        except WiqError as error:
            errors.append(error)
            fixing.say(error)
    if errors:
        note(f"{fixing.counted(len(errors))} kann ich nicht umschreiben. Es wurde nichts geändert.")
        return max(error.exit_code for error in errors)
    new = [one for one in changes if one.new != one.old]
    if not dry_run:
        replace_all(new)
    for one in new:
        out(unified(one.old, one.new, one.file))
    if not new:
        note(f"{fixing.counted(len(changes))} angesehen. Alles steht schon in der neuesten Fassung.")
    else:
        note(f"{fixing.counted(len(new))} {'würde ich umschreiben' if dry_run else 'umgeschrieben'}.")
    return ExitCode.FINE


def _change(ordner: Netzordner, path: Path) -> Change:
    """Lift one file, in memory. Raises ``Unreadable`` or ``Refused``."""
    from wiq_cli.domain.base import Datei  # noqa: PLC0415  # start-up
    from wiq_cli.domain.fassung import kind_of  # noqa: PLC0415  # start-up
    from wiq_cli.files.batch import Change  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
    from wiq_cli.files.migrate import migrated  # noqa: PLC0415  # start-up
    from wiq_cli.files.netz import model_for  # noqa: PLC0415  # start-up

    name = ordner.name_of(path)
    model = model_for(name)
    assert issubclass(model, Datei)  # noqa: S101  # every file of a network is one
    old = read_text(path, name)
    return Change(path, name, old, migrated(old, model, kind_of(name), name))
