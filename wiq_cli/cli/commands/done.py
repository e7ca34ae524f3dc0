from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import note
from wiq_cli.cli.editing import TeamFile, TeamName, asked, chosen, found_by
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.model_words import ModelWords
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Sequence

app = GermanTyper()


class DoneWords(ModelWords):
    def words(self) -> dict[str, Sequence[str]]:
        return {"section": _can_be_done()}


def _can_be_done() -> list[str]:
    """Give the sections whose entries can be done."""
    from wiq_cli.usecases.edit_fields import sections  # noqa: PLC0415  # start-up

    return [name for name, one in sections().items() if one.done]


@app.command(cls=DoneWords)
def done(
    kuerzel: TeamName = None,
    section: Annotated[str | None, typer.Argument(metavar="[ABSCHNITT]", help="Die Liste in der Datei.")] = None,
    which: Annotated[
        str | None, typer.Argument(metavar="[EINTRAG]", help="Seine Nummer oder ein Teil seines Textes.")
    ] = None,
    day: Annotated[
        Any,
        typer.Option(
            "--am", metavar="DATUM", parser=parse_date, help="Seit wann, wo die Datei das festhält. Sonst heute."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Hakt einen Schritt, einen Stand oder ein Ziel ab."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import completion, entries, main_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import DAY  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import section as named  # noqa: PLC0415  # start-up

    can = ", ".join(_can_be_done())
    abschnitt = named(section) if section is not None else None
    file = TeamFile(kuerzel)
    abschnitt = abschnitt or named(asked("Welcher Abschnitt?", "ABSCHNITT", hint=can, fault=found_by(named)))
    if not abschnitt.done:
        raise WrongCall(f"Unter „{abschnitt.name}“ lässt sich nichts abhaken. Das geht bei: {can}.")
    if day and DAY not in abschnitt.felder:
        raise WrongCall(f"--am: Unter „{abschnitt.name}“ hält die Datei keinen Tag fest. Lass es weg.")
    if day and day > file.heute:
        raise WrongCall("--am: Der Tag liegt in der Zukunft. Hak es ab, wenn es so weit ist.")
    texts = [main_text(abschnitt.model, one) for one in entries(file.data, abschnitt.path)]
    position = chosen(texts, which, f"„{abschnitt.name}“", "EINTRAG")
    edits = completion(abschnitt, file.data, position, day or file.heute)
    if not edits:
        note("Das ist schon abgehakt. Es wurde nichts geändert.")
        return
    file.edit(edits)
    file.save(f"Abgehakt in {file.name}.", dry_run=dry_run)
