from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import columns, is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network
from wiq_cli.cli.options import Format, Preview
from wiq_cli.cli.settings import settings

if TYPE_CHECKING:
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.doctor import Installation, Ort

app = GermanTyper()
USUAL_ZONE = "Europe/Berlin"


@app.command()
def doctor(
    fmt: Format = "text",
    fix: Annotated[
        bool, typer.Option("--fix", help="Schreibt neu, was wiq selbst gehört: Schemata, Hooks, das Zusammenführen.")
    ] = False,
    dry_run: Preview = False,
) -> int:
    """Sieht nach, ob alles eingerichtet ist. Zu jedem Fehler steht der Befehl da, der hilft."""
    from wiq_cli.report import doctor as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import State, about_installation, about_network, exit_code  # noqa: PLC0415  # start-up

    if fix or dry_run:
        _rewrite(open_network().root, dry_run=dry_run)
        if dry_run:
            return 0
    ordner = _network()
    zone, fault = _zone(ordner)
    answers = list(about_installation(_installation(zone)))
    if ordner is not None:
        answers += about_network(_ort(ordner, fault))
    if fmt == "json":
        out(report.as_json(answers))
    else:
        out(report.as_table(answers, columns()) if is_terminal(sys.stdout) else report.as_lines(answers))
    open_ones = sum(one.state is State.MEND for one in answers)
    note(f"Zu tun: {open_ones}. Der Befehl, der hilft, steht jeweils dabei." if open_ones else "Alles in Ordnung.")
    return exit_code(answers)


def _network() -> Netzordner | None:
    """Find the network; outside of one only the installation is looked at."""
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up

    try:
        return open_network()
    except NothingToDo:
        if settings().root:
            raise
        return None


def _zone(ordner: Netzordner | None) -> tuple[str, str]:
    """Give the network's time zone, and what is wrong with the file it stands in."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    try:
        return (ordner.netzwerk.zeitzone if ordner else USUAL_ZONE), ""
    except Unreadable as error:
        return USUAL_ZONE, error.findings[0].message


def _installation(zone: str) -> Installation:
    from wiq_cli import __version__  # noqa: PLC0415  # start-up
    from wiq_cli.files import doctor as outside  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import Installation  # noqa: PLC0415  # start-up

    return Installation(
        wiq=__version__, in_path=outside.own_program(), folder=outside.program_folder(), python=outside.python_version(), libyaml=outside.has_libyaml(),
        zone=zone, zone_known=outside.knows_zone(zone), utf8=outside.speaks_utf8(), git=outside.git_version(),
    )  # fmt: skip


def _ort(ordner: Netzordner, fault: str) -> Ort:
    from wiq_cli.files import doctor as outside  # noqa: PLC0415  # start-up
    from wiq_cli.files.git import in_work_tree, is_shallow  # noqa: PLC0415  # start-up
    from wiq_cli.files.ignored import would_be_committed  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import ANCHOR, DRIVER_KEY, HOOK_IDS, HOOKS_FOLDER, MERGED_FILES, Ort, Remote  # noqa: PLC0415  # start-up

    root, domain = ordner.root, "" if fault else ordner.netzwerk.domain or ""
    remotes = {(name, outside.open_to_all(url), outside.shared_host(url)) for name, url in outside.remotes(root)}
    return Ort(
        fault=fault, in_git=in_work_tree(root) if outside.git_version() else None,
        foreign=outside.foreign_repository(root), hooks=outside.hooks_in_use(root, HOOK_IDS),
        own_hooks=_same(outside.hooks_folder(root), root / HOOKS_FOLDER), prefix=outside.prefix(root), config=outside.text_of(root / ".pre-commit-config.yaml"),
        stale=list(_stale(root)), writable=outside.may_write(root), open_to_others=outside.readable_by_others(root),
        remotes=[Remote(*one) for one in sorted(remotes)], own_author=outside.own_author(root, domain), domain=domain,
        site_tracked=would_be_committed(root, root / "site"), shallow=is_shallow(root), anchors_merge=outside.keeps_all_lines(root, ANCHOR),
        entries_merge=outside.asks_wiq(root, MERGED_FILES), driver=outside.setting(root, DRIVER_KEY), templates=_broken_templates(root),
    )  # fmt: skip


def _same(one: Path | None, other: Path) -> bool:
    return one is not None and one.resolve() == other.resolve()


def _stale(root: Path) -> dict[str, str]:
    from wiq_cli.cli.generated import generated_files  # noqa: PLC0415  # start-up
    from wiq_cli.files.doctor import text_of  # noqa: PLC0415  # start-up

    files = generated_files().items()
    return {name: text for name, text in files if text_of(root / name) != text or not _runs(root / name)}


def _runs(path: Path) -> bool:
    """Whether git would run a hook; every other file is fine as it is."""
    return path.parent.name != "hooks" or os.access(path, os.X_OK)


def _broken_templates(root: Path) -> str:
    from wiq_cli.domain.errors import NothingToDo  # noqa: PLC0415  # start-up
    from wiq_cli.files.vorlagen import read_vorlagen  # noqa: PLC0415  # start-up
    from wiq_cli.render.templates import Templates  # noqa: PLC0415  # start-up

    try:
        vorlagen = read_vorlagen(root)
        Templates(vorlagen.texts, vorlagen.own).check()
    except NothingToDo as error:
        return str(error).removesuffix(" Es wurde nichts veröffentlicht.")
    return ""


def _rewrite(root: Path, *, dry_run: bool) -> None:
    from wiq_cli.cli.generated import write_generated  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
    from wiq_cli.files.doctor import text_of  # noqa: PLC0415  # start-up

    for name, text in _stale(root).items():
        if dry_run:
            out(unified(text_of(root / name) or "", text, name))
        else:
            write_generated(root / name, text)
            note(f"Neu geschrieben: {name}")
    _switch_on_driver(root, dry_run=dry_run)


def _switch_on_driver(root: Path, *, dry_run: bool) -> None:
    """Let git ask wiq when two branches come together: a setting of the clone, no file carries it."""
    from wiq_cli.files.doctor import setting  # noqa: PLC0415  # start-up
    from wiq_cli.files.git import in_work_tree, switch_on  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import DRIVER, DRIVER_KEY  # noqa: PLC0415  # start-up

    if not in_work_tree(root) or setting(root, DRIVER_KEY) == DRIVER:
        return
    if dry_run or switch_on(root, DRIVER_KEY, DRIVER):
        note(
            f"{'Noch einzuschalten' if dry_run else 'Eingeschaltet'}: Zwei Zweige kommen Eintrag für Eintrag zusammen."
        )
