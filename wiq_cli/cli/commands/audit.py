from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import given, is_terminal, note, out, progress
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format, read_path

if TYPE_CHECKING:
    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Scalar
    from wiq_cli.usecases.audit import Ergebnis

app = GermanTyper()
STANDARD_INPUT, SHOWN_INPUT = "-", "Eingabe"
EVERY = 20  # files between two signs of progress


@app.command()
def audit(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PFAD …", parser=read_path, help="Dateien oder Ordner, die durchsucht werden; - liest die Eingabe."
        ),
    ],
    message: Annotated[
        bool, typer.Option("--commit-message", help="Die Datei ist eine Commit-Nachricht: ohne Kommentare und Diff.")
    ] = False,
    fmt: Format = "text",
) -> int:
    """Sucht in Dateien und Ordnern nach persönlichen Angaben aus dem Netzwerk.

    Liest Texte, Webseiten, Office-Dateien, PDF, E-Mails, Archive und die Metadaten von Bildern.
    """
    from wiq_cli.domain.errors import ExitCode, NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.report import audit as report  # noqa: PLC0415  # start-up
    from wiq_cli.report.unread import UNPROVEN  # noqa: PLC0415  # start-up
    from wiq_cli.scan.types import CannotScan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.audit import needles_of  # noqa: PLC0415  # start-up

    ordner = open_network()
    scalars, unread = _scalars(ordner)
    try:
        needles = needles_of(scalars, today(), _freigaben(ordner))
    except CannotScan as error:
        raise NothingToDo(UNPROVEN[error.reason]) from None
    result = _search(needles, paths, message=message)
    out(report.as_json(result) if fmt == "json" else report.as_text(result, terminal=is_terminal(sys.stdout)))
    for line in report.notes(result):
        note(line)
    if unread:
        note(f"Nicht lesbar: {', '.join(unread)}. Nach dem, was darin steht, konnte ich nicht suchen.")
    if result.found:
        return ExitCode.FINDINGS
    if unread or result.unread:
        return ExitCode.NOTHING
    if not message and is_terminal(sys.stderr):
        note(report.all_clear(result))
    return ExitCode.FINE


def _freigaben(ordner: Netzordner) -> Freigaben | None:
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.freigaben import Freigaben  # noqa: PLC0415  # start-up

    outcome = ordner.attempt(Freigaben, ordner.freigaben_path) if ordner.has_freigaben else None
    return None if outcome is None or isinstance(outcome, Unreadable) else outcome.model


def _search(needles: Needles, paths: list[str], *, message: bool) -> Ergebnis:
    """Look through everything that was named, whatever turns up on the way. Raises ``NothingToDo`` for empty folders."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.files.audited import listed, load  # noqa: PLC0415  # start-up
    from wiq_cli.scan.containers.parts import LARGEST  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import audit as usecase  # noqa: PLC0415  # start-up

    result = usecase.Ergebnis()
    files = [one for given in paths if given != STANDARD_INPUT for one in listed(given)]
    if STANDARD_INPUT in paths:
        data = given(LARGEST)
        usecase.audit(needles, SHOWN_INPUT, "", _message(data) if message else data, result)
    elif not files:
        raise NothingToDo("Dort liegt keine Datei. Prüf den Namen des Ordners.")
    for number, one in enumerate(files, start=1):
        if number % EVERY == 0:
            progress(f"{number} von {len(files)} Dateien")
        loaded = load(one.path, LARGEST)
        file = usecase.shown(needles, one.above, one.name, one.rank)
        if isinstance(loaded, str):
            result.files += 1
            result.unread.append(usecase.Luecke(file, "", loaded))
        else:
            usecase.audit(needles, file, one.name, _message(loaded) if message else loaded, result)
    progress("")
    return result


def _message(data: bytes) -> bytes:
    from wiq_cli.usecases.audit import commit_message  # noqa: PLC0415  # start-up

    return commit_message(data.decode("utf-8", "replace")).encode()


def _scalars(ordner: Netzordner) -> tuple[list[Scalar], list[str]]:
    """Read every text of the network without the models, and name the files that cannot be read."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.aside import said_aside  # noqa: PLC0415  # start-up
    from wiq_cli.scan.types import Scalar  # noqa: PLC0415  # start-up

    found: list[Scalar] = []
    unread: list[str] = []
    for path in ordner.all_paths():
        try:
            source = ordner.source(path)
        except Unreadable:
            unread.append(ordner.name_of(path))
        else:
            found += [Scalar(source.file, place, text) for place, text in (*source.scalars(), *said_aside(source))]
    return found, unread
