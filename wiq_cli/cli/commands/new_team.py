from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from wiq_cli.cli import ask
from wiq_cli.cli.console import can_ask, next_step, note, out
from wiq_cli.cli.german import GermanCommand, GermanTyper
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun, read_path

if TYPE_CHECKING:
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.scaffold import Frage

app = GermanTyper()


class QuestionOptions(GermanCommand):
    """Has one option for each question of the concept; the questions are declared once, in the use case."""

    def get_params(self, ctx: Any) -> Any:
        from wiq_cli.usecases.scaffold import FRAGEN  # noqa: PLC0415  # start-up

        def remember(ctx: Any, param: Any, value: Any) -> None:
            ctx.ensure_object(dict)[param.name.replace("_", "-")] = list(value) if isinstance(value, tuple) else value

        *own, root, today, help_option = super().get_params(ctx)
        options = [
            typer.core.TyperOption(
                param_decls=[f"--{frage.option}"], metavar="TEXT", multiple=frage.many, expose_value=False,
                callback=remember, help=frage.hint + (" Mehrfach möglich." if frage.many else ""),
            )
            for frage in FRAGEN
        ]  # fmt: skip
        return [*own, *options, root, today, help_option]


@app.command(cls=QuestionOptions)
def new_team(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Name des Teams, kurz und prägnant.")] = None,
    team_id: Annotated[
        str | None,
        typer.Option("--id", metavar="DATEINAME", help="Name der Datei. Sonst entsteht er aus dem Namen."),
    ] = None,
    team_type: Annotated[
        str | None, typer.Option("--type", metavar="ART", help="Teamart, zum Beispiel LT oder UT.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="DATEI", parser=read_path, help="Übernimmt die Angaben aus einer YAML-Datei."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Legt ein Team an. Am Terminal fragt wiq das Konzept ab, sonst reichen die Optionen."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.slug import slug  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import write_new  # noqa: PLC0415  # start-up
    from wiq_cli.files.format import formatted  # noqa: PLC0415  # start-up

    ordner = open_network()
    answers = {key: _without_tabs(value) for key, value in (ctx.obj or {}).items() if value}
    base = _base(source)
    if name is not None and not name.strip():  # mostly a shell variable that nobody set
        raise WrongCall("NAME: Hier steht nichts.")
    name = " ".join((name or base.get("name") or "").split())
    if not name:
        name = ask.text("Name des Teams", hint="Bitte kurzen und prägnanten Namen wählen.", option="NAME")
        if not name:
            raise WrongCall("Ohne Namen geht es nicht. Gib ihn mit an: wiq new-team NAME")
    path = ordner.team_path(_kuerzel(team_id or slug(name)))
    _refuse_existing(ordner, path)
    base |= {
        "schema": Team.FASSUNG,
        "name": name,
        "art": team_type or base.get("art", "LT"),
        "status": base.get("status", "idee"),
    }
    if not answers and not source and can_ask():
        answers = _interview(ordner, base)
    text = _text(ordner, base, answers)
    _refuse_faults(ordner, text)
    text = formatted(text, Team, ordner.name_of(path))
    if dry_run:
        out(text)
        return
    write_new(path, text)
    note(f"Angelegt: {ordner.name_of(path)}")
    _echo(ordner, path)
    next_step(f"wiq check {ordner.name_of(path)}")


def _without_tabs(value: str | list[str]) -> str | list[str]:
    """A tab in a pasted text would be read as indentation."""
    return value.expandtabs(2) if isinstance(value, str) else [one.expandtabs(2) for one in value]


def _echo(ordner: Netzordner, path: Path) -> None:
    """Say each rhythm in words with its next dates."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.domain.terminplan import Terminplan  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.meetings_words import echo  # noqa: PLC0415  # start-up

    treffen = ordner.strict(Team, path).treffen
    plan = Terminplan(treffen, ordner.netzwerk)
    for rhythmus in treffen.rhythmus:
        note("\n".join(echo(rhythmus, plan, today(ordner.netzwerk.zeitzone))))


def _base(source: str | None) -> dict[str, Any]:
    """Read the file that the team starts from."""
    from wiq_cli.domain.errors import Unreadable, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

    if source is None:
        return {}
    found = parse(read_text(Path(source), source), source)
    if found.faults:
        raise Unreadable(found.faults)
    if not isinstance(found.data, dict):
        raise WrongCall("Die Datei hinter --from besteht nicht aus Zeilen der Form „wort: wert“.")
    return {key: value for key, value in found.data.items() if value is not None}


def _kuerzel(text: str) -> str:
    from wiq_cli.domain.scalars import read_kuerzel  # noqa: PLC0415  # start-up
    from wiq_cli.domain.slug import RESERVED  # noqa: PLC0415  # start-up

    if RESERVED.fullmatch(text):
        raise typer.BadParameter(f"Unter Windows heißt keine Datei „{text}“. Gib ein Kürzel mit an: --id {text}-team")
    try:
        return read_kuerzel(text)
    except ValueError:
        raise typer.BadParameter("Aus dem Namen wird kein Kürzel. Gib eines mit an: --id mein-team") from None


def _refuse_existing(ordner: Netzordner, path: Path) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    taken = {one.stem.lower() for one in ordner.team_paths()}
    if path.stem in taken:
        raise WrongCall(f"{ordner.name_of(path)} gibt es schon. Wähl einen anderen Namen oder --id.")


def _text(ordner: Netzordner, base: dict[str, Any], answers: dict[str, Any]) -> str:
    """Write the commented file."""
    from wiq_cli import resources  # noqa: PLC0415  # start-up
    from wiq_cli.files.emit import dump  # noqa: PLC0415  # start-up
    from wiq_cli.render.scaffold import render_text  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.scaffold import sections, team_data  # noqa: PLC0415  # start-up

    data = team_data(base, answers, ordner.kennungen())
    parts = [{"kommentar": one.kommentar, "yaml": dump({one.key: one.wert}).rstrip()} for one in sections(data)]
    folders = [ordner.root / "vorlagen", resources.folder("templates") / "team"]
    return render_text("team.yaml.j2", folders, {"name": base["name"], "abschnitte": parts})


def _faults(ordner: Netzordner, text: str) -> list[tuple[tuple[str | int, ...], str]]:
    """Give what a new file would have wrong: where and in which words."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.finding import Level  # noqa: PLC0415  # start-up
    from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
    from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.rules.engine import run  # noqa: PLC0415  # start-up

    try:
        reading = read(Team, parse(text, ""), ordner.heute)
        rahmen = Rahmen(ordner.netzwerk, ordner.regeln, today(ordner.netzwerk.zeitzone))
        found = [*reading.findings, *(one for one in run("team", reading, rahmen) if one.level is Level.ERROR)]
    except Unreadable as error:
        found = list(error.findings)
    return [(one.path, f"{one.message} {one.help}".strip()) for one in found]


def _refuse_faults(ordner: Netzordner, text: str) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.finding import field_name  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.scaffold import FRAGEN  # noqa: PLC0415  # start-up

    lines = []
    for path, sentence in _faults(ordner, text):
        asked = (f"--{one.option}" for one in FRAGEN if path[: len(one.path)] == one.path)
        option = "--type" if path == ("art",) else next(asked, field_name(path))
        lines.append(f"{option}: {sentence}" if option else sentence)
    if lines:
        raise WrongCall("\n".join(lines))


def _interview(ordner: Netzordner, base: dict[str, Any]) -> dict[str, Any]:
    """Ask the concept's questions one after the other."""
    from wiq_cli.usecases.scaffold import FRAGEN  # noqa: PLC0415  # start-up

    note("Ich frage jetzt das Konzept ab. Was ihr noch nicht wisst, lasst ihr mit Enter leer.")
    answers: dict[str, Any] = {}
    for frage in FRAGEN:

        def fault(answer: str, frage: Frage = frage) -> str:
            found = _faults(ordner, _text(ordner, base, {frage.option: [answer] if frage.many else answer}))
            return found[0][1] if found else ""

        way = ask.many if frage.many else ask.text
        answers[frage.option] = way(frage.title, hint=frage.hint, option=f"--{frage.option}", fault=fault)
    return answers
