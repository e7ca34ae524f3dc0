"""The calendars of one publication: what they hold, when it changed, and whether every reader understands the files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import PublicationRefused
from wiq_cli.domain.public import ANFANG
from wiq_cli.files.changes import Changes
from wiq_cli.files.index import Index
from wiq_cli.render.calendars import (
    calendar_text,
    events_of,
    file_name,
    joined,
    of_team,
    shared,
    with_standing,
    without,
)
from wiq_cli.scan.calendar_again import Linting
from wiq_cli.usecases.calendars import AHEAD_ONE, met, not_before, shared_calendars, team_calendar, window

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from wiq_cli.cli.withdrawing import Standing
    from wiq_cli.domain.public import Eintrag
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.files.site import Site
    from wiq_cli.files.sources import Sources
    from wiq_cli.render.calendars import Event
    from wiq_cli.usecases.publish import Manifest

NAME = "calendars"


class Feeds:
    """Knows what is public now: what goes up next must not look older."""

    def __init__(self, site: Site, before: Manifest | None) -> None:
        self._site = site
        self._public = before.files if before else {}
        self._windows: dict[str, tuple[date, date]] = {}
        self._teams: dict[str, str] = {}  # whose calendar a file is
        self._index: Index | None = None
        self.history: Changes | None = None

    def write(
        self, sources: Sources, names: Collection[str], rahmen: Rahmen, memory: Path
    ) -> Iterator[tuple[str, str]]:
        """Write the calendars of the teams that are shown, and those of many: each with the name of its file.

        That of a team lies at its earlier names as well: who has subscribed to it there follows no page.
        """
        shown = [one for one in sources.whole_teams if one[0] in names]
        if not (teams := met(shown)):
            return
        self.history = Changes(sources.root, rahmen.heute)
        shared_ones = shared_calendars(shown, rahmen)
        year = window(rahmen.heute, AHEAD_ONE)
        self._index = Index(memory, NAME, sources.seal("wiq.yaml"), repr(year))
        self._windows = {file_name(one.kalender): (one.kalender.von, one.kalender.bis) for one in shared_ones}
        events: dict[str, list[Event]] = {}
        for kuerzel, team in teams:
            text = self._of_team(kuerzel, team, rahmen, sources.seal(f"teams/{kuerzel}.yaml"))
            events[kuerzel] = events_of(text)
            for name in (of_team(one) for one in dict.fromkeys((kuerzel, *team.frueher))):
                self._windows[name], self._teams[name] = (year.von, year.bis), kuerzel
                yield name, text
        for one in shared_ones:
            yield file_name(one.kalender), joined(one.kalender, (each for team in one.teams for each in events[team]))

    def save(self) -> None:
        """Remember for the next run which calendar came of which file."""
        if self._index:
            self._index.save(self._windows)

    def renewed(
        self, fresh: Mapping[str, str], only: Collection[str], entries: Iterable[Eintrag], standing: Standing
    ) -> dict[str, str]:
        """Give the new calendars of these teams, and those of many teams with nothing new about all others."""
        written = {name: text for name, text in fresh.items() if self._teams.get(name) in only}
        for name in shared(entries, {*written, *standing.names}):
            old, window = standing.read(name), self._windows.get(name)
            stays = without(old, standing.gone)
            written[name] = with_standing(fresh[name], stays, only, window) if window else stays
        return written

    def linted(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Pass all files on. Raises ``PublicationRefused`` at a new calendar that not every reader would understand."""
        linting = Linting()
        for name, data in files:
            days = self._windows.get(name)
            if days and self._public.get(name) != hashlib.sha256(data).hexdigest():
                for flaw in linting.lint(data, *days, self._site.read(name)):
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

    def _of_team(self, kuerzel: str, team: Team, rahmen: Rahmen, seal: str) -> str:
        """Give the calendar of a team: as it stands on the site, where it came of this very file."""
        name, moment = of_team(kuerzel), self.history.of_team(kuerzel) if self.history else ANFANG
        key = f"{seal} {moment}".encode()
        old = self._site.read(name)
        if self._index and self._index.get(name, key) == hashlib.sha256(old).hexdigest():
            return old.decode()
        text = calendar_text(team_calendar(kuerzel, team, rahmen, self._changed(moment, kuerzel, team)))
        if self._index and seal:
            self._index.put(name, key, hashlib.sha256(text.encode()).hexdigest())
        return text

    def _changed(self, moment: datetime, kuerzel: str, team: Team) -> datetime:
        """Give when a team last changed, never earlier than what is public says under this name or an earlier one."""
        for name in map(of_team, (kuerzel, *team.frueher)):
            if name in self._public:
                moment = not_before(moment, self._site.read(name).decode("utf-8", "replace"))
        return moment
