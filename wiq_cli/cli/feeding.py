"""The calendars of one publication: what they hold, when it changed, and whether every reader understands the files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import PublicationRefused
from wiq_cli.files.changes import Changes
from wiq_cli.render.calendars import calendar_text, file_name, of_team, shared, with_standing, without
from wiq_cli.scan.calendar_lint import lint
from wiq_cli.usecases.calendars import calendars, not_before
from wiq_cli.usecases.publish import team_of_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from wiq_cli.cli.withdrawing import Standing
    from wiq_cli.domain.public import Eintrag, Kalender
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.files.site import Site
    from wiq_cli.usecases.publish import Manifest


class Feeds:
    """Knows what is public now: what goes up next must not look older."""

    def __init__(self, site: Site, before: Manifest | None) -> None:
        self._site = site
        self._public = before.files if before else {}
        self._calendars: dict[str, Kalender] = {}
        self.history: Changes | None = None

    def write(self, teams: Sequence[tuple[str, Team]], rahmen: Rahmen, history: Changes) -> dict[str, str]:
        """Write the calendars of the teams that are shown, by the name of their file."""
        changed = {kuerzel: self._changed(history, kuerzel, team) for kuerzel, team in teams}
        self._calendars = {file_name(one): one for one in calendars(teams, rahmen, changed)}
        self.history = history if self._calendars else None
        written: dict[str, str] = {}
        return {name: calendar_text(one, written) for name, one in self._calendars.items()}

    def renewed(
        self, fresh: Mapping[str, str], only: Collection[str], entries: Iterable[Eintrag], standing: Standing
    ) -> dict[str, str]:
        """Give the new calendars of these teams, and those of many teams with nothing new about all others."""
        written = {name: text for name, text in fresh.items() if team_of_page(name) in only}
        for name in shared(entries, {*written, *standing.texts}):
            old, window = standing.read(name), self._calendars.get(name)
            stays = without(old, standing.gone)
            written[name] = with_standing(fresh[name], stays, only, (window.von, window.bis)) if window else stays
        return written

    def linted(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Pass all files on. Raises ``PublicationRefused`` at a new calendar that not every reader would understand."""
        for name, data in files:
            kalender = self._calendars.get(name)
            if kalender and self._public.get(name) != hashlib.sha256(data).hexdigest():
                for flaw in lint(data, kalender.von, kalender.bis, before=self._site.read(name)):
                    raise PublicationRefused(
                        f"{name}:{flaw.line}: {flaw.text} Nicht jedes Kalenderprogramm könnte diese Datei lesen. Es wurde "
                        "nichts veröffentlicht. Bitte melde das als Fehler in wiq."
                    )
            yield name, data

    def doubts(self) -> Iterator[str]:
        """Say what makes the times of change in the calendars wrong."""
        if self.history and self.history.is_unknown:
            yield (
                "In git ist noch kein Team festgehalten. Die Kalender können deshalb nicht sagen, wann sich etwas geändert "
                "hat. Manche Programme übernehmen Änderungen dann später. Halte den Ordner mit git fest."
            )
        if self.history and self.history.is_cut_short:
            yield (
                "git hat hier nur einen Teil der Geschichte. Die Kalender nennen deshalb falsche Tage der letzten Änderung. "
                "Hol den Rest: git fetch --unshallow"
            )

    def _changed(self, history: Changes, kuerzel: str, team: Team) -> datetime:
        """Give when a team last changed, never earlier than what is public says under this name or an earlier one."""
        moment = history.of_team(kuerzel)
        for name in map(of_team, (kuerzel, *team.frueher)):
            if name in self._public:
                moment = not_before(moment, self._site.read(name).decode("utf-8", "replace"))
        return moment
