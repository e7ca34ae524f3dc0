from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.console import can_ask, given, note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.cli.commands.meetings.change import Change
    from wiq_cli.usecases.meetings_edit import Entry
    from wiq_cli.usecases.meetings_poll import Umfrage, Vorschlag

STANDARD_INPUT = "-"
LARGEST = 1024 * 1024
SHOWN = 8


def add_from_poll(change: Change, file: str, picks: Sequence[str], place: str | None, *, dry_run: bool) -> None:
    """Write the dates that won a poll. Nobody who voted is shown or kept."""
    from wiq_cli.usecases.meetings_poll import read_poll  # noqa: PLC0415  # start-up

    poll = read_poll(_data(file), change.heute)
    _say(poll)
    chosen = _picked(poll, picks, change.heute) if picks else _chosen(poll)
    if not chosen:
        note("Es wurde nichts geändert.")
        return
    change.apply([_entry(_with_hour(one), place) for one in chosen], dry_run=dry_run)
    change.say_next()


def _data(file: str) -> bytes:
    from wiq_cli.domain.errors import NothingToDo, Unreadable, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_bytes  # noqa: PLC0415  # start-up

    if file == STANDARD_INPUT:
        data = given(LARGEST)
        if len(data) > LARGEST:
            raise WrongCall("--from-poll: Das ist zu viel für eine Umfrage.")
        return data
    try:
        return read_bytes(Path(file), "--from-poll", LARGEST)
    except Unreadable as error:
        raise NothingToDo(f"--from-poll: {error.findings[0].message} Prüf den Namen der Datei.") from None


def _say(poll: Umfrage) -> None:
    """Say how the poll went."""
    answers = "1 Antwort" if poll.antworten == 1 else f"{poll.antworten} Antworten"
    lines = [f"{answers}. Am besten passt:", *(f"  {one.words()}: {one.votes()}" for one in poll.vorschlaege[:SHOWN])]
    if poll.vorbei:
        lines.append(
            "Ein Termin der Umfrage ist vorbei."
            if poll.vorbei == 1
            else f"{poll.vorbei} Termine der Umfrage sind vorbei."
        )
    note("\n".join(lines))


def _picked(poll: Umfrage, picks: Sequence[str], heute: date) -> list[Vorschlag]:
    from wiq_cli.usecases.meetings_edit import read_date  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_poll import picked  # noqa: PLC0415  # start-up

    wanted = [read_date(one, heute) for one in picks]
    return list(dict.fromkeys(picked(poll, one.am, one.zeit) for one in wanted))


def _chosen(poll: Umfrage) -> list[Vorschlag]:
    """Give the winner; between several a person decides."""
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    best = poll.best
    if len(best) == 1:
        return best
    sentence = f"{len(best)} Termine sind gleichauf."
    if not can_ask():
        raise WrongCall(f'{sentence} Nenn einen, zum Beispiel: --pick "{best[0].line()}"')

    def fault(answer: str) -> str:
        return "" if _numbers(answer, len(best)) else f"Antworte mit Nummern von 1 bis {len(best)}."

    note(sentence + "".join(f"\n  {number}. {one.words()}" for number, one in enumerate(best, 1)))
    hint = "Die Nummer, oder mehrere mit Komma. Leer lassen, um nichts einzutragen."
    answer = ask.text("Welcher soll es sein?", hint=hint, option="--pick", fault=fault)
    return [best[number - 1] for number in _numbers(answer, len(best))]


def _with_hour(one: Vorschlag) -> Vorschlag:
    """Ask for an hour that the poll says in words, such as „abends“."""
    from dataclasses import replace  # noqa: PLC0415  # start-up

    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.cli.commands.meetings.parameters import hour, hour_fault  # noqa: PLC0415  # start-up

    if one.zeit or not one.zeit_unlesbar:
        return one
    question = f"Um wie viel Uhr am {one.words()}? In der Umfrage kann ich es nicht lesen."
    hint = "Zum Beispiel 18:00. Leer lassen, wenn es noch offen ist."
    answer = ask.text(question, hint=hint, option=f'--pick "{one.line()} 18:00"', fault=hour_fault)
    return replace(one, zeit=hour(answer)) if answer else one


def _numbers(answer: str, most: int) -> list[int]:
    """Read ``1, 3``; nothing where one of them is no number in the list."""
    words = answer.replace(",", " ").split()
    known = {str(number): number for number in range(1, most + 1)}
    return sorted({known[one] for one in words}) if all(one in known for one in words) else []


def _entry(one: Vorschlag, place: str | None) -> Entry:
    """Write a date as a line, or with its keys where the place would break the line."""
    where = " ".join((place or "").split())
    if not where:
        return "termine", one.line()
    if not set("();") & set(where):
        return "termine", f"{one.line()} ({where})"
    keys: dict[str, Any] = {"am": one.am, "zeit": one.zeit, "ende": one.ende, "ort": where}
    return "termine", {key: value for key, value in keys.items() if value is not None}
