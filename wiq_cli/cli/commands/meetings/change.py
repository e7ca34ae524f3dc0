"""One change of the meetings in one team file: read, refuse what breaks a rule, write, say what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.cli.console import note, out
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.teams import team_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting, Terminplan
    from wiq_cli.domain.treffen import Verlegung
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.meetings_edit import Entry


class Change:
    """One change of one team file. Raises ``Unreadable`` where the meetings in it cannot be read."""

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

    def apply(self, entries: Sequence[Entry], *, dry_run: bool, instead: int | None = None) -> None:
        """Write the entries unless they would break a rule; nothing is written then. ``instead``: of which line."""
        from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up
        from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
        from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
        from wiq_cli.files.disk import replace_text  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.meetings_edit import new_errors, repeated  # noqa: PLC0415  # start-up

        new = self.text
        for entry in entries:
            new = _with_entry(new, self.after.source.data, entry, instead)
            self.after = self._read(new)
        rahmen = Rahmen(self.ordner.netzwerk, self.ordner.regeln, self.heute)
        if errors := new_errors(self.before, self.after, rahmen):
            raise Refused(f"{errors[0].message} {errors[0].help}".rstrip() + " Es wurde nichts geändert.")
        if sentence := repeated(self.before.model, self.team, entries):
            raise Refused(f"{sentence} Es wurde nichts geändert.")
        if dry_run:
            out(unified(self.text, new, self.name))
        else:
            replace_text(self.path, self.name, self.text, new)

    def _read(self, text: str) -> Reading[Team]:
        from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

        return read(Team, parse(text, self.name), self.heute)

    @property
    def team(self) -> Team:
        """The team as it is after the change."""
        if self.after.model is None:
            raise AssertionError  # an unreadable result is refused before
        return self.after.model

    @property
    def plan(self) -> Terminplan:
        """The calendar of the team as it is after the change."""
        from wiq_cli.usecases.meetings import plan  # noqa: PLC0415  # start-up

        return plan(self.kuerzel, self.team, self.ordner.netzwerk)

    def say_next(self, *, rhythm: bool = False) -> None:
        """Say the new rhythm in words, or when the team meets next."""
        from wiq_cli.usecases.meetings_words import echo, next_dates  # noqa: PLC0415  # start-up

        if rhythm:
            note("\n".join(echo(self.team.treffen.rhythmus[-1], self.plan, self.heute)))
        else:
            note(next_dates(self.plan, self.heute))

    def write_with_mail(self, entry: Entry, *, notice: bool, dry_run: bool) -> None:
        """Cancel or move. ``notice`` asks for the mail in any case, also for what stands in the file already."""
        from wiq_cli.usecases.meetings_edit import changed, moved_again, standing  # noqa: PLC0415  # start-up

        again = moved_again(entry, self.plan, self.heute) if entry[0] == "verlegt" else None
        there = standing(entry, self.team, self.heute)
        if again and there is None:
            number, entry = again
            before, moved = self.plan, self.team.treffen.verlegt[number]
            self.apply([entry], dry_run=dry_run, instead=number)
            if notice or not dry_run:
                self._say_mail(*self._from_there(before, moved), always=notice)
        else:
            if not (notice and there):
                self.apply([entry], dry_run=dry_run)
            written = standing(entry, self.team, self.heute)
            if written and (notice or not dry_run):
                self._say_mail(*changed(self.plan, written), always=notice)
        self.say_next()

    def _from_there(self, before: Terminplan, moved: Verlegung) -> tuple[Meeting, Meeting]:
        """Give a meeting as the others know it, since it was moved before, and as it is now."""
        from wiq_cli.usecases.meetings_edit import changed  # noqa: PLC0415  # start-up

        _, known = changed(before, moved)
        lines = self.team.treffen.verlegt
        still = next((one for one in lines if (one.am, one.zeit) == (moved.am, moved.zeit)), None)
        if still:
            return known, changed(self.plan, still)[1]
        return known, next(one for one in self.plan.meetings(moved.am, moved.am) if one.uid == known.uid)

    def _say_mail(self, old: Meeting, new: Meeting, *, always: bool) -> None:
        """Print the mail that tells the others, unless the meeting is long past."""
        from wiq_cli.usecases.meetings_words import notice  # noqa: PLC0415  # start-up

        if always or max(old.day, new.day) >= self.heute:
            out(notice(self.team, old, self.plan, self.heute, None if new.status == "cancelled" else new))
            if not self.team.verteiler:
                note("Das Team hat keine Verteileradresse. Schick die Mail an alle, die kommen wollten.")


def _with_entry(text: str, data: Any, entry: Entry, instead: int | None) -> str:
    """Append the entry under its key, or put it in the place of another. Several entries in one text become a list."""
    from wiq_cli.domain.eintrag import parts_of  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.domain.treffen import Treffen  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import append_item, remove, set_value  # noqa: PLC0415  # start-up

    key, value = entry
    order = list(Treffen.model_fields)
    present = data.get("treffen")
    if isinstance(present, str):
        present = {"termine": present}
        text = set_value(text, ("treffen",), present)
    if present is None:
        return set_value(text, ("treffen",), {key: [value]}, list(Team.model_fields))
    entries = present.get(key)
    parts = [one for _, one in parts_of(entries)] if isinstance(entries, str) else []
    if instead is not None:
        if isinstance(entries, str):
            text = set_value(text, ("treffen", key), parts)
        path = ("treffen", key, instead)
        return remove(text, path) if value is None else set_value(text, path, value)
    if isinstance(entries, str) and parts != [entries.strip()]:
        return set_value(text, ("treffen", key), [*parts, value])
    return append_item(text, ("treffen", key), value, order)
