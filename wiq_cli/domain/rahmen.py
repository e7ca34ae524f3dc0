"""What a rule may know besides the file it looks at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.finding import touches
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.regeln import Regeln

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from wiq_cli.domain.anker import Anker
    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath, Level, Span
    from wiq_cli.domain.karte import Karte, Mitgliedschaft
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team


@dataclass(frozen=True, slots=True)
class Rahmen:
    """The same for every file of one run: the network's settings, its rules, and the day."""

    netzwerk: Netzwerk
    regeln: Regeln
    heute: date
    unklar: frozenset[DataPath] = frozenset()  # what could not be read: ("wiq.yaml", "domain")

    def is_unclear(self, path: DataPath) -> bool:
        """Whether a value of the network's own files is not known: what compares with it can only be wrong."""
        return touches(self.unklar, path)

    def has_konzept(self, art: str) -> bool:
        """Whether teams of this type fill in the concept."""
        teamart = self.regeln.teams.get(art)
        return teamart is not None and teamart.konzept


@dataclass(frozen=True, slots=True)
class Netz:
    """The whole network, for rules that look across files.

    ``unlesbar`` names team files that exist but could not be read, ``dateien`` also decisions that could not: references
    to them are not broken.
    """

    rahmen: Rahmen
    teams: dict[str, Karte] = field(default_factory=dict)
    lesen: Callable[[str], Reading[Any] | None] | None = field(default=None, kw_only=True)  # reads a file once more
    unklar: dict[str, frozenset[DataPath]] = field(
        default_factory=dict, kw_only=True
    )  # what of a decision nobody can read
    gemerkt: dict[Any, Any] = field(default_factory=dict, kw_only=True)  # what a rule worked out and others need too
    beschluesse: dict[str, Beschluss] = field(default_factory=dict)
    dateien: dict[str, str] = field(default_factory=dict)  # id of a decision → its file
    unlesbar: frozenset[str] = frozenset()
    anker: tuple[Anker, ...] = ()

    def personen(self) -> Iterator[tuple[Karte, Mitgliedschaft]]:
        """Everybody in every team, once for each place in a file."""
        return ((karte, person) for karte in self.teams.values() for person in karte.personen)

    def team(self, kuerzel: str) -> Team | None:
        """Give a whole team. Its file is read again, so ask only for the few teams that a rule needs."""
        if self.lesen is None or kuerzel not in self.teams:
            return None
        if ("team", kuerzel) not in self.gemerkt:
            reading = self.lesen(self.teams[kuerzel].file)
            self.gemerkt["team", kuerzel] = reading.model if reading else None
        team: Team | None = self.gemerkt["team", kuerzel]
        return team


@dataclass(frozen=True, slots=True)
class NetzFault:
    """What a rule over the whole network yields: which file, where in it, and two sentences."""

    file: str
    path: DataPath
    message: str
    help: str = ""
    level: Level | None = None  # None: the level of the rule
    also: str = ""  # the other file that has a part in it: whoever changes that one must see this too
    span: Span | None = None  # where the file is not one of data, but for example an anchor
    also_path: DataPath | None = None  # where in the other file, if the same can be said from there

    def seen_by(self, wanted: Callable[[str], bool]) -> NetzFault:
        """Give the fault as it looks from the other file, where only that one is wanted."""
        if self.also_path is None or wanted(self.file) or not wanted(self.also):
            return self
        message, remedy = (text.replace(self.also, self.file) for text in (self.message, self.help))
        return replace(
            self, file=self.also, path=self.also_path, also=self.file, also_path=self.path, message=message, help=remedy
        )
