from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import can_ask, note
from wiq_cli.cli.editing import TeamFile, TeamName, asked_fields, asked_value, given_fields
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.model_words import FieldOptions
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.usecases.edit_fields import Feld
    from wiq_cli.usecases.person import Mensch

app = GermanTyper()


class PersonOptions(FieldOptions):
    """The fields of a person, as far as they are known when somebody joins."""

    def fields(self) -> dict[str, list[tuple[str, Feld]]]:
        return {key: [("", one)] for key, one in _felder().items()}


def _felder() -> dict[str, Feld]:
    from wiq_cli.domain.person import Person  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_fields import fields_of  # noqa: PLC0415  # start-up

    return fields_of(Person, without="bis")


@app.command("add", cls=PersonOptions)
def add(
    ctx: typer.Context,
    kuerzel: TeamName = None,
    lead: Annotated[bool, typer.Option("--lead", help="Die Person leitet das Team.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Nimmt eine Person in ein Team auf und gibt ihr eine Kennung.

    Am Terminal fragt wiq nach, sonst reicht --name. Wozu die Person ja sagt, ist damit noch nicht gefragt.
    """
    from wiq_cli.usecases.person_add import entry, new_kennung, same  # noqa: PLC0415  # start-up

    file, felder = TeamFile(kuerzel), _felder()
    given = given_fields(felder, ctx.obj or {}, "wiq person add", file.heute)
    akten = store.Akten()
    akten.refuse_unread(store.TEAMS)
    known = {one.kennung: one for one in akten.people if one.kennung and not one.is_forgotten}
    if "name" not in given and given.get("kennung") not in known:
        given["name"] = asked_value(felder["name"], "--name", file.heute, "Wer kommt dazu?")
        open_fields = {key: one for key, one in felder.items() if key not in {*given, "kennung", "minderjaehrig"}}
        given |= asked_fields(open_fields, file.heute)
    if "kennung" not in given:
        given["kennung"] = _kennung(same(given, akten.people), lambda: new_kennung(file.ordner.kennungen()))
    person = known.get(given["kennung"])
    _refuse_double(file, person)
    full = entry(given, person, file.heute)
    key = "leitung" if lead else "mitglieder"
    _write(file, key, full, dry_run=dry_run)


def _kennung(like: list[Mensch], free: Callable[[], str]) -> str:
    """Give a new kennung, or that of somebody who stands in the network already. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    if not like:
        return free()
    where = " oder ".join(f"{one.label} ({', '.join(one.teams)})" for one in like)
    there = f"Eine Person mit diesem Namen oder dieser Adresse gibt es schon: {where}."
    if not can_ask():
        own = next((one.kennung for one in like if one.kennung), "")
        same = f"Ist sie es, dann nimm --kennung {own}. " if own else ""
        raise WrongCall(f"{there} {same}Ist es jemand anderes, dann nimm --kennung {free()}.")
    note(there)
    for one in like:
        if one.kennung and ask.confirm(f"Ist es {one.label}?", default=False, option=f"--kennung {one.kennung}"):
            return one.kennung
    return free()


def _refuse_double(file: TeamFile, person: Mensch | None) -> None:
    """Refuse somebody who is in the team. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    here = [one for one in person.stellen if one.file == file.name and not one.get("bis")] if person else []
    if person and here:
        raise WrongCall(f"{person.label} ist schon in diesem Team ({here[0].place}). Es wurde nichts geändert.")


def _write(file: TeamFile, key: str, full: dict[str, Any], *, dry_run: bool) -> None:
    from wiq_cli.usecases.edit_entries import Edit  # noqa: PLC0415  # start-up

    kennung = full["kennung"]
    file.read()
    file.edit([Edit((key,), full, "append")])
    file.save(f"Aufgenommen als {kennung}: {file.name}.", dry_run=dry_run)
    note(
        "Wozu die Person hier ja sagt, ist noch nicht gefragt. Das zählt wie ein Nein: kein Name auf der Seite, kein Verteiler.\n"
        f"Frag {'die Sorgeberechtigten' if full.get('minderjaehrig') in (True, 'ja') else 'sie'}. Dann halt es fest: wiq person consent {kennung} --purpose name --answer ja --proof TEXT"
    )
