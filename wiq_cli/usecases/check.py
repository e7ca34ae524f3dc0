"""Check a network: every finding of every file in one run, sorted, the same each time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.ausnahme import Ausnahme, exceptions, unused
from wiq_cli.domain.errors import ExitCode, Unreadable
from wiq_cli.domain.finding import WHOLE_FILE, Finding, Level, field_name
from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.karte import Karte, karte
from wiq_cli.domain.rahmen import Netz, Rahmen
from wiq_cli.rules import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wiq_cli.domain.anker import Anker
    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.check_privacy import Texts

PLAIN_START = re.compile(r"[ -]*(?:[a-z_]+: *)?")  # indentation, dashes and the key before a value
LOOKS_PRIVATE = re.compile(  # an address; many digits that are no date
    r"@|(?<![0-9-])(?![0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))\+?[0-9][0-9 /()-]{6,}[0-9]"
)
Mark = tuple[str, str, str, int]  # rule, file, place in the data, n-th of its kind


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    findings: tuple[Finding, ...]
    files: int = 0
    strict: bool = False
    known: int = 0  # findings left out because the baseline knows them

    def count(self, level: Level) -> int:
        return sum(one.level is level for one in self.findings)

    @property
    def exit_code(self) -> ExitCode:
        """Only errors change it, unless strict: a team with gaps must pass a commit hook."""
        return ExitCode.FINDINGS if self.count(Level.ERROR) or (self.strict and self.findings) else ExitCode.FINE


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings somebody wants to see."""

    only: Callable[[str], bool]  # the files that were asked for
    select: tuple[str, ...] = ()  # ids or beginnings of ids; empty: all
    ignore: tuple[str, ...] = ()
    baseline: frozenset[Mark] = frozenset()  # what is known already
    strict: bool = False

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding is shown: in a file that was asked for, or with a part in one."""
        here = self.only(finding.file) or (bool(finding.also) and self.only(finding.also))
        return here and self.wants_rule(finding.rule)

    def wants_rule(self, rule: str) -> bool:
        """Whether findings of a rule are shown at all."""
        return (not self.select or rule.startswith(self.select)) and not (self.ignore and rule.startswith(self.ignore))


@dataclass(slots=True)
class Check:
    """Collects findings file by file, so that a large network never lies in memory as a whole."""

    rahmen: Rahmen
    texts: Texts | None = None  # None: nobody asked what is private
    only: Callable[[str], bool] = lambda _: True  # the files whose own findings anybody wants to see
    wanted: Callable[[str], bool] | None = None  # the rules
    findings: list[Finding] = field(default_factory=list)
    _files: list[str] = field(default_factory=list)
    _karten: dict[str, Karte] = field(default_factory=dict)
    _beschluesse: dict[str, Beschluss] = field(default_factory=dict)
    _dateien: dict[str, str] = field(default_factory=dict)
    _unlesbar: set[str] = field(default_factory=set)
    _unklar: dict[str, frozenset[DataPath]] = field(default_factory=dict)
    _anker: list[Anker] = field(default_factory=list)
    _ausnahmen: list[Ausnahme] = field(default_factory=list)

    def add(self, kind: str, outcome: Reading[Any] | Unreadable) -> None:
        """Take in one file of a kind that rules look at: ``netzwerk``, ``regeln``, ``freigaben``, ``team`` or ``beschluss``."""
        self._files.append(_file_of(outcome))
        self.findings.extend(outcome.findings)
        if not isinstance(outcome, Unreadable):
            if self.texts:
                self.texts.add(kind, outcome.source)
            if not self.only(outcome.source.file):
                return
            self.findings.extend(engine.run(kind, outcome, self.rahmen, self.wanted))
            for one in exceptions(outcome.source, frozenset(engine.rule_files())) if outcome.source.remarks else ():
                (self._ausnahmen if isinstance(one, Ausnahme) else self.findings).append(one)  # type: ignore[arg-type]

    def add_freigaben(self, outcome: Reading[Freigaben] | Unreadable) -> None:
        """Take in the exceptions of the search for private values; they come first."""
        if self.texts and not isinstance(outcome, Unreadable):
            self.texts.add_freigaben(outcome)
        self.add("freigaben", outcome)

    def add_teams(self, teams: Iterable[tuple[str, Reading[Team] | Unreadable]]) -> None:
        """Take in all teams."""
        for kuerzel, outcome in teams:
            self.add("team", outcome)
            if isinstance(outcome, Unreadable) or outcome.model is None:
                self._unlesbar.add(kuerzel)
            elif kuerzel in self._karten:
                message = f"Dieses Kürzel hat schon die Datei {self._karten[kuerzel].file}."
                remedy = "Führ beide Dateien zusammen oder benenn eine um."
                self.findings.append(
                    Finding(outcome.source.file, WHOLE_FILE, "WIQ901", Level.ERROR, (), message, remedy)
                )
            else:
                self._karten[kuerzel] = karte(kuerzel, outcome.source.file, outcome.model)

    def add_beschluesse(self, beschluesse: Iterable[tuple[str, Reading[Beschluss] | Unreadable]]) -> None:
        """Take in all decisions."""
        for name, outcome in beschluesse:
            self.add("beschluss", outcome)
            if isinstance(outcome, Unreadable) or outcome.model is None:
                self._dateien.setdefault(name, _file_of(outcome))
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
            if outcome.settled:
                self._unklar[name] = outcome.settled
            self._dateien[name] = outcome.source.file

    def add_anker(self, anker: Iterable[Anker | Unreadable]) -> None:
        """Take in the anchors: what was sealed up to which month."""
        for one in anker:
            if isinstance(one, Unreadable):
                self.findings.extend(one.findings)
            else:
                self._anker.append(one)

    def netz(self) -> Netz:
        """Give the whole network as far as it was taken in."""
        unreadable, anchors = frozenset(self._unlesbar), tuple(self._anker)
        return Netz(
            self.rahmen, self._karten, self._beschluesse, self._dateien, unreadable, anchors, unklar=self._unklar
        )

    def report(self, read_again: Callable[[str], Reading[Any] | None], selection: Selection) -> Report:
        """Look across all files and give the result, reduced to what was asked for."""
        netz = self.netz()
        private = self.texts.findings(read_again, self.rahmen.heute) if self.texts else ()
        across = engine.run_netz(netz, read_again, selection.only, self.wanted)
        found = self._allowed({*self.findings, *across, *private}, selection)
        wanted = [one for one in found if selection.concerns(one)]
        ordered = _said_once(sorted(wanted, key=Finding.sort_key))
        new = [one for one, mark in zip(ordered, marks(ordered), strict=True) if mark not in selection.baseline]
        return Report(tuple(new), sum(map(selection.only, self._files)), selection.strict, len(ordered) - len(new))

    def private_words(self) -> frozenset[str]:
        """Give every word of everybody's name, folded; to keep them out of what is shown."""
        names = (person.name for karte in self._karten.values() for person in karte.personen if person.name)
        return frozenset(word.casefold() for name in names for word in re.findall(r"\w+", name))

    def _allowed(self, found: set[Finding], selection: Selection) -> set[Finding]:
        """Leave out what an exception in its file allows; add the exceptions that allow nothing."""
        by_rule: dict[tuple[str, str], list[Finding]] = {}
        for finding in sorted(found, key=lambda finding: finding.span.line):
            by_rule.setdefault((finding.file, finding.rule), []).append(finding)
        allowed: set[Finding] = set()
        needless: set[Finding] = set()
        for one in self._ausnahmen:
            about = by_rule.get((one.file, one.rule), [])
            first = bisect_left(about, one.first, key=lambda finding: finding.span.line)
            behind = bisect_right(about, one.last, key=lambda finding: finding.span.line)
            allowed.update(about[first:behind])
            if first == behind and selection.wants_rule(one.rule):
                needless.add(unused(one))
        return (found - allowed) | needless


def _said_once(findings: Sequence[Finding]) -> list[Finding]:
    """Say the same sentence about the same place once: fourteen dates in one line lack their time together."""
    once: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        once.setdefault((one.file, one.span, one.rule, one.message, one.help), one)
    return list(once.values())


def marks(findings: Sequence[Finding]) -> list[Mark]:
    """Give each finding a mark that tells it from the others and does not move with the lines."""
    seen: Counter[tuple[str, str, str]] = Counter()
    given = []
    for one in findings:
        mark = (one.rule, one.file, field_name(one.path))
        seen[mark] += 1
        given.append((*mark, seen[mark]))
    return given


def _file_of(outcome: Reading[Any] | Unreadable) -> str:
    return outcome.findings[0].file if isinstance(outcome, Unreadable) else outcome.source.file


def model_of(outcome: Reading[Any] | Unreadable) -> Any:
    """Give what could be read of a file, None where it could not be read at all."""
    return None if isinstance(outcome, Unreadable) else outcome.model


def unclear_places(outcome: Reading[Any] | Unreadable) -> Iterator[DataPath]:
    """Give what nobody knows of one of the network's own files: the places that are wrong, or the whole file."""
    if isinstance(outcome, Unreadable) or outcome.model is None:
        yield (_file_of(outcome),)
    else:
        yield from ((outcome.source.file, *path) for path in outcome.settled)


def may_show_line(finding: Finding) -> bool:
    """Whether the source line of a finding may be shown: only where the place is known and meant for the public."""
    if finding.file.startswith("beschluesse/") or finding.rule.startswith(("WIQ00", "WIQ01", "WIQ2")):
        return False
    return bool(finding.path) and not is_intern(finding.path)


def harmless_part(line: str, finding: Finding, private: frozenset[str]) -> tuple[str, str] | None:
    """Give what may be shown of a source line: the key before the entry and the entry, no comment and no neighbour.

    ``private`` holds the folded words of everybody's names. What looks like an address or a number is never shown.
    """
    span = finding.span
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, value = line[: span.column - 1], line[span.column - 1 : end]
    if LOOKS_PRIVATE.search(value) or private & {word.casefold() for word in re.findall(r"\w+", value)}:
        return None
    return before if PLAIN_START.fullmatch(before) else "… ", value


def stray(file: str, meant: str = "") -> Finding:
    """Say that a file lies or is spelt so that nobody reads it."""
    places = (
        "Teams liegen als teams/….yaml, Beschlüsse als beschluesse/<kuerzel>/<jahr>/….yaml. Verschieb oder lösch sie."
    )
    remedy = f"Gemeint ist vermutlich {meant}. Verschieb sie dorthin oder lösch sie." if meant else places
    return Finding(file, WHOLE_FILE, "WIQ909", Level.ERROR, (), "Diese Datei liest wiq hier nicht.", remedy)


def foreign(file: str) -> Finding:
    """Say that a file of another kind lies where only the files of the network belong."""
    remedy = "Hierher gehören nur .yaml-Dateien. Übertrag, was darin steht, und leg sie woanders hin."
    return Finding(file, WHOLE_FILE, "WIQ909", Level.WARNING, (), "Diese Datei liest wiq nicht.", remedy)
