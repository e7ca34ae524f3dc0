from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import SHOWN_AT_MOST
from wiq_cli.cli.german import GermanCommand, GermanTyper, choice
from wiq_cli.cli.options import edits, read_path

if TYPE_CHECKING:
    from typing import Any

app = GermanTyper()
FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")


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
        typer.Argument(
            metavar="[PFAD …]",
            parser=read_path,
            help="Dateien oder Ordner, - für die Standardeingabe. Ohne Angabe alles.",
        ),
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
        str | None,
        typer.Option(
            "--baseline", metavar="DATEI", parser=read_path, help="Lässt bekannte Befunde aus dieser Datei weg."
        ),
    ] = None,
    update: Annotated[
        str | None,
        typer.Option(
            "--write-baseline",
            metavar="DATEI",
            parser=read_path,
            help="Schreibt alle Befunde als bekannt in diese Datei.",
        ),
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
    from wiq_cli.cli import check_call  # noqa: PLC0415  # start-up

    return check_call.check(
        check_call.Asked(
            paths=paths or (), fmt=fmt, select=select or (), ignore=ignore or (), changed=changed, staged=staged, strict=strict,
            show_all=show_all, baseline=baseline, update=update, stdin_as=stdin_as, fix=fix, dry_run=dry_run, no_cache=no_cache,
        )
    )  # fmt: skip
