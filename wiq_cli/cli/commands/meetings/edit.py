from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.meetings.listing import team_path
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings_edit import Entry

app = GermanTyper()

Kuerzel = Annotated[str, typer.Argument(metavar="TEAM", help="Dateiname des Teams ohne .yaml.")]
Day = Annotated[str, typer.Argument(metavar="TAG", help="Tag des Treffens, bei zwei Treffen mit Uhrzeit.")]


@app.command("add")
def add(
    kuerzel: Kuerzel,
    text: Annotated[
        str, typer.Argument(metavar="TERMIN", help="Ein Rhythmus oder ein Tag, zum Beispiel „jeden Dienstag 18:00“.")
    ],
    dry_run: DryRun = False,
) -> None:
    """Trägt einen Rhythmus oder einen Termin ein und sagt, welche Tage das sind."""
    from wiq_cli.usecases.meetings_edit import addition  # noqa: PLC0415  # start-up

    edit = _Edit(kuerzel)
    edit.apply(addition(text, edit.heute), dry_run=dry_run)
    edit.say_next()


@app.command("cancel")
def cancel(
    kuerzel: Kuerzel,
    day: Day,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Warum. Der Grund bleibt im Haus.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Sagt ein Treffen ab und schreibt die Mail dazu."""
    from wiq_cli.usecases.meetings_edit import cancellation  # noqa: PLC0415  # start-up

    edit = _Edit(kuerzel)
    edit.apply(cancellation(day, reason, edit.heute), dry_run=dry_run)
    edit.say_mail(dry_run=dry_run)


@app.command("move")
def move(
    kuerzel: Kuerzel,
    day: Day,
    new: Annotated[str, typer.Argument(metavar="NEU", help="Neuer Tag, neue Uhrzeit oder beides.")],
    place: Annotated[str | None, typer.Option("--place", metavar="ORT", help="Neuer Ort.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Verlegt ein Treffen und schreibt die Mail dazu."""
    from wiq_cli.usecases.meetings_edit import move as moved  # noqa: PLC0415  # start-up

    edit = _Edit(kuerzel)
    edit.apply(moved(day, new, place, edit.heute), dry_run=dry_run)
    edit.say_mail(dry_run=dry_run)


class _Edit:
    """One change of one team file."""

    def __init__(self, kuerzel: str) -> None:
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
        from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up

        self.ordner: Netzordner = open_network()
        self.kuerzel = kuerzel
        self.heute: date = today(self.ordner.netzwerk.zeitzone)
        self.path: Path = team_path(self.ordner, kuerzel)
        self.name = self.ordner.name_of(self.path)
        self.text = read_text(self.path, self.name)
        self.before = self._read(self.text)
        if self.before.model is None or self.before.is_settled(("treffen",)):
            raise Unreadable(self.before.findings)
        self.after = self.before
        self.entry: Entry = ("", "")

    def apply(self, entry: Entry, *, dry_run: bool) -> None:
        """Write the entry unless it would break a rule; nothing is written then."""
        from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up
        from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
        from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
        from wiq_cli.files.disk import replace_text  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.meetings_edit import new_errors  # noqa: PLC0415  # start-up

        new = _with_entry(self.text, self.before.source.data, entry)
        self.after, self.entry = self._read(new), entry
        rahmen = Rahmen(self.ordner.netzwerk, self.ordner.regeln, self.heute)
        if errors := new_errors(self.before, self.after, rahmen):
            raise Refused(f"{errors[0].message} {errors[0].help}".rstrip() + " Es wurde nichts geändert.")
        if dry_run:
            out(unified(self.text, new, self.name))
        else:
            replace_text(self.path, self.name, self.text, new)

    def _read(self, text: str) -> Reading[Team]:
        from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

        return read(Team, parse(text, self.name), self.heute)

    def say_next(self) -> None:
        """Say the new rhythm in words, or when the team meets next."""
        from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.meetings_edit import echo, next_dates  # noqa: PLC0415  # start-up

        calendar = plan(self.kuerzel, self.team, self.ordner.netzwerk)
        if self.entry[0] == "rhythmus":
            note("\n".join(echo(self.team.treffen.rhythmus[-1], calendar, self.heute)))
        else:
            note(next_dates(calendar, self.heute))

    def say_mail(self, *, dry_run: bool) -> None:
        """Print the mail that tells the others, unless the meeting is long past."""
        from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.meetings_edit import next_dates, notice  # noqa: PLC0415  # start-up

        calendar = plan(self.kuerzel, self.team, self.ordner.netzwerk)
        old, new = self._changed()
        if not dry_run and max(old.day, new.day) >= self.heute:
            out(notice(self.team, old, calendar, self.heute, new if new.status == "moved" else None))
        note(next_dates(calendar, self.heute))

    def _changed(self) -> tuple[Meeting, Meeting]:
        """Give the meeting as it was and as it is."""
        from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up

        treffen = self.team.treffen
        entry = (treffen.ausfall if self.entry[0] == "ausfall" else treffen.verlegt)[-1]
        day = getattr(entry, "auf", entry.am)
        calendar = plan(self.kuerzel, self.team, self.ordner.netzwerk)
        target = calendar.target(entry)
        if target is None or self.before.model is None:
            raise AssertionError  # a rule has refused it before
        before = plan(self.kuerzel, self.before.model, self.ordner.netzwerk)
        (old,) = [
            one
            for one in before.meetings(entry.am, entry.am)
            if (one.original, one.number) == (target.tag, target.nummer)
        ]
        (new,) = [one for one in calendar.meetings(day, day) if one.uid == old.uid]
        return old, new

    @property
    def team(self) -> Team:
        """The team as it is after the change."""
        if self.after.model is None:
            raise AssertionError  # an unreadable result is refused before
        return self.after.model


def _with_entry(text: str, data: Any, entry: Entry) -> str:
    """Append the entry under its key. Several entries in one text become a list."""
    from wiq_cli.domain.eintrag import BETWEEN_ENTRIES  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.domain.treffen import Treffen  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import append_item, set_value  # noqa: PLC0415  # start-up

    key, value = entry
    order = list(Treffen.model_fields)
    present = data.get("treffen")
    if isinstance(present, str):
        present = {"termine": present}
        text = set_value(text, ("treffen",), present)
    if present is None:
        return set_value(text, ("treffen",), {key: [value]}, list(Team.model_fields))
    entries = present.get(key)
    if isinstance(entries, str) and len(lines := BETWEEN_ENTRIES.split(entries)) > 1:
        return set_value(text, ("treffen", key), [*(line.strip() for line in lines if line.strip()), value])
    return append_item(text, ("treffen", key), value, order)
