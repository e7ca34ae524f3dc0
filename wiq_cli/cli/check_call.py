"""What ``wiq check`` does, whoever understood the call: the command line, or the short way for the calls that are made most."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.cli import checking
from wiq_cli.cli.console import SHOWN_AT_MOST, colour_wanted, columns, is_terminal, next_step, note, out, whole_lines
from wiq_cli.domain.errors import ExitCode
from wiq_cli.usecases.check import Report, Selection
from wiq_cli.usecases.explain import chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.files.netz import Netzordner

FOR_EYES = ("text", "concise")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to know of a network. What the options mean says the command line."""

    paths: Sequence[str] = ()
    fmt: str = "text"
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    changed: str | None = None
    staged: bool = False
    strict: bool = False
    show_all: bool = False
    baseline: str | None = None
    update: str | None = None
    stdin_as: str | None = None
    fix: bool = False
    dry_run: bool = False
    no_cache: bool = False

    @property
    def depends_on_more(self) -> bool:
        """Whether the answer depends on more than the call, the day and the files of the network."""
        others = (self.changed, self.baseline, self.update, self.stdin_as)
        return self.staged or self.fix or any(one is not None for one in others)


def check(asked: Asked) -> int:
    """Check the files of a network and say what is to be done where."""
    wanted = chosen(asked.select), chosen(asked.ignore)
    named = [Path(path) for path in asked.paths]
    ordner = checking.network_of(named, staged=asked.staged)
    if asked.staged and not asked.fix and asked.changed is None and checking.is_nothing_staged(ordner, named):
        if asked.fmt not in FOR_EYES:
            out(_document(Report(()), asked.fmt))
        return ExitCode.FINE
    named = checking.with_standard_input(ordner, named, asked.stdin_as)
    only, extra = checking.chosen(ordner, named, asked.changed, staged=asked.staged, writing=asked.fix)
    unmended = ExitCode.FINE
    if asked.fix or asked.dry_run:
        from wiq_cli.cli import fixing  # noqa: PLC0415  # start-up

        unmended = fixing.fix_before_check(ordner, only, extra, fix=asked.fix, dry_run=asked.dry_run)
        if asked.dry_run:
            return unmended
    memo = None if asked.depends_on_more or asked.no_cache else checking.memo_of(ordner, named)
    known = checking.read_baseline(Path(asked.baseline) if asked.baseline else None)
    selection = Selection(only, *wanted, known, asked.strict)
    collected = checking.collect(ordner, extra, selection)
    report = collected.report(ordner.read_again, selection)
    if asked.update is not None:
        from wiq_cli.files.private_files import refuse_own  # noqa: PLC0415  # start-up

        refuse_own(Path(asked.update), ordner.root)
        checking.write_baseline(Path(asked.update), report)
        note(f"{len(report.findings)} Befunde stehen jetzt als bekannt in {Path(asked.update).name}.")
        return ExitCode.FINE
    _show(report, ordner, collected.private_words(), asked.fmt, show_all=asked.show_all)
    _say_rhythms(ordner, named if asked.fmt == "text" else [], collected.rahmen)
    for name in sorted({str(place[0]) for place in collected.rahmen.unklar}):
        if not only(name):
            note(f"{name} ist nicht in Ordnung, deshalb schweigen manche Regeln. Sieh nach: wiq check {name}")
    if not named and not asked.staged and not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return int(report.exit_code) or ExitCode.NOTHING
    if memo and not report.findings and not collected.rahmen.unklar and not _has_one_reader(named):
        from wiq_cli.report.findings_text import summary  # noqa: PLC0415  # start-up

        checking.remember(
            memo, whole_lines(_document(report, asked.fmt)), whole_lines(summary(report)), collected.rahmen
        )
    return report.exit_code or unmended


def _has_one_reader(named: list[Path]) -> bool:
    """Whether a person looks at one file."""
    return len(named) == 1 and is_terminal(sys.stdout)


def _say_rhythms(ordner: Netzordner, named: list[Path], rahmen: Rahmen) -> None:
    """Tell a person who checks one file how wiq reads its rhythm."""
    if _has_one_reader(named):
        for line in checking.rhythms_in_words(ordner, named[0], rahmen):
            note(line)


def _document(report: Report, fmt: str) -> str:
    module = import_module(f"wiq_cli.report.findings_{'concise' if fmt == 'text' else fmt}")
    return str(module.document(report))


def _show(report: Report, ordner: Netzordner, private: frozenset[str], fmt: str, *, show_all: bool) -> None:
    from wiq_cli.domain.finding import Level  # noqa: PLC0415  # start-up
    from wiq_cli.report import findings_text  # noqa: PLC0415  # start-up

    if fmt == "text" and is_terminal(sys.stdout):
        from wiq_cli.rules.engine import rule  # noqa: PLC0415  # start-up

        limit = None if show_all else SHOWN_AT_MOST
        fit, colour = columns(), colour_wanted()
        lines = checking.excerpts(ordner, private)
        out(findings_text.full(report, lambda one: rule(one).title, lines, columns=fit, colour=colour, limit=limit))
    else:
        out(_document(report, fmt))
    note(findings_text.summary(report))
    if report.findings:
        next_step(f"wiq explain {min(report.findings, key=lambda one: list(Level).index(one.level)).rule}")
