from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import next_step, note
from wiq_cli.cli.editing import UNCHANGED, TeamFile, TeamName, asked, asked_value, found_by
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.model_words import ModelWords
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.usecases.edit_fields import Feld

app = GermanTyper()
STATUS = ("status",)


class SetWords(ModelWords):
    def words(self) -> dict[str, Sequence[str]]:
        from wiq_cli.usecases.edit_fields import values  # noqa: PLC0415  # start-up

        return {"key": list(values())}


@app.command("set", cls=SetWords)
def set_(
    kuerzel: TeamName = None,
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="[ANGABE]",
            help="Was du änderst. Einträge von Listen haben eine Nummer: weg.3.bis ist die Frist des dritten Schritts.",
        ),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="[WERT]", help="Was da stehen soll.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Löscht die Angabe.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Ändert eine einzelne Angabe in der Datei eines Teams, ohne YAML.

    Den Status ändert wiq nur so, wie es im Netzwerk üblich ist. Ein Team läuft erst, wenn seine Unterstützung beschlossen ist.
    """
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import Edit  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import values  # noqa: PLC0415  # start-up

    if clear and value is not None:
        raise WrongCall("--clear löscht die Angabe. Lass den Wert dahinter weg.")
    file = TeamFile(kuerzel)
    if key is None:
        fault = found_by(lambda answer: _place(file, answer))
        key = asked("Welche Angabe?", "ANGABE", hint=", ".join(values()), fault=fault)
    path, feld = _place(file, key)
    if clear:
        _clear(file, path, dry_run=dry_run)
        return
    if value is None:
        value = asked_value(feld, "WERT", file.heute)
        if not any(isinstance(step, int) for step in path):  # else the numbers may have changed
            file.read()
    if sentence := feld.fault(value, file.heute):
        raise WrongCall(f"WERT: {sentence}")
    new, old = feld.value(value), value_at(file.data, path)
    if path == STATUS:
        _refuse_transition(file, value.strip())
    if old != str(new):
        file.edit([Edit(path, new)])
    file.save(f"Geändert in {file.name}.", dry_run=dry_run)
    if path == STATUS and old != new and not dry_run:
        next_step(f'wiq add {file.kuerzel} chronik "…"')


def _clear(file: TeamFile, path: DataPath, *, dry_run: bool) -> None:
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import Edit  # noqa: PLC0415  # start-up

    if value_at(file.data, path) is None:
        note(UNCHANGED)
        return
    file.edit([Edit(path, how="remove")])
    file.save(f"Gelöscht in {file.name}.", dry_run=dry_run)


def _place(file: TeamFile, word: str) -> tuple[DataPath, Feld]:
    """Give the place of a value: by its name, or by a section, a number and a name. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import entries  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import key as named  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import numbered_key  # noqa: PLC0415  # start-up

    found = numbered_key(word)
    if found is None:
        return named(word)
    path, number, feld = found
    if feld.many and feld.model.KURZ:
        raise WrongCall(
            f"„{feld.key}“ hat mehrere Zeilen. Eine weitere trägst du so ein: wiq add {file.kuerzel} {word} TEXT"
        )
    there = len(entries(file.data, path))
    if not 1 <= number <= there:
        raise WrongCall(f"Unter „{'.'.join(path)}“ gibt es {there or 'keine'} Einträge. Die Nummern beginnen bei 1.")
    return ((*path, number - 1, *([feld.key] if feld.model.KURZ else [])), feld)


def _refuse_transition(file: TeamFile, new: str) -> None:
    """Refuse a status that does not follow from the one before. Raises ``Refused``."""
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up
    from wiq_cli.domain.uebergang import why_not  # noqa: PLC0415  # start-up

    old = str(file.data.get("status") or "idee").strip()
    if new != old and (sentence := why_not(file.kuerzel, old, new, file.netz())):
        raise Refused(f"Es wurde nichts geändert. {sentence}")
