from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.export import private
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Preview, format_option, read_path

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.lists import Liste

app = GermanTyper()
FORMATS = ("postfix", "mailman", "csv")
LARGEST = 64 * 1024 * 1024
THEN = {
    "postfix": "postmap -q ADRESSE texthash:{folder}/virtual",
    "mailman": "mailman syncmembers --dry-run {folder}/LISTE.txt LISTE",
}


@app.command("lists")
def lists(
    fmt: Annotated[
        str,
        format_option(*FORMATS, help="Eine Tabelle für postfix, eine Datei je Liste für Mailman 3 oder alles als CSV."),
    ] = "postfix",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", metavar="ORDNER", parser=read_path, help="Wohin die Dateien kommen. Nur du kannst sie lesen."
        ),
    ] = None,
    dry_run: Preview = False,
) -> int:
    """Schreibt die Verteiler der Teams, für euren Mailserver. Persönliche Adressen bleiben dahinter verborgen.

    Im Verteiler ist, wer eine E-Mail-Adresse hat, noch dabei ist und zum Zweck „verteiler“ ja gesagt hat.
    Wer nicht gefragt wurde, hat nicht ja gesagt. Mit --dry-run siehst du, wer dazukommt und wer geht.
    Die Dateien gehören nicht ins git und nicht auf eine Webseite. Dort schreibt wiq sie nicht hin.
    """
    from wiq_cli.domain.errors import ExitCode, NothingToDo, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.report import lists as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import lists as usecase  # noqa: PLC0415  # start-up

    if dry_run:
        private.need_a_terminal("--dry-run")
        if output is None:
            raise WrongCall("--dry-run vergleicht mit dem, was schon da ist. Nenn mit --output den Ordner.")
    private.need_a_place(output, "den Ordner für die Dateien")
    ordner = open_network()
    found = usecase.lists(private.whole_teams(ordner), today(ordner.netzwerk.zeitzone))
    if not found:
        raise NothingToDo("Kein Team hat einen Verteiler. Trag einen ein: wiq set TEAM verteiler ADRESSE")
    if _faults(ordner, found):
        note("Es wurde nichts geschrieben. Bring das zuerst in Ordnung.")
        return ExitCode.FINDINGS
    folder, shape = private.folder_of(output), _shape(fmt)
    before = shape.read(_present(folder, fmt))
    if dry_run:
        from wiq_cli.files.private_files import check_place  # noqa: PLC0415  # start-up

        if folder:
            check_place(folder, shape.files(found), ordner.root)
        out(report.preview(usecase.changes(before, found)) or "Nichts ändert sich.")
    else:
        private.deliver(ordner, folder, shape.files(found))
    for line in report.summary(found):
        note(line)
    _gone(before, found)
    if folder and not dry_run and fmt in THEN:
        next_step(THEN[fmt].format(folder=folder.name))
    return ExitCode.FINE


def _shape(fmt: str) -> Any:
    from importlib import import_module  # noqa: PLC0415  # start-up

    return import_module(f"wiq_cli.report.lists_{fmt}")


def _faults(ordner: Netzordner, found: list[Liste]) -> bool:
    """Say what is wrong with the lists; whether mail would go astray."""
    from wiq_cli.cli.checking import collect  # noqa: PLC0415  # start-up
    from wiq_cli.domain.finding import Level  # noqa: PLC0415  # start-up
    from wiq_cli.report import findings_concise  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.check import Selection  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.lists import RULES, unusable  # noqa: PLC0415  # start-up

    selection = Selection(lambda _: True, select=RULES)
    result = collect(ordner, [], selection).report(ordner.read_again, selection)
    if result.findings:
        note(findings_concise.document(result))
    odd = unusable(found)
    for kuerzel in odd:
        note(
            f"teams/{kuerzel}.yaml: Diese Verteileradresse nimmt kein Mailserver. Nimm a–z, 0–9, Punkt und Bindestrich."
        )
    return bool(odd) or result.count(Level.ERROR) > 0


def _present(folder: Path | None, fmt: str) -> dict[str, str]:
    """Read what an earlier run wrote; nothing where there is none."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import decode, read_bytes  # noqa: PLC0415  # start-up

    if folder is None or not folder.is_dir():
        return {}
    shape = _shape(fmt)
    paths = sorted(folder.glob(shape.PATTERN))
    texts = {path.name: decode(read_bytes(path, path.name, LARGEST), path.name) for path in paths}
    for name, text in texts.items():
        if not shape.is_ours(text):
            raise WrongCall(f"{name} hat nicht wiq geschrieben. Nenn mit --output einen anderen Ordner.")
    return texts


def _gone(before: dict[str, set[str]], found: list[Liste]) -> None:
    """Say which lists were there and are no more: for Mailman their files stay, and would be read again."""
    gone = sorted(set(before) - {one.adresse for one in found})
    if gone:
        note(
            f"Diese Verteiler gibt es nicht mehr: {', '.join(gone)}. Nimm sie auch vom Mailserver, und lösch ihre Dateien."
        )
