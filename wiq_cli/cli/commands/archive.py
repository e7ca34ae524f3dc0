from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.console import next_step, note
from wiq_cli.cli.editing import TeamFile, TeamName
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.options import DryRun, Yes

if TYPE_CHECKING:
    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team

app = GermanTyper()


@app.command()
def archive(
    kuerzel: TeamName = None,
    on: Annotated[
        Any, typer.Option("--on", metavar="DATUM", parser=parse_date, help="Letzter Tag des Teams. Sonst heute.")
    ] = None,
    drop_contacts: Annotated[
        bool, typer.Option("--drop-contacts", help="Löscht gleich E-Mail und Telefon aller Leute aus dieser Datei.")
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Beendet ein Team: Status, Leute und Rhythmen bekommen ihr Ende.

    Vorher sagt wiq, was noch offen ist, was mit den Adressen geschieht und was die Seite danach zeigt.
    """
    from wiq_cli.domain.errors import NothingToDo, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.uebergang import ENDE  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_archive import archive_edits, contacts, left_open, without_contacts  # noqa: PLC0415  # start-up

    file = TeamFile(kuerzel)
    day, team = on or file.heute, file.team()
    if day > file.heute:
        raise WrongCall("--on: Der Tag liegt in der Zukunft. Beende das Team, wenn es so weit ist.")
    if team.status == ENDE and drop_contacts and contacts(file.data):
        file.edit(without_contacts(file.data))
        file.save(f"E-Mail und Telefon gelöscht: {file.name}.", dry_run=dry_run)
        return
    if team.status == ENDE:
        raise NothingToDo("Dieses Team ist schon abgeschlossen. Es wurde nichts geändert.")
    file.edit(archive_edits(file.data, team, day, drop_contacts=drop_contacts))
    if open_things := list(left_open(file.data, team, _decisions(file), day)):
        width = max(len(one.what) for one in open_things)
        note("\n".join(["Das ist noch offen:", *(f"  {one.what:{width}}  {one.text}" for one in open_things)]))
    _say_contacts(0 if drop_contacts else contacts(file.data), team, file)
    _say_site(file, team, goes_on=any(one.what == "treffen" for one in open_things))
    if not dry_run and not yes and not ask.confirm("Das Team beenden?", default=False, option="--yes"):
        raise typer.Abort
    file.save(f"Beendet: {file.name}.", dry_run=dry_run)
    next_step("wiq publish")


def _decisions(file: TeamFile) -> list[Beschluss]:
    """Give the decisions of the team, and those about it."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    read = (one.model for _, one in file.ordner.beschluesse() if not isinstance(one, Unreadable) and one.model)
    return [one for one in read if file.kuerzel in {one.team, one.betrifft.lt}]


def _say_contacts(people: int, team: Team, file: TeamFile) -> None:
    if people:
        who = "Von einer Person" if people == 1 else f"Von {people} Personen"
        note(
            f"{who} bleiben Adresse oder Nummer in der Datei. Länger als nötig dürft ihr sie nicht behalten.\n"
            f"Braucht sie niemand mehr, dann lösch sie: wiq archive {file.kuerzel} --drop-contacts. "
            "Nach 90 Tagen mahnt wiq check. Kennung, „seit“ und „bis“ bleiben, damit Beschlüsse stimmen."
        )
    if team.verteiler:
        note("Die Verteileradresse des Teams bleibt eingetragen. Schalte sie ab, wenn niemand mehr dahinter liest.")


def _say_site(file: TeamFile, team: Team, *, goes_on: bool) -> None:
    from wiq_cli.usecases.profile import closed  # noqa: PLC0415  # start-up

    if goes_on:
        note(f"Die Treffen oben stehen weiter im Kalender. Sag sie ab: wiq meetings cancel {file.kuerzel} TAG")
    if closed(team, file.heute):
        note("Auf der Seite steht das Team nicht. Dafür fehlt die Freigabe.")
    else:
        note(
            "Die Seite zeigt das Team weiter, als „abgeschlossen“. Namen fallen mit dem letzten Tag weg.\n"
            "Soll es ganz verschwinden, dann nimm die Freigabe zurück: wiq person revoke KENNUNG --purpose profil"
        )
