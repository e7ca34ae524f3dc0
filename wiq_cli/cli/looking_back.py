"""One run of ``wiq publish --look-back``: it reads the site and the network, and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.cli.console import note, out
from wiq_cli.domain.errors import ExitCode, NothingToDo
from wiq_cli.files.site import MANIFEST, Site
from wiq_cli.files.sources import Sources
from wiq_cli.report import look_back as report
from wiq_cli.report.publication import as_json
from wiq_cli.report.unread import UNPROVEN, UNREAD
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import prove
from wiq_cli.scan.types import CannotScan, Scalar
from wiq_cli.usecases import publication
from wiq_cli.usecases.look_back import look_back
from wiq_cli.usecases.publication import Outcome
from wiq_cli.usecases.publish import heirs, read_manifest, team_of_page, withdrawn
from wiq_cli.usecases.release import freed_on_pages, terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner


def looking_back(ordner: Netzordner, target: Path, today: Callable[[str], date], fmt: str) -> int:
    """Say what of the site must come down today. Raises ``NothingToDo`` where there is no site."""
    site = Site(target, ordner.root)
    names = site.names()
    if not names:
        raise NothingToDo(f"Im Ordner {site.target.name} liegt keine Seite. Nenn mit --out den Ordner der Seiten.")
    sources = Sources(ordner)
    sources.read()
    heute = today(sources.zone)
    scalars = [Scalar(*one) for one in sources.texts()]
    needles = collect(scalars, heute)
    if held := terms(sources.freigaben, scalars, heute):
        needles = freed_on_pages(needles, held, sources.kuerzel)
    try:
        prove(needles)
    except CannotScan as error:
        raise NothingToDo(UNPROVEN[error.reason]) from None
    owners = heirs(sources.whole_teams)
    pages = ((name, site.read(name), owners.get(team := team_of_page(name) or "", team) or None) for name in names)
    result = look_back(needles, pages, scalars)
    before = read_manifest(site.read(MANIFEST).decode("utf-8", "replace"))
    gone = withdrawn(before, sources.kuerzel, sources.teams, heute).teams if before else ()
    leaks = (
        publication.leck(one.team, one.file, one.path, one.kind, one.output, sources.line_of) for one in result.leaks
    )
    outcome = Outcome(removed=tuple(sorted(gone)), leaks=tuple(dict.fromkeys(leaks)))
    out(as_json(outcome) if fmt == "json" else report.as_text(outcome))
    for name, reason in result.unread:
        note(f"Nicht geprüft: {name}: {UNREAD[reason]}")
    unread = _unread(ordner, scalars)
    if unread:
        note(f"Nicht lesbar: {', '.join(unread)}. Nach dem, was darin steht, konnte ich nicht suchen.")
    return _say(outcome, len(names), whole=not (unread or result.unread))


def _say(outcome: Outcome, files: int, *, whole: bool) -> int:
    if outcome.leaks or outcome.removed:
        note("Das darf heute nicht mehr öffentlich sein. Starte „wiq publish“: Zurückgezogenes verschwindet damit.")
        note("Was dann noch da ist, schreib um. Denk auch an Kopien: Suchmaschinen, Archive, Newsletter.")
        return ExitCode.FINDINGS
    if not whole:
        return ExitCode.NOTHING
    note(f"{files} Dateien geprüft. Alles darf öffentlich bleiben.")
    return ExitCode.FINE


def _unread(ordner: Netzordner, scalars: list[Scalar]) -> list[str]:
    """Name the files of the network that could not be read."""
    read = {one.file for one in scalars}
    return [name for path in ordner.all_paths() if (name := ordner.name_of(path)) not in read]
