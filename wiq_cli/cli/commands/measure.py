from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import note
from wiq_cli.cli.editing import (
    UNCHANGED,
    TeamFile,
    TeamName,
    asked_fields,
    asked_value,
    chosen,
    given_fields,
)
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.model_words import FieldOptions
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from wiq_cli.usecases.edit_fields import Feld

app = GermanTyper()
VALUE = "wert"


class MeasurementOptions(FieldOptions):
    """The fields of a measured value."""

    def fields(self) -> dict[str, list[tuple[str, Feld]]]:
        from wiq_cli.domain.team import Messwert  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.edit_fields import fields_of  # noqa: PLC0415  # start-up

        return {key: [("", one)] for key, one in fields_of(Messwert, without=VALUE).items()}


@app.command(cls=MeasurementOptions)
def measure(
    ctx: typer.Context,
    kuerzel: TeamName = None,
    indicator: Annotated[
        str | None,
        typer.Argument(metavar="[INDIKATOR]", help="Seine Nummer unter „wirkung“ oder ein Teil seines Textes."),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="[WERT]", help="Was ihr gezählt oder gemessen habt.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Hält einen Messwert fest. Ohne --am gilt der von heute."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Messwert, Wirkung  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import entries, main_text, measurement, progress  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import DAY, Feld, fields_of  # noqa: PLC0415  # start-up

    file = TeamFile(kuerzel)
    felder = fields_of(Messwert, without=VALUE)
    given = given_fields(felder, ctx.obj or {}, "wiq measure", file.heute)
    if (day := given.get(DAY)) and day > file.heute:
        raise WrongCall("--am: Der Tag liegt in der Zukunft. Trag den Wert ein, wenn es ihn gibt.")
    texts = [main_text(Wirkung, one) for one in entries(file.data, ("wirkung",))]
    if not texts:
        raise WrongCall(
            f"Das Team hat noch keinen Indikator. Trag einen ein: wiq add {file.kuerzel} wirkung TEXT --soll ZAHL"
        )
    position = chosen(texts, indicator, "„wirkung“", "INDIKATOR")
    feld = Feld(Messwert, VALUE)
    if value is None:
        value = asked_value(feld, "WERT", file.heute, "Welcher Wert?")
        given |= asked_fields({key: one for key, one in felder.items() if key not in {*given, DAY}}, file.heute)
    if sentence := feld.fault(value, file.heute):
        raise WrongCall(f"WERT: {sentence}")
    full = {DAY: file.heute, VALUE: feld.value(value)} | given
    edit = measurement(file.data, position, {key: full[key] for key in Messwert.model_fields if key in full})
    if edit is None:
        note(UNCHANGED)
        return
    file.edit([edit])
    file.save(f"Eingetragen in {file.name}.", dry_run=dry_run)
    if not dry_run:
        note(progress(file.data, position, full[VALUE]))
    if "quelle" not in given:
        note("Woher kommt der Wert? Beim nächsten Mal hilft --quelle, für Berichte zählt das mit.")
