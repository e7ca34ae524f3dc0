from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import colour_wanted, columns, is_terminal, next_step, note, out, whole_lines
from wiq_cli.cli.german import GermanCommand, GermanTyper, choice
from wiq_cli.cli.options import edits

if TYPE_CHECKING:
    from typing import Any

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.check import Report

app = GermanTyper()
FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")
FOR_EYES = ("text", "concise")
SHOWN_AT_MOST = 50


class OptionalBase(GermanCommand):
    """Lets ``--changed`` stand alone: then it means the last commit."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for number, word in enumerate(args):
            if word == "--changed":
                base = args[number + 1] if number + 1 < len(args) else "-"
                alone = base.startswith("-") or Path(base).exists()
                args[number : number + (1 if alone else 2)] = [f"--changed={'HEAD' if alone else base}"]
                break
        return super().parse_args(ctx, args)


@app.command(cls=OptionalBase)
def check(  # noqa: PLR0913, PLR0917  # one parameter for each option
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PFAD …]", help="Dateien oder Ordner, - für die Standardeingabe. Ohne Angabe alles."),
    ] = None,
    fmt: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), parser=choice(*FORMATS), help="Form der Ausgabe.")
    ] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="REGEL", help="Nur diese Regeln, mit Komma mehrere, auch Anfänge wie WIQ1."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="REGEL", help="Ohne diese Regeln.")] = None,
    changed: Annotated[
        str | None,
        typer.Option("--changed", metavar="[STAND]", help="Nur was sich in git seit diesem Stand geändert hat."),
    ] = None,
    staged: Annotated[
        bool,
        typer.Option(
            "--staged", help="Nur was im nächsten Commit steht, so wie es vorgemerkt ist, und genannte Dateien."
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Auch Warnungen und Hinweise zählen als Fehler.")] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help=f"Zeigt alle Befunde, auch mehr als {SHOWN_AT_MOST}.")
    ] = False,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="DATEI", help="Lässt bekannte Befunde aus dieser Datei weg.")
    ] = None,
    update: Annotated[
        str | None,
        typer.Option("--write-baseline", metavar="DATEI", help="Schreibt alle Befunde als bekannt in diese Datei."),
    ] = None,
    stdin_as: Annotated[
        str | None, typer.Option("--as", metavar="DATEI", help="Für welche Datei die Standardeingabe steht.")
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", callback=edits, help="Bringt die Dateien erst in Form und verbessert eindeutige Schreibfehler."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was --fix ändern würde.")] = False,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Prüft auch dann neu, wenn sich seit der letzten Prüfung nichts geändert hat."),
    ] = False,
) -> int:
    """Prüft die Dateien des Netzwerks und sagt, was wo zu tun ist."""
    from wiq_cli.cli import checking  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import Report, Selection  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.explain import chosen  # noqa: PLC0415  # start-up

    wanted = chosen(select or ()), chosen(ignore or ())
    named = [Path(path) for path in paths or []]
    ordner = checking.network_of(named, staged=staged)
    if staged and not fix and changed is None and checking.is_nothing_staged(ordner, named):
        if fmt not in FOR_EYES:
            out(_document(Report(()), fmt))
        return ExitCode.FINE
    named = checking.with_standard_input(ordner, named, stdin_as)
    only, extra = checking.chosen(ordner, named, changed, staged=staged, writing=fix)
    unmended = ExitCode.FINE
    if fix or dry_run:
        from wiq_cli.cli import fixing  # noqa: PLC0415  # start-up

        unmended = fixing.fix_before_check(ordner, only, extra, fix=fix, dry_run=dry_run)
        if dry_run:
            return unmended
    depends = staged or fix or changed is not None or baseline is not None or update is not None or stdin_as is not None
    memo = None if depends or no_cache else checking.memo_of(ordner, named)
    known = checking.read_baseline(Path(baseline) if baseline else None)
    selection = Selection(only, *wanted, known, strict)
    collected = checking.collect(ordner, extra, selection)
    report = collected.report(ordner.read_again, selection)
    if update is not None:
        from wiq_cli.files.private_files import refuse_own  # noqa: PLC0415  # start-up

        refuse_own(Path(update), ordner.root)
        checking.write_baseline(Path(update), report)
        note(f"{len(report.findings)} Befunde stehen jetzt als bekannt in {Path(update).name}.")
        return ExitCode.FINE
    _show(report, ordner, collected.private_words(), fmt, show_all=show_all)
    _say_rhythms(ordner, named if fmt == "text" else [], collected.rahmen)
    for name in sorted({str(place[0]) for place in collected.rahmen.unklar}):
        if not only(name):
            note(f"{name} ist nicht in Ordnung, deshalb schweigen manche Regeln. Sieh nach: wiq check {name}")
    if not named and not staged and not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return int(report.exit_code) or ExitCode.NOTHING
    if memo and not report.findings and not collected.rahmen.unklar and not _has_one_reader(named):
        from wiq_cli.report.findings_text import summary  # noqa: PLC0415  # start-up

        checking.remember(memo, whole_lines(_document(report, fmt)), whole_lines(summary(report)), collected.rahmen)
    return report.exit_code or unmended


def _has_one_reader(named: list[Path]) -> bool:
    """Whether a person looks at one file."""
    return len(named) == 1 and is_terminal(sys.stdout)


def _say_rhythms(ordner: Netzordner, named: list[Path], rahmen: Rahmen) -> None:
    """Tell a person who checks one file how wiq reads its rhythm."""
    if _has_one_reader(named):
        from wiq_cli.cli.checking import rhythms_in_words  # noqa: PLC0415  # start-up

        for line in rhythms_in_words(ordner, named[0], rahmen):
            note(line)


def _document(report: Report, fmt: str) -> str:
    module = import_module(f"wiq_cli.report.findings_{'concise' if fmt == 'text' else fmt}")
    return str(module.document(report))


def _show(report: Report, ordner: Netzordner, private: frozenset[str], fmt: str, *, show_all: bool) -> None:
    from wiq_cli.domain.finding import Level  # noqa: PLC0415  # start-up
    from wiq_cli.report import findings_text  # noqa: PLC0415  # start-up

    if fmt == "text" and is_terminal(sys.stdout):
        from wiq_cli.cli.checking import excerpts  # noqa: PLC0415  # start-up
        from wiq_cli.rules.engine import rule  # noqa: PLC0415  # start-up

        limit = None if show_all else SHOWN_AT_MOST
        fit, colour = columns(), colour_wanted()
        lines = excerpts(ordner, private)
        out(findings_text.full(report, lambda one: rule(one).title, lines, columns=fit, colour=colour, limit=limit))
    else:
        out(_document(report, fmt))
    note(findings_text.summary(report))
    if report.findings:
        next_step(f"wiq explain {min(report.findings, key=lambda one: list(Level).index(one.level)).rule}")
