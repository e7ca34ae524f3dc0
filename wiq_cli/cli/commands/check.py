from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import colour_wanted, is_terminal, next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format
from wiq_cli.cli.settings import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.domain.finding import Finding
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.check import Check, Report

app = GermanTyper()


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PFAD …]", help="Dateien oder Ordner. Ohne Angabe alles.")
    ] = None,
    fmt: Format = "text",
) -> int:
    """Prüft die Dateien des Netzwerks und sagt, was wo zu tun ist."""
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up

    named = [Path(path) for path in paths or []]
    ordner = _network_of(named)
    only, extra = _selection(ordner, named)
    collected = _collect(ordner, extra)
    report = collected.report(ordner.read_again, only)
    _show(report, ordner, fmt)
    if not named and not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return int(report.exit_code) or ExitCode.NOTHING
    if report.findings:
        next_step(f"wiq explain {report.findings[0].rule}")
    return report.exit_code


def _network_of(named: list[Path]) -> Netzordner:
    """Give the network around the current folder, or around the first file that was named."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.files.netz import Netzordner, find_root  # noqa: PLC0415  # start-up

    try:
        return open_network()
    except NothingToDo:
        if settings().root or not named:
            raise
        return Netzordner(find_root(named[0].parent))


def _selection(ordner: Netzordner, named: list[Path]) -> tuple[Callable[[str], bool], list[Path]]:
    """Give which findings are wanted, and which named files lie at no known place and are checked as teams."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up

    if not named:
        return lambda _: True, []
    for path in named:
        if not os.path.lexists(path):
            raise NothingToDo(f"{path} gibt es nicht. Prüf den Namen.")
    folders = tuple(ordner.name_of(path).removesuffix("/") + "/" for path in named if path.is_dir())
    everything = "./" in folders
    files = {ordner.name_of(path) for path in named if not path.is_dir()}
    known = {ordner.name_of(path) for path in ordner.all_paths()}
    extra = [path for path in named if not path.is_dir() and ordner.name_of(path) not in known]
    if not files and not everything and not any(name.startswith(folders) for name in known):
        raise NothingToDo("In diesem Ordner liegt keine Datei des Netzwerks.")
    return lambda file: everything or file in files or file.startswith(folders), extra


def _collect(ordner: Netzordner, extra: list[Path]) -> Check:
    """Read everything that belongs to the network."""
    from wiq_cli.domain.netzwerk import Netzwerk  # noqa: PLC0415  # start-up
    from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
    from wiq_cli.domain.regeln import Regeln  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import Check, model_of  # noqa: PLC0415  # start-up

    settings_file = ordner.attempt(Netzwerk, ordner.root / "wiq.yaml")
    rules_file = ordner.attempt(Regeln, ordner.regeln_path)
    netzwerk = model_of(settings_file) or Netzwerk(name="–")
    regeln = model_of(rules_file) or ordner.shipped_regeln
    collected = Check(Rahmen(netzwerk, regeln, today(netzwerk.zeitzone)))
    collected.add("netzwerk", settings_file)
    if ordner.has_own_regeln:
        collected.add("regeln", rules_file)
    collected.add_teams(ordner.teams())
    collected.add_beschluesse(ordner.beschluesse())
    for path in extra:
        collected.add("team", ordner.attempt(Team, path))
    return collected


def _show(report: Report, ordner: Netzordner, fmt: str) -> None:
    if fmt == "json":
        from wiq_cli.report import findings_json  # noqa: PLC0415  # start-up

        out(findings_json.document(report))
        return
    from wiq_cli.report import findings_text  # noqa: PLC0415  # start-up

    if is_terminal(sys.stdout):
        from wiq_cli.rules.engine import rule  # noqa: PLC0415  # start-up

        shown = findings_text.full(report, lambda one: rule(one).title, _excerpts(ordner), colour=colour_wanted())
        out(shown)
    else:
        out(findings_text.plain(report))
    note(findings_text.summary(report))


def _excerpts(ordner: Netzordner) -> Callable[[Finding], str | None]:
    """Give the source line of a finding where it may be shown: a public field, read without fault, not in CI."""
    from wiq_cli.usecases.check import may_show_line  # noqa: PLC0415  # start-up

    lines: dict[str, list[str]] = {}

    def excerpt(finding: Finding) -> str | None:
        if os.environ.get("CI") or not may_show_line(finding):
            return None
        if finding.file not in lines:
            reading = ordner.read_again(finding.file)
            lines[finding.file] = reading.source.lines() if reading else []
        found = lines[finding.file]
        return found[finding.span.line - 1] if finding.span.line <= len(found) else None

    return excerpt
