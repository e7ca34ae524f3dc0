from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.commands.export import private
from wiq_cli.cli.console import note
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Output, format_option

if TYPE_CHECKING:
    from wiq_cli.usecases.contacts import Auswahl

app = GermanTyper()
FORMATS = ("vcard", "csv", "excel", "civicrm")


@app.command("contacts")
def contacts(
    teams: Annotated[
        list[str], typer.Argument(metavar="TEAM …", help="Von welchen Teams. Nimm nur die, die du betreust.")
    ],
    fmt: Annotated[
        str,
        format_option(*FORMATS, help="Karten für ein Adressbuch; Tabelle für Programme, für Excel oder für CiviCRM."),
    ] = "vcard",
    output: Output = None,
) -> int:
    """Schreibt die Leute einzelner Teams für das Adressbuch derer, die diese Teams leiten oder betreuen.

    Wer das Team verlassen hat, fehlt. Minderjährige fehlen immer: Sie erreichst du über die Leitung.
    Gib die Datei nicht weiter. Für Post an alle gibt es Verteiler: wiq export lists.
    """
    from wiq_cli.cli.teams import team_path  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode, NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.report import contacts_csv, contacts_vcard  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import contacts as usecase  # noqa: PLC0415  # start-up

    private.need_a_place(output, "eine Datei")
    ordner = open_network()
    for one in teams:
        team_path(ordner, one)
    chosen = private.whole_teams(ordner, teams)
    found = usecase.contacts(chosen, ordner.netzwerk.domain, today(ordner.netzwerk.zeitzone))
    if not found.kontakte:
        raise NothingToDo("In diesen Teams steht niemand mit Namen, Adresse oder Nummer.")
    write = {
        "vcard": contacts_vcard.document,
        "csv": contacts_csv.as_csv,
        "excel": contacts_csv.as_excel,
        "civicrm": contacts_csv.as_civicrm,
    }[fmt]
    path = None if output is None else Path(output).absolute()
    private.deliver(ordner, path and path.parent, {path.name if path else "": write(found.kontakte)})
    _say(found)
    return ExitCode.FINE


def _say(found: Auswahl) -> None:
    from wiq_cli.domain.anzahl import anzahl  # noqa: PLC0415  # start-up

    left_out = [
        *([f"{found.gone} nicht mehr im Team"] if found.gone else []),
        *([f"{found.minors} minderjährig"] if found.minors else []),
    ]
    note(anzahl(len(found.kontakte), "1 Person.", "{} Personen.").format(len(found.kontakte)))
    if left_out:
        note(f"Nicht dabei: {', '.join(left_out)}.")
