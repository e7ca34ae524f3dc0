from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import Format, Preview, read_path

if TYPE_CHECKING:
    from wiq_cli.cli.publishing import Publishing
    from wiq_cli.domain.errors import WiqError
    from wiq_cli.usecases.publication import Outcome

app = GermanTyper()
PORT, HIGHEST_PORT = 8000, 65535


def _port(value: str) -> int:
    if value.isascii() and value.isdigit() and int(value[:9]) <= HIGHEST_PORT:
        return int(value)
    raise typer.BadParameter("Hier gehört eine Zahl von 0 bis 65535 hin.")


@app.command()
def publish(  # noqa: PLR0913, PLR0917  # its options
    target: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="ORDNER", parser=read_path, help="Wohin die Seiten kommen. Sonst: site im Netzwerk."
        ),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="TEAM", help="Nur die Seiten dieses Teams. Geht mehrmals.")
    ] = None,
    skip_refused: Annotated[
        bool, typer.Option("--skip-refused", help="Lässt Teams aus, auf deren Seiten etwas Privates stünde.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Schreibt nichts: sagt, ob die Seiten auf dem neuesten Stand sind.")
    ] = False,
    look_back: Annotated[
        bool, typer.Option("--look-back", help="Schreibt nichts: zeigt, was von den alten Seiten herunter muss.")
    ] = False,
    fragment: Annotated[
        bool,
        typer.Option(
            "--fragment", help="Nur der Inhalt jeder Seite, ohne Kopf und Rahmen: für eine Website, die es schon gibt."
        ),
    ] = False,
    template: Annotated[
        str | None,
        typer.Option(
            "--template", metavar="DATEI", help="Zeigt eine mitgelieferte Vorlage. Eine eigene liegt in vorlagen."
        ),
    ] = None,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve", help="Zeigt die Seiten nur auf diesem Rechner und folgt jeder Änderung. Ende mit Strg+C."
        ),
    ] = False,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="ZAHL", parser=_port, help=f"Anschluss für --serve. Sonst {PORT}."),
    ] = None,
    dry_run: Preview = False,
    fmt: Format = "text",
) -> int:
    """Veröffentlicht die Profile der Teams. Persönliches bleibt im Haus."""
    if template:
        return _show_template(template)
    if serve:
        _refuse_beside_serve(
            {"--check": check, "--dry-run": dry_run, "--look-back": look_back, "--only": only, "--out": target}
        )
    if port is not None and not serve:
        _refuse_without_serve()
    ordner = open_network()
    folder = Path(target) if target else ordner.root / "site"
    if look_back:
        from wiq_cli.cli.looking_back import looking_back  # noqa: PLC0415  # start-up

        return looking_back(ordner, folder, today, fmt)
    from wiq_cli.cli.publishing import Publishing, Wishes  # noqa: PLC0415  # start-up

    if serve:
        from wiq_cli.cli.previewing import preview  # noqa: PLC0415  # start-up

        return preview(
            ordner, Wishes(skip_refused=skip_refused, fragment=fragment), today, PORT if port is None else port
        )
    wishes = Wishes(dry_run or check, skip_refused, frozenset(only or ()), fragment)
    return _run(Publishing(ordner, folder, wishes), fmt, dry_run=dry_run or check, check=check)


def _refuse_without_serve() -> None:
    """Raise ``WrongCall``: who names a port wants to look first, not to publish."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    raise WrongCall("--port geht nur zusammen mit --serve. Es wurde nichts veröffentlicht.")


def _refuse_beside_serve(options: dict[str, object]) -> None:
    """Raise ``WrongCall`` for an option that a preview would pass over."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    for name, given in options.items():
        if given:
            raise WrongCall(
                f"{name} geht nicht zusammen mit --serve: Die Vorschau zeigt immer alle Seiten, nur hier. Lass eins weg."
            )


def _show_template(name: str) -> int:
    from wiq_cli.domain.errors import ExitCode, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.vorlagen import shipped  # noqa: PLC0415  # start-up

    texts = shipped()
    if name not in texts:
        raise WrongCall(f"--template: Diese Vorlage gibt es nicht. Es gibt: {', '.join(sorted(texts))}.")
    out(texts[name])
    return ExitCode.FINE


def _run(run: Publishing, fmt: str, *, dry_run: bool, check: bool) -> int:
    from wiq_cli.domain.errors import NothingToDo, PublicationRefused  # noqa: PLC0415  # start-up
    from wiq_cli.files.snapshot import Changed  # noqa: PLC0415  # start-up

    try:
        outcome = run.publish(today)
    except Changed:
        raise
    except (NothingToDo, PublicationRefused) as error:
        return _say_refused(error, run, fmt, dry_run=dry_run)
    _show(outcome, fmt, dry_run=dry_run, check=check)
    if outcome.leaks and not outcome.refused:
        return _say_leaks(outcome, dry_run=dry_run)
    return _say_fresh(outcome) if check else _say(outcome, run, dry_run=dry_run)


def _say_refused(error: WiqError, run: Publishing, fmt: str, *, dry_run: bool) -> int:
    """Take down what may no longer be public, show that, and say why nothing new was published."""
    from wiq_cli.domain.errors import ExitCode, Unreadable  # noqa: PLC0415  # start-up

    outcome = run.refused()
    _show(outcome, fmt, dry_run=dry_run)
    if (outcome.removed or outcome.taken) and not dry_run:
        note("Es wurde nichts Neues veröffentlicht. Zurückgezogenes ist entfernt.")
    _say_taken(outcome)
    if not isinstance(error, Unreadable):
        note(str(error))
        return error.exit_code
    note("\n".join(f"{one.file}:{one.span.line}:{one.span.column}: {one.message} {one.help}" for one in error.findings))
    note("Solange eine Datei nicht in Ordnung ist, wird nichts veröffentlicht: Niemand weiß, was in ihr steht.")
    return ExitCode.REFUSED


def _show(outcome: Outcome, fmt: str, *, dry_run: bool, check: bool = False) -> None:
    from wiq_cli.report import publication  # noqa: PLC0415  # start-up

    out(
        publication.as_json(outcome, dry_run=dry_run)
        if fmt == "json"
        else publication.as_text(outcome, dry_run=dry_run, terminal=is_terminal(sys.stdout), check=check)
    )


def _say_leaks(outcome: Outcome, *, dry_run: bool) -> int:
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.publication import harm  # noqa: PLC0415  # start-up

    nothing = "Es wurde nichts veröffentlicht."
    if (outcome.removed or outcome.taken) and not dry_run:
        nothing = "Es wurde nichts Neues veröffentlicht. Zurückgezogenes ist entfernt."
    note(f"Hier ginge {harm(outcome.leaks)} hinaus. {nothing} Schreib die Stellen um oder streich sie.")
    _say_taken(outcome)
    _say_instead(outcome)
    return ExitCode.REFUSED


def _say_taken(outcome: Outcome) -> None:
    """Name the texts of the network that came off all pages."""
    for name in outcome.taken:
        note(f"„{name}“ aus wiq.yaml steht auf keiner Seite mehr: Die Freigabe dafür gilt nicht mehr.")


def _say_instead(outcome: Outcome) -> None:
    from wiq_cli.usecases.rewording import instead  # noqa: PLC0415  # start-up

    for sentence in dict.fromkeys(
        instead(one.kind, (one.field.replace("[", ".").partition(".")[0],)) for one in outcome.leaks
    ):
        note(sentence)


def _say_fresh(outcome: Outcome) -> int:
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up

    if outcome.fresh and not outcome.refused:
        note("Die Seiten sind auf dem neuesten Stand.")
        return ExitCode.FINE
    if outcome.fresh:
        note("Neuer geht es nicht, solange Teams ausgelassen sind. Behebe, was oben steht.")
        return ExitCode.FINDINGS
    note("Die Seiten sind nicht auf dem neuesten Stand. Ruf „wiq publish“ auf.")
    return ExitCode.FINDINGS


def _say(outcome: Outcome, run: Publishing, *, dry_run: bool) -> int:
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up

    for file, line in outcome.hidden:
        note(f"Ein Ort steht als „Ort bei der Leitung erfragen“: {file}:{line}")
    for sentence in run.doubts:
        note(sentence)
    if outcome.refused:
        teams = "1 Team ist" if len(outcome.refused) == 1 else f"{len(outcome.refused)} Teams sind"
        note(f"{teams} ausgelassen: {', '.join(outcome.refused)}. Schreib die Stellen um oder streich sie.")
        _say_instead(outcome)
    count = "1 Profil" if len(outcome.published) == 1 else f"{len(outcome.published)} Profile"
    if dry_run:
        from wiq_cli.report.publication import shared_pages  # noqa: PLC0415  # start-up

        note(shared_pages(outcome))
        would = "würde" if len(outcome.published) == 1 else "würden"
        note(f"{count} {would} veröffentlicht. Geschrieben wurde nichts.")
    else:
        note(f"{count} veröffentlicht. Schau hier nach: {run.index}")
    return ExitCode.FINDINGS if outcome.refused else ExitCode.FINE
