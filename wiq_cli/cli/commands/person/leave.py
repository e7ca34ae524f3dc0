from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.usecases.person import Mensch, Stelle

app = GermanTyper()


@app.command("leave")
def leave(
    who: store.Who,
    team: Annotated[
        str | None, typer.Option("--team", metavar="KUERZEL", help="Nur aus diesem Team. Sonst aus allen.")
    ] = None,
    on: Annotated[
        Any, typer.Option("--on", metavar="DATUM", parser=parse_date, help="Letzter Tag. Sonst heute.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Hält fest, dass jemand geht. Der Eintrag bleibt mit „bis“ stehen, damit frühere Beschlüsse stimmen."""
    from wiq_cli.files.batch import replace_all  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_leave import leave_edits, still_there  # noqa: PLC0415  # start-up

    akten = store.Akten()
    mensch = akten.person(who)
    akten.refuse_unread(store.TEAMS)
    day = on or akten.heute
    places = still_there(_places(mensch, team), day)
    if not places:
        note(f"{mensch.label} ist dort schon nicht mehr dabei. Es wurde nichts geändert.")
        return
    changes = store.changes(akten, [(one, leave_edits(one, day)) for one in places])
    store.refuse_new_faults(akten, changes)
    if not dry_run:
        replace_all(changes)
    out("".join(unified(one.old, one.new, one.file) for one in changes))
    _say_lead(akten, mensch, places, day)
    _say_rest(mensch, places)
    if not dry_run:
        note(f"Eingetragen: {mensch.label} ist bis {day:%d.%m.%Y} dabei ({', '.join(one.team for one in places)}).")
        next_step(f'git commit -m "Abschied eingetragen" -- {" ".join(one.file for one in changes)}')


def _places(mensch: Mensch, team: str | None) -> Sequence[Stelle]:
    """Give the entries that are meant. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    found = [one for one in mensch.stellen if team in {None, one.team}]
    if not found:
        raise WrongCall(f"--team: Dort ist {mensch.label} nicht. Möglich: {', '.join(mensch.teams)}.")
    return found


def _say_lead(akten: store.Akten, mensch: Mensch, places: Sequence[Stelle], day: date) -> None:
    """Say which teams nobody leads from now on."""
    from wiq_cli.usecases.person import Mensch  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_forget import without_lead  # noqa: PLC0415  # start-up

    gone = Mensch(mensch.kennung, tuple(places))
    others = [one for one in akten.people if one is not mensch]
    for team in without_lead(gone, others, day):
        note(
            f"Das Team {team} hat dann keine Leitung mehr. Trag eine neue ein: wiq person add {team} --lead\n"
            f"Ist noch niemand gefunden: wiq set {team} status pausiert"
        )


def _say_rest(mensch: Mensch, places: Sequence[Stelle]) -> None:
    """Say what stays behind: addresses, and a profile that this person released."""
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up

    if any(one.get("email") or one.get("telefon") for one in places):
        note("E-Mail und Telefon stehen noch in der Datei. Braucht ihr sie nicht mehr, dann lösch sie.")
    released = [
        one.team
        for one in places
        if mensch.kennung and value_at(one.source.data, ("einwilligung", "profil", "durch")) == mensch.kennung
    ]
    if released:
        note(
            f"Das Profil hat {mensch.label} freigegeben ({', '.join(released)}). Die Freigabe gilt weiter, bis sie jemand zurücknimmt."
        )
