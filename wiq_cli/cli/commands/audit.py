from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.scan.types import Scalar

app = GermanTyper()
LARGEST = 16 * 1024 * 1024


@app.command()
def audit(
    paths: Annotated[list[str], typer.Argument(metavar="DATEI …", help="Textdateien, die durchsucht werden.")],
    message: Annotated[
        bool, typer.Option("--commit-message", help="Die Datei ist eine Commit-Nachricht: ohne Kommentare und Diff.")
    ] = False,
    fmt: Format = "text",
) -> int:
    """Sucht in Texten nach persönlichen Angaben aus dem Netzwerk."""
    from wiq_cli.domain.errors import ExitCode, NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.report import audit as report  # noqa: PLC0415  # start-up
    from wiq_cli.scan.types import CannotScan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import audit as usecase  # noqa: PLC0415  # start-up

    texts = {path: _text(path) for path in paths}
    scalars, unread = _scalars(open_network())
    try:
        needles = usecase.needles_of(scalars, today())
    except CannotScan:
        raise NothingToDo("Im Netzwerk stehen Personen, aber nichts, wonach ich suchen kann.") from None
    if message:
        texts = {path: usecase.commit_message(text) for path, text in texts.items()}
    found = [one for path, text in texts.items() for one in usecase.audit(needles, path, text)]
    out(report.as_json(found, len(texts)) if fmt == "json" else report.as_text(found))
    if found:
        note("Hier steht etwas Persönliches. Schreib es um, zum Beispiel „eine Person“ statt des Namens.")
        return ExitCode.FINDINGS
    if unread:
        note(f"Nicht lesbar: {', '.join(unread)}. Nach dem, was darin steht, konnte ich nicht suchen.")
        return ExitCode.NOTHING
    return ExitCode.FINE


def _text(path: str) -> str:
    from wiq_cli.domain.errors import NothingToDo, Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_bytes  # noqa: PLC0415  # start-up

    try:
        data = read_bytes(Path(path), path, LARGEST)
    except Unreadable as error:
        raise NothingToDo(f"{path}: {error.findings[0].message} {error.findings[0].help}") from None
    try:
        if b"\0" in data:
            raise NothingToDo(f"{path} ist keine Textdatei. Ich kann darin nicht suchen.")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise NothingToDo(f"{path} ist nicht in UTF-8 geschrieben. Ich kann darin nicht suchen.") from None


def _scalars(ordner: Netzordner) -> tuple[list[Scalar], list[str]]:
    """Read every text of the network without the models, and name the files that cannot be read."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.scan.types import Scalar  # noqa: PLC0415  # start-up

    found: list[Scalar] = []
    unread: list[str] = []
    for path in ordner.all_paths():
        try:
            source = ordner.source(path)
        except Unreadable:
            unread.append(ordner.name_of(path))
        else:
            found += [Scalar(source.file, place, text) for place, text in source.scalars()]
    return found, unread
