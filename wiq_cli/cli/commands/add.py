from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import note
from wiq_cli.cli.editing import (
    UNCHANGED,
    TeamFile,
    TeamName,
    asked,
    asked_fields,
    asked_value,
    found_by,
    given_fields,
)
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.model_words import FieldOptions
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.edit_fields import Feld, Keys

app = GermanTyper()


class EntryOptions(FieldOptions):
    """The fields of the entries of all sections."""

    def fields(self) -> dict[str, list[tuple[str, Feld]]]:
        from wiq_cli.usecases.edit_fields import sections  # noqa: PLC0415  # start-up

        found: dict[str, list[tuple[str, Feld]]] = {}
        for name, one in sections().items():
            for key, feld in one.felder.items():
                found.setdefault(key, []).append((name, feld))
        return found

    def words(self) -> dict[str, Sequence[str]]:
        from wiq_cli.usecases.edit_fields import sections  # noqa: PLC0415  # start-up

        return {"section": list(sections())}


@app.command(cls=EntryOptions)
def add(
    ctx: typer.Context,
    kuerzel: TeamName = None,
    section: Annotated[
        str | None,
        typer.Argument(metavar="[ABSCHNITT]", help="Die Liste in der Datei."),
    ] = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Was dazukommt.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Trägt einen Eintrag in die Datei eines Teams ein, ohne YAML.

    Die Optionen heißen wie die Angaben in der Datei. Welche es gibt, hängt am Abschnitt. Fehlt etwas, fragt wiq am Terminal nach.
    """
    from wiq_cli.usecases.edit_entries import addition  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import numbered_key, sections  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import section as named  # noqa: PLC0415  # start-up

    inner = numbered_key(section) if section is not None else None
    if inner and inner[2].many:
        _add_line(TeamFile(kuerzel), inner, text, ctx.obj or {}, dry_run=dry_run)
        return
    abschnitt = named(section) if section is not None else None
    file = TeamFile(kuerzel)
    abschnitt = abschnitt or named(
        asked("Welcher Abschnitt?", "ABSCHNITT", hint=", ".join(sections()), fault=found_by(named))
    )
    given = given_fields(abschnitt.felder, ctx.obj or {}, abschnitt.name, file.heute)
    if text is None:
        text = asked_value(abschnitt.text, "TEXT", file.heute)
        given |= asked_fields({key: one for key, one in abschnitt.felder.items() if key not in given}, file.heute)
        file.read()
    _refuse(abschnitt.text, text, file)
    edit = addition(abschnitt, file.data, abschnitt.text.value(text), given, file.heute)
    if edit is None:
        note(UNCHANGED)
        return
    file.edit([edit])
    file.save(f"Eingetragen in {file.name}.", dry_run=dry_run)


def _refuse(feld: Feld, text: str, file: TeamFile) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    if sentence := feld.fault(text, file.heute):
        raise WrongCall(f"TEXT: {sentence}")


def _add_line(
    file: TeamFile, place: tuple[Keys, int, Feld], text: str | None, options: dict[str, Any], *, dry_run: bool
) -> None:
    """Add a line to a list inside one entry: ``weg.2.notizen``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import Edit, entries  # noqa: PLC0415  # start-up

    path, number, feld = place
    there = len(entries(file.data, path))
    if not 1 <= number <= there:
        raise WrongCall(f"Unter „{'.'.join(path)}“ gibt es {there or 'keine'} Einträge. Die Nummern beginnen bei 1.")
    given_fields({}, options, feld.key, file.heute)
    text = text if text is not None else asked_value(feld, "TEXT", file.heute)
    _refuse(feld, text, file)
    line = feld.value(text)
    if line in entries(file.data, (*path, number - 1, feld.key)):
        note(UNCHANGED)
        return
    file.edit([Edit((*path, number - 1, feld.key), line, "append")])
    file.save(f"Eingetragen in {file.name}.", dry_run=dry_run)
