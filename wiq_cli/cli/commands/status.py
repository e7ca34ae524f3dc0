from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import colour_wanted, is_terminal, next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Output, format_option, read_path

if TYPE_CHECKING:
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.status import Overview
    from wiq_cli.usecases.status_look import Published

app = GermanTyper()
PAGE = "status.html.j2"
HISTORY = {
    "none": "Was git weiß, fehlt hier. Alter und Lebenszeichen kommen nur aus den Tagen in den Dateien.",
    "shallow": "git kennt hier nur die letzten Änderungen. Bitten sind vielleicht älter. Alles holt: git fetch --unshallow",
}


@app.command()
def status(
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEAM", help="Erklärt jede Anzeige für ein Team, und was zu tun ist.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Zeigt am Terminal auch in großen Netzwerken jedes Team.")
    ] = False,
    site: Annotated[
        str | None,
        typer.Option(
            "--site",
            metavar="ORDNER",
            parser=read_path,
            help="Wo die veröffentlichten Seiten liegen. Sonst: site im Netzwerk.",
        ),
    ] = None,
    fmt: Annotated[
        str,
        format_option(
            "text",
            "json",
            "html",
            help="Ausgabe für Menschen, für Programme oder als eine Seite. Sie ist nur für euch.",
        ),
    ] = "text",
    output: Output = None,
) -> int:
    """Zeigt, wie es jedem Team geht. Oben steht, wer jemanden braucht.

    Die Anzeigen kommen nur aus Tagen in den Dateien und aus git. Ab wann etwas auffällt, steht in wiq.yaml unter
    „schwellen“. Ein Commit, der viele Teams zugleich ändert, ist kein Lebenszeichen.
    """
    from wiq_cli.cli.commands.decide import store  # noqa: PLC0415  # start-up
    from wiq_cli.cli.seeing import Seeing  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
    from wiq_cli.files.versions import Versions  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.status import overview  # noqa: PLC0415  # start-up

    ordner = open_network()
    if not ordner.team_paths():
        note("Es gibt noch kein Team. Leg eines an: wiq new-team")
        return ExitCode.NOTHING
    only = None
    if why:
        from wiq_cli.cli.teams import team_path  # noqa: PLC0415  # start-up

        only = team_path(ordner, why)
    rahmen = Rahmen(ordner.netzwerk, ordner.regeln, today(ordner.netzwerk.zeitzone))
    with Versions(ordner.root, ordner.netzwerk.zeitzone) as versions:
        seeing = Seeing(ordner, versions, rahmen)
        beschluesse, broken = seeing.rulings()  # while git answers
        store.say_broken(broken)
        known = seeing.known(beschluesse, _published(ordner, Path(site) if site else ordner.root / "site"), only)
        found, history = overview(known, rahmen), versions.state
        seeing.save()
    text = _text(found, fmt, history, why=bool(why), everything=everything)
    if output:
        from wiq_cli.files.private_files import write_one  # noqa: PLC0415  # start-up

        write_one(Path(output), text, ordner.root)
        note(f"Geschrieben: {Path(output).name}. Nur du kannst die Datei lesen.")
    else:
        out(text)
    _say(found, history)
    return ExitCode.FINDINGS if found.unread or any(row.look.faults for row in found.rows) else ExitCode.FINE


def _text(found: Overview, fmt: str, history: str, *, why: bool, everything: bool) -> str:
    if fmt == "json":
        from wiq_cli.report import status_json  # noqa: PLC0415  # start-up

        return status_json.document(found, history)
    if fmt == "html":
        from wiq_cli import resources  # noqa: PLC0415  # start-up
        from wiq_cli.render.templates import Templates  # noqa: PLC0415  # start-up
        from wiq_cli.report import status_page  # noqa: PLC0415  # start-up

        template = (resources.folder("templates") / "intern" / PAGE).read_text(encoding="utf-8")
        return Templates({PAGE: template}).html(PAGE, **status_page.values(found))
    import shutil  # noqa: PLC0415  # start-up

    from wiq_cli.report import status_text  # noqa: PLC0415  # start-up

    terminal = is_terminal(sys.stdout)
    width = shutil.get_terminal_size().columns
    if why:
        return status_text.why(found.rows, width) if terminal else status_text.why_plain(found.rows)
    if terminal:
        return status_text.full(found, width, everything=everything, colour=colour_wanted())
    return status_text.plain(found)


def _published(ordner: Netzordner, site: Path) -> Published | None:
    """Say what an earlier ``wiq publish`` wrote, and which team files have changed since."""
    from wiq_cli.files.site import MANIFEST  # noqa: PLC0415  # start-up

    manifest = site / MANIFEST
    if not manifest.is_file():
        return None
    from wiq_cli.files.git import changed_since  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.publish import read_manifest  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.status_look import Published  # noqa: PLC0415  # start-up

    before = read_manifest(manifest.read_text(encoding="utf-8", errors="replace"))
    if before is None:
        return None
    changed = changed_since(ordner.root, before.commit) if before.commit else None
    written = manifest.stat().st_mtime
    later = {path.stem for path in ordner.team_paths() if path.lstat().st_mtime > written}
    if changed is None:
        return Published(before.kuerzel, later)
    since = {name.removeprefix("teams/").removesuffix(".yaml") for name in changed if name.startswith("teams/")}
    return Published(before.kuerzel, since & later if before.changed else since)


def _say(found: Overview, history: str) -> None:
    if history in HISTORY:
        note(HISTORY[history])
    if not found.published:
        note("Hier liegen keine veröffentlichten Seiten. Was die Profile angeht, weiß ich deshalb nichts.")
    if found.calls:
        next_step(f"wiq status --why {found.calls[0].look.kuerzel}")
