from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun, read_path
from wiq_cli.cli.settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

app = GermanTyper()


@app.command()
def init(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[ORDNER]", parser=read_path, help="Wo das Netzwerk liegen soll. Ohne Angabe hier."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help="Name des Netzwerks. Sonst heißt es wie der Ordner.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT", help="Stadt oder Gemeinde.")] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state", metavar="KÜRZEL", help="Bundesland, zum Beispiel SN. Danach richten sich die Feiertage."
        ),
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", metavar="DOMAIN", help="Domain der Verteileradressen.")
    ] = None,
    carrier: Annotated[
        str | None, typer.Option("--carrier", metavar="TEXT", help="Name der Trägerorganisation.")
    ] = None,
    privacy: Annotated[
        str | None, typer.Option("--privacy", metavar="LINK", help="Link zur Datenschutzerklärung.")
    ] = None,
    imprint: Annotated[str | None, typer.Option("--imprint", metavar="LINK", help="Link zum Impressum.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Legt ein neues Netzwerk an."""
    from wiq_cli.cli.generated import generated_files  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.new_folder import write_files  # noqa: PLC0415  # start-up
    from wiq_cli.files.root import MARKER  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.new_network import HOOKS  # noqa: PLC0415  # start-up

    folder = settings().root or "." if folder is None else folder
    if not folder.strip():
        raise WrongCall("Der Ordner hat keinen Namen. Nenn einen, oder lass die Angabe weg.")
    if name is not None and not name.strip():
        raise WrongCall("--name: Hier steht nichts. Ohne die Option heißt das Netzwerk wie der Ordner.")
    root = Path(os.path.abspath(folder))  # noqa: PTH100  # takes out "..", keeps links as the user sees them
    _refuse_neighbours(root)
    answers = {
        "name": name or root.name or "Mein Netzwerk", "ort": place, "bundesland": state, "domain": domain,
        "traeger": carrier, "datenschutz": privacy, "impressum": imprint,
    }  # fmt: skip
    files = {**dict(_files(answers)), **generated_files()}
    _refuse_faults(files["wiq.yaml"])
    kept = [name for name in files if os.path.lexists(root / name)]
    new = {name: text for name, text in files.items() if name not in kept}
    if not dry_run:
        # what makes a folder a network comes last: a call that was cut off can be made again
        write_files(root, dict(sorted(new.items(), key=lambda one: one[0] == MARKER)), HOOKS)
    out("\n".join(new))
    for file in kept:
        note(f"{file} gab es schon. Die Datei bleibt, wie sie ist.")
    if not dry_run:
        if kept:
            note("Ob das zu wiq passt, sagt dir dort: wiq doctor")
        _repository(root)
        next_step("wiq new-team" if root == Path.cwd() else f"cd {shlex.quote(folder)}; wiq new-team")


def _refuse_neighbours(root: Path) -> None:
    """Refuse a folder that is a network or lies in one: every command would find the wrong one."""
    from wiq_cli.domain.errors import NothingToDo, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.netz import find_root  # noqa: PLC0415  # start-up

    try:
        outer = find_root(root)
    except NothingToDo:
        return
    if outer == root:
        raise WrongCall("Hier liegt schon ein Netzwerk (wiq.yaml). Es wurde nichts geändert.")
    raise WrongCall(
        f"Dieser Ordner liegt schon in einem Netzwerk: {outer}. Nimm einen Ordner außerhalb. Es wurde nichts geändert."
    )


def _repository(root: Path) -> None:
    """Make the folder a git repository, and say what is still to do."""
    from wiq_cli.files import git as clone  # noqa: PLC0415  # start-up
    from wiq_cli.files.doctor import prefix  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import DRIVER, DRIVER_KEY, INSTALL_GIT, switch_on  # noqa: PLC0415  # start-up

    if clone.git(root, "--version") is None:
        note(f"git ist hier nicht eingerichtet. Ohne git hält nichts frühere Fassungen fest. Das hilft: {INSTALL_GIT}")
        note(f"Danach hier: git init && {switch_on()}")
        return
    if clone.in_work_tree(root):
        note("Der Ordner gehört schon zu einem git-Repository. Halte es privat: Hier stehen bald Namen und Adressen.")
    elif clone.start_repository(root):
        note("Ein git-Repository ist angelegt. Halte es privat: Hier stehen bald Namen und Adressen.")
    else:
        note("git konnte hier kein Repository anlegen. Sieh nach, was es sagt: git init")
    clone.switch_on(root, DRIVER_KEY, DRIVER)  # where that fails, doctor says so
    note(f"Vor jedem Commit prüfen? Schalte es hier ein: {switch_on(prefix(root))}")


def _files(answers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every file of a new network with its text."""
    from wiq_cli import resources  # noqa: PLC0415  # start-up
    from wiq_cli.files.emit import dump  # noqa: PLC0415  # start-up
    from wiq_cli.render.scaffold import render_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.new_network import STARTING_FILES, settings_sections  # noqa: PLC0415  # start-up

    shipped = resources.folder("templates") / "netz"
    parts = [
        {"kommentar": hint, "yaml": dump({key: value}).rstrip()} for key, hint, value in settings_sections(answers)
    ]
    yield "wiq.yaml", render_text("wiq.yaml.j2", [shipped], {"abschnitte": parts})
    for file, template in STARTING_FILES.items():
        yield file, (shipped / template).read_text(encoding="utf-8")


def _refuse_faults(text: str) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.finding import field_name  # noqa: PLC0415  # start-up
    from wiq_cli.domain.netzwerk import Netzwerk  # noqa: PLC0415  # start-up
    from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.new_network import OPTIONS  # noqa: PLC0415  # start-up

    found = read(Netzwerk, parse(text, "wiq.yaml")).findings
    if found:
        said = ((OPTIONS.get(field_name(one.path[:1]), field_name(one.path)), one.message, one.help) for one in found)
        raise WrongCall("\n".join(f"{option}: {message} {remedy}".rstrip() for option, message, remedy in said))
