from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network
from wiq_cli.cli.options import DryRun, Format, read_path

app = GermanTyper()


@app.command("verify")
def verify(
    beschluss_ids: Annotated[
        list[str] | None, typer.Argument(metavar="BESCHLUSS…", help="Nur diese Beschlüsse. Sonst alle.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="ANKER", help="Beweist es ab einem Monat, Kurz-Hash oder aufgehobenen Anker."),
    ] = None,
    anchor: Annotated[bool, typer.Option("--anchor", help="Schreibt den Anker dieses Monats.")] = False,
    sign: Annotated[
        str | None,
        typer.Option(
            "--sign", metavar="DATEI", parser=read_path, help="Unterschreibt den neuesten Anker mit diesem Schlüssel."
        ),
    ] = None,
    signers: Annotated[
        str | None,
        typer.Option(
            "--signers",
            metavar="DATEI",
            parser=read_path,
            help="Prüft die Unterschriften. Je Zeile: Adresse und Schlüssel.",
        ),
    ] = None,
    export: Annotated[
        bool, typer.Option("--export", help="Gibt einen Beschluss ohne Internes aus, mit Siegel, als JSON.")
    ] = False,
    public: Annotated[
        str | None,
        typer.Option("--public", metavar="DATEI", parser=read_path, help="Prüft ein solches JSON, auch ohne Netzwerk."),
    ] = None,
    fmt: Format = "text",
    dry_run: DryRun = False,
) -> int:
    """Zählt Beschlüsse nach und prüft Siegel und Anker: Wurde etwas verändert oder weggelassen?"""
    from wiq_cli.cli.commands.decide import sealing  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    if public is not None:
        return sealing.check_public(Path(public))
    ordner = open_network()
    names = {store.find(ordner, one).stem for one in beschluss_ids or ()}
    if export:
        if len(names) != 1:
            raise WrongCall("--export: Nenn genau einen Beschluss.")
        return sealing.export(ordner, names.pop())
    if names and (anchor or sign or since):
        raise WrongCall("Ein Anker gilt für alle Beschlüsse. Lass die einzelnen weg.")
    if anchor:
        sealing.write_anchors(ordner, dry_run=dry_run)
    if sign and not dry_run:
        sealing.sign_newest(ordner, Path(sign))
    if since is not None:
        return sealing.prove_since(ordner, since)
    return sealing.show(ordner, names, Path(signers) if signers else None, fmt)
