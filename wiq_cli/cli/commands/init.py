from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Iterator

app = GermanTyper()


@app.command()
def init(
    folder: Annotated[str, typer.Argument(metavar="[ORDNER]", help="Wo das Netzwerk liegen soll.")] = ".",
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
    from wiq_cli.cli.generated import generated_files, write_generated  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import write_new  # noqa: PLC0415  # start-up
    from wiq_cli.files.git import start_repository  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.doctor import OWN_HOOKS  # noqa: PLC0415  # start-up

    root = Path(folder).absolute()
    if (root / "wiq.yaml").exists():
        raise WrongCall("Hier liegt schon ein Netzwerk (wiq.yaml). Es wurde nichts geändert.")
    answers = {
        "name": name or root.name or "Mein Netzwerk", "ort": place, "bundesland": state, "domain": domain,
        "traeger": carrier, "datenschutz": privacy, "impressum": imprint,
    }  # fmt: skip
    files, own = dict(_files(answers)), generated_files()
    _refuse_faults(files["wiq.yaml"])
    kept = [name for name in (*files, *own) if (root / name).exists()]
    if not dry_run:
        _private_folder(root)
    for file, text in (files | own).items():
        if file in kept:
            continue
        out(file)
        if not dry_run:
            (write_generated if file in own else write_new)(root / file, text)
    for file in kept:
        note(f"{file} gab es schon. Die Datei bleibt, wie sie ist.")
    if not dry_run:
        if start_repository(root):
            note("Ein git-Repository ist angelegt. Halte es privat: Hier stehen bald Namen und Adressen.")
        note(f"Vor jedem Commit prüfen? Schalte es hier ein: {OWN_HOOKS}")
        next_step(f"cd {folder}; wiq new-team" if folder != "." else "wiq new-team")


def _private_folder(root: Path) -> None:
    """Make the folder so that other users of this machine do not get in: names and addresses will stand here."""
    from wiq_cli.domain.errors import WrongCall, reason  # noqa: PLC0415  # start-up

    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        if not root.exists():
            root.mkdir(mode=0o750)
    except OSError as error:
        raise WrongCall(f"Der Ordner {root.name} lässt sich nicht anlegen: {reason(error)}.") from None


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
        said = ((OPTIONS.get(field_name(one.path), field_name(one.path)), one.message, one.help) for one in found)
        raise WrongCall("\n".join(f"{option}: {message} {remedy}".rstrip() for option, message, remedy in said))
