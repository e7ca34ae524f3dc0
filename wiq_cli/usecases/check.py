"""Check a network: every finding of every file in one run, sorted, the same each time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import ExitCode, Unreadable
from wiq_cli.domain.finding import WHOLE_FILE, Finding, Level
from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.karte import Karte, karte
from wiq_cli.domain.rahmen import Netz, Rahmen
from wiq_cli.rules import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    findings: tuple[Finding, ...]
    files: int

    def count(self, level: Level) -> int:
        return sum(one.level is level for one in self.findings)

    @property
    def exit_code(self) -> ExitCode:
        """Only errors change it: a team with gaps must pass a commit hook."""
        return ExitCode.FINDINGS if self.count(Level.ERROR) else ExitCode.FINE


@dataclass(slots=True)
class Check:
    """Collects findings file by file, so that a large network never lies in memory as a whole."""

    rahmen: Rahmen
    findings: list[Finding] = field(default_factory=list)
    _files: list[str] = field(default_factory=list)
    _karten: dict[str, Karte] = field(default_factory=dict)
    _beschluesse: dict[str, Beschluss] = field(default_factory=dict)
    _dateien: dict[str, str] = field(default_factory=dict)
    _unlesbar: set[str] = field(default_factory=set)

    def add(self, kind: str, outcome: Reading[Any] | Unreadable) -> None:
        """Take in one file of a kind that rules look at: ``netzwerk``, ``regeln``, ``team`` or ``beschluss``."""
        self._files.append(_file_of(outcome))
        self.findings.extend(outcome.findings)
        if not isinstance(outcome, Unreadable):
            self.findings.extend(engine.run(kind, outcome, self.rahmen))

    def add_teams(self, teams: Iterable[tuple[str, Reading[Team] | Unreadable]]) -> None:
        """Take in all teams."""
        for kuerzel, outcome in teams:
            self.add("team", outcome)
            if isinstance(outcome, Unreadable) or outcome.model is None:
                self._unlesbar.add(kuerzel)
            else:
                self._karten[kuerzel] = karte(kuerzel, outcome.source.file, outcome.model)

    def add_beschluesse(self, beschluesse: Iterable[tuple[str, Reading[Beschluss] | Unreadable]]) -> None:
        """Take in all decisions."""
        for name, outcome in beschluesse:
            self.add("beschluss", outcome)
            if isinstance(outcome, Unreadable) or outcome.model is None:
                continue
            if name in self._beschluesse:  # only one of two files of this name can lie in the right folder
                file, other = outcome.source.file, self._dateien[name]
                message, remedy = (
                    f"Einen Beschluss mit diesem Namen gibt es schon: {other}.",
                    "Behalt eine der Dateien.",
                )
                self.findings.append(Finding(file, WHOLE_FILE, "WIQ441", Level.ERROR, (), message, remedy))
                continue
            self._beschluesse[name] = outcome.model
            self._dateien[name] = outcome.source.file

    def report(self, read_again: Callable[[str], Reading[Any] | None], only: Callable[[str], bool]) -> Report:
        """Look across all files and give the result, reduced to the files that were asked for."""
        netz = Netz(self.rahmen, self._karten, self._beschluesse, self._dateien, frozenset(self._unlesbar))
        found = {*self.findings, *engine.run_netz(netz, read_again)}
        return Report(
            tuple(sorted((one for one in found if only(one.file)), key=Finding.sort_key)), sum(map(only, self._files))
        )


def _file_of(outcome: Reading[Any] | Unreadable) -> str:
    return outcome.findings[0].file if isinstance(outcome, Unreadable) else outcome.source.file


def model_of(outcome: Reading[Any] | Unreadable) -> Any:
    """Give what could be read of a file, None where it could not be read at all."""
    return None if isinstance(outcome, Unreadable) else outcome.model


def may_show_line(finding: Finding) -> bool:
    """Whether the source line of a finding may be shown: only where the place is known and meant for the public."""
    if finding.file.startswith("beschluesse/") or finding.rule.startswith(("WIQ00", "WIQ01", "WIQ2")):
        return False
    return bool(finding.path) and not is_intern(finding.path)
