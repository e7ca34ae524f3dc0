"""Every file of a network at once, for publishing: the models, every raw text, and the place of each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import NothingToDo, PublicationRefused, Unreadable
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.files.aside import said_aside
from wiq_cli.files.cache import digest
from wiq_cli.files.root import MARKER
from wiq_cli.files.strays import strays
from wiq_cli.files.vorlagen import vorlagen_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath, Finding
    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.source import Source
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner

FOLDERS = ("teams", "beschluesse", "vorlagen")


class Sources:
    """Reads everything, and remembers what could not be read instead of stopping at the first fault."""

    netzwerk: Netzwerk
    regeln: Regeln
    freigaben: Freigaben | None = None  # None also where they cannot be read

    def __init__(self, ordner: Netzordner) -> None:
        self._ordner = ordner
        self._texts: dict[str, list[tuple[DataPath, str]]] = {}  # without places: those of 10,000 files fill the memory
        self._seals: dict[str, str] = {}
        self._findings: list[Finding] = []
        self.kuerzel: list[str] = []
        self.beschluesse: list[Beschluss] = []
        self.teams: list[tuple[str, Team, bool]] = []  # what could be read, and whether that is all

    def paths(self) -> list[Path]:
        """Every file that has a say in the site. Raises ``PublicationRefused`` for a folder that cannot be listed."""
        try:
            for folder in FOLDERS:
                self._ordner.below(folder)
        except NothingToDo as error:
            raise PublicationRefused(
                f"{error} Niemand weiß, was darin steht. Es wurde nichts veröffentlicht."
            ) from None
        return [*self._ordner.all_paths(), *vorlagen_paths(self._ordner.root)]

    def refuse_strays(self) -> None:
        """Raise ``PublicationRefused`` for a file that looks like one of the network's but is not read as one."""
        for stray in strays(self._ordner):
            raise PublicationRefused(
                f"{self._ordner.name_of(stray.path)} liest wiq nicht: Name oder Ordner passen nicht. Niemand weiß, was darin "
                "steht. Es wurde nichts veröffentlicht. Benenn die Datei um oder leg sie woanders hin."
            )

    def read(self) -> None:
        """Read all files once."""
        from wiq_cli.domain.freigaben import Freigaben  # noqa: PLC0415  # start-up
        from wiq_cli.domain.regeln import Regeln  # noqa: PLC0415  # start-up

        if network := self._take(self._ordner.attempt(Netzwerk, self._ordner.root / MARKER)):
            self.netzwerk = network
        if rules := self._take(self._ordner.attempt(Regeln, self._ordner.regeln_path)):
            self.regeln = rules
        for kuerzel, outcome in self._ordner.teams():
            self.kuerzel.append(kuerzel)
            if team := self._take(outcome):
                self.teams.append((kuerzel, team, not outcome.findings))
        for _, recorded in self._ordner.beschluesse():
            if decision := self._take(recorded):
                self.beschluesse.append(decision)
        if self._ordner.has_freigaben:
            self.freigaben = self._take(self._ordner.attempt(Freigaben, self._ordner.freigaben_path))

    def refuse_faults(self) -> None:
        """Raise ``Unreadable`` when any file is not in order: what it holds is unknown."""
        if self._findings:
            raise Unreadable(sorted(self._findings, key=lambda one: one.sort_key()))
        twice = (
            sorted({one for one in self.kuerzel if self.kuerzel.count(one) > 1})
            if len(set(self.kuerzel)) < len(self.kuerzel)
            else []
        )
        if twice:
            raise PublicationRefused(
                f"Das Team {twice[0]} hat zwei Dateien, .yaml und .yml. Lass eine davon übrig. Es wurde nichts veröffentlicht."
            )

    @property
    def exceptions_known(self) -> bool:
        """Whether the exceptions could be read, or there are none."""
        return self.freigaben is not None or not self._ordner.has_freigaben

    @property
    def whole_teams(self) -> list[tuple[str, Team]]:
        """Every team whose file is in order."""
        return [(kuerzel, team) for kuerzel, team, whole in self.teams if whole]

    @property
    def zone(self) -> str:
        """The network's time zone, or the usual one where the settings cannot be read."""
        return self.netzwerk.zeitzone if hasattr(self, "netzwerk") else "Europe/Berlin"

    def texts(self) -> Iterator[tuple[str, DataPath, str]]:
        """Every text of every file with file and path, whether a key is known or not."""
        for file, texts in self._texts.items():
            for path, text in texts:
                yield file, path, text

    def line_of(self, file: str, path: DataPath) -> int:
        """Give the line of a place in a file; reads it once more, which only a leak needs."""
        if file not in self._texts:
            return 1
        return self._place(file).span(path).line

    @cache  # noqa: B019  # lives as long as one run
    def _place(self, file: str) -> Source:
        return self._ordner.source(self._ordner.root / file)

    def _take(self, outcome: Reading[Any] | Unreadable) -> Any:
        """Remember a file's texts and faults; give its model, or None."""
        self._findings.extend(outcome.findings)
        if isinstance(outcome, Unreadable):
            return None
        self._remember(outcome.source)
        return outcome.model

    def _remember(self, source: Source) -> None:
        self._texts[source.file] = [*source.scalars(), *said_aside(source)]
        self._seals[source.file] = digest(source.text)

    @property
    def root(self) -> Path:
        """The folder of the network."""
        return self._ordner.root

    def seal(self, file: str) -> str:
        """Give the digest of a whole file: nothing that came of it alone can differ while this is the same."""
        return self._seals.get(file, "")
