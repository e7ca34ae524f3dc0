from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.meetings.parameters import Kuerzel, hour, hour_fault
from wiq_cli.cli.console import can_ask, is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun, Format

if TYPE_CHECKING:
    from datetime import time

    from wiq_cli.cli.commands.meetings.change import Change
    from wiq_cli.domain.gewohnheit import Gewohnheit

app = GermanTyper()


@app.command("rhythm")
def rhythm(
    kuerzel: Kuerzel,
    zeit: Annotated[
        Any,
        typer.Option(
            "--time", metavar="UHRZEIT", parser=hour, help="Beginn, zum Beispiel 18:00. Ohne: wie sonst auch."
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Trägt den Vorschlag ein, ohne zu fragen.")] = False,
    dry_run: DryRun = False,
    fmt: Format = "text",
) -> None:
    """Sucht in den einzelnen Terminen die Gewohnheit und schlägt einen Rhythmus vor.

    Am Terminal fragt der Befehl, ob er ihn eintragen soll. Sonst tut er es mit --yes.
    """
    from wiq_cli.cli.commands.meetings.change import Change  # noqa: PLC0415  # start-up
    from wiq_cli.domain.gewohnheit import habit  # noqa: PLC0415  # start-up

    change = Change(kuerzel)
    found = habit(change.team.treffen.termine, change.heute)
    asks = can_ask() and fmt == "text" and not (yes or dry_run)
    standing = _standing(change)
    if found and zeit is None and found.zeit is None and asks and not standing:
        zeit = _ask_hour(found)
    if not dry_run or standing:
        _show(change, found, zeit, fmt)
    if found is None:
        note("In den Terminen ist keine Gewohnheit zu sehen. Freie Zeiten zeigt: wiq meetings free " + kuerzel)
    elif standing:
        _refuse_second(standing, writes=yes or dry_run)
    elif yes or dry_run or (asks and _wanted()):
        change.apply([("rhythmus", found.line(zeit))], dry_run=dry_run)
        if asks:
            note("Das steht jetzt in der Datei.")
        else:
            change.say_next(rhythm=True)
        if not (zeit or found.zeit):
            note("Die Uhrzeit fehlt noch. Mit --time 18:00 steht sie gleich dabei.")


def _ask_hour(found: Gewohnheit) -> time | None:
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.domain.zeitangabe import WOCHENTAGE  # noqa: PLC0415  # start-up

    question = f"Meist trefft ihr euch {WOCHENTAGE[found.wochentag].lower()}s. Um wie viel Uhr?"
    answer = ask.text(
        question, hint="Zum Beispiel 18:00. Leer lassen, wenn es wechselt.", option="--time", fault=hour_fault
    )
    read: time | None = hour(answer) if answer else None
    return read


def _wanted() -> bool:
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up

    return ask.confirm("Soll ich das eintragen?", default=True, option="--yes")


def _standing(change: Change) -> str:
    """Give a rhythm that the team has already, in words."""
    from wiq_cli.domain.rhythmus import describe  # noqa: PLC0415  # start-up

    lines = (one for one in change.team.treffen.rhythmus if one.bis is None or one.bis >= change.heute)
    return next((describe(one) for one in lines), "")


def _refuse_second(standing: str, *, writes: bool) -> None:
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up

    sentence = f"Das Team hat schon einen Rhythmus: {standing}."
    if writes:
        raise Refused(f"{sentence} Es wurde nichts geändert. Einen zweiten trägst du so ein: wiq meetings add")
    note(sentence)


def _show(change: Change, found: Gewohnheit | None, zeit: time | None, fmt: str) -> None:
    from wiq_cli.report import meetings_rhythm as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_edit import read_rhythm  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_words import echo, next_days  # noqa: PLC0415  # start-up

    line = found.line(zeit) if found else ""
    if fmt == "json":
        days = next_days(read_rhythm(line, change.heute), change.plan, change.heute)[0] if found else []
        out(report.document(change.kuerzel, found, line, days))
    elif found and is_terminal(sys.stdout):
        out(report.full(found, line, echo(read_rhythm(line, change.heute), change.plan, change.heute)))
    elif found:
        out(report.plain(found, line))
