from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from wiq_cli.cli.console import note
from wiq_cli.cli.german import GermanTyper

if TYPE_CHECKING:
    from wiq_cli.domain.base import Modell

app = GermanTyper()
TOO_MUCH = ("WIQ003", "WIQ013")
SHORTEST, LONGEST = 1, 200  # of a mark
USUAL_SIZE = "7"  # characters of a mark, as git has it
A_FILE = "Diese Datei"
GIT_STOPS = 255  # above 128 git 2.42 and later end the merge; before that, every code but 0 is a conflict


def parse_size(text: str) -> int:
    """Read how long a mark is."""
    if not text.isdecimal() or not SHORTEST <= int(text) <= LONGEST:
        raise typer.BadParameter(f"Hier geht eine Zahl von {SHORTEST} bis {LONGEST}.")
    return int(text)


@app.command()
def merge_driver(
    base: Annotated[str, typer.Argument(metavar="VORHER", help="Die frühere Fassung beider Seiten (%O).")],
    ours: Annotated[
        str, typer.Argument(metavar="HIER", help="Die Fassung, die schon da ist (%A). Hier steht nachher das Ergebnis.")
    ],
    theirs: Annotated[str, typer.Argument(metavar="DORT", help="Die Fassung, die dazukommt (%B).")],
    name: Annotated[
        str, typer.Argument(metavar="[DATEI]", help="Wie die Datei im Repository heißt (%P).", show_default=False)
    ] = "",
    size: Annotated[
        int,
        typer.Argument(metavar="[ZAHL]", parser=parse_size, help="Wie lang die Marken sind (%L)."),
    ] = USUAL_SIZE,  # type: ignore[assignment]  # read by the parser
) -> int:
    """Führt zwei Fassungen einer Datei zusammen, Eintrag für Eintrag. Das ruft git auf.

    Was eine Seite dazugeschrieben hat, bleibt. Marken stehen nur, wo beide Seiten denselben Wert verschieden geändert haben.
    Einschalten: wiq doctor --fix
    """
    from wiq_cli.domain.errors import ExitCode, NothingToDo, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import write_atomic  # noqa: PLC0415  # start-up

    paths = Path(base), Path(ours), Path(theirs)
    if not all(one.is_file() for one in paths):
        raise NothingToDo("Eine der drei Fassungen fehlt. Diesen Befehl ruft git auf, wenn es Zweige zusammenführt.")
    done = _merged(paths, name, size)
    if done is None:
        note(f"{name or A_FILE}: Das ist kein Text. Hier steht weiter, was schon da war.")
        note("Wähl eine Fassung mit git checkout --ours oder --theirs.")
        return ExitCode.FINDINGS
    text, found = done
    try:
        write_atomic(paths[1], text, shown=name or A_FILE)
    except WrongCall as error:
        note(f"{error} Es fehlt also noch, was dazukommt.")
        note("Brich das Zusammenführen in git ab, behebe das, und fang noch einmal an.")
        return GIT_STOPS
    too_much = "" if found else _past_a_limit(text)
    if found:
        _say_conflict(name, size, found)
    if too_much:
        note(f"{name or A_FILE}: Beide Seiten stehen darin, aber zusammen ist es zu viel. {too_much}{_add(name)}")
    return ExitCode.FINDINGS if found or too_much else ExitCode.FINE


def _merged(paths: tuple[Path, Path, Path], name: str, size: int) -> tuple[str | bytes, int] | None:
    """Give what comes out, and the number of places to choose at; None for what is no text."""
    from wiq_cli.files.merge_lines import merge_lines  # noqa: PLC0415  # start-up
    from wiq_cli.files.merge_text import TooMuch  # noqa: PLC0415  # start-up

    try:
        return _by_entries(*paths, name, size)
    except TooMuch as error:
        note(f"{name or A_FILE}: Beide Seiten zusammen sind zu viel. {error}")
    except Exception:  # noqa: BLE001  # whatever the reason: git needs an answer, and line by line always works
        note(f"{name or A_FILE}: Eintrag für Eintrag geht es hier nicht. git führt die Zeilen zusammen.")
    return merge_lines(*paths, size)


def _by_entries(base: Path, ours: Path, theirs: Path, name: str, size: int) -> tuple[str, int]:
    """Merge the structure. Raises where that cannot be done."""
    from wiq_cli.domain.merge import clashes  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
    from wiq_cli.files.merge_text import merged  # noqa: PLC0415  # start-up
    from wiq_cli.files.merge_version import Version, markable, one_sided  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.merge import merge  # noqa: PLC0415  # start-up

    texts = [read_text(one, name) for one in (base, ours, theirs)]
    if (text := one_sided(*texts)) is not None:
        return text, 0
    before, here, there = (Version(one, name) for one in texts)
    model = _model(name)
    plan = merge(before.data, here.data, there.data, model, markable(here, there))
    return merged(plan, before, here, there, model, size), clashes(plan)


def _model(name: str) -> type[Modell]:
    """Tell what a file holds by where it lies; the network may be a folder of the repository."""
    from wiq_cli.files.netz import model_for  # noqa: PLC0415  # start-up

    parts = Path(name).parts
    return model_for("beschluesse/" if "beschluesse" in parts else Path(name).name)


def _past_a_limit(text: str | bytes) -> str:
    """Say which limit a file is past that each side alone kept; nothing where it is past none."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import decode, within_limit  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

    try:
        data = text.encode() if isinstance(text, str) else text
        faults = parse(decode(within_limit(data, ""), ""), "").faults
    except Unreadable as error:
        faults = error.findings
    return next((f"{one.message} {one.help}" for one in faults if one.rule in TOO_MUCH), "")


def _add(name: str) -> str:
    return f" Danach: git add {quote(name)}" if name else ""


def _say_conflict(name: str, size: int, found: int) -> None:
    many = "An einer Stelle" if found == 1 else f"An {found} Stellen"
    note(f"{name or A_FILE}: {many} haben beide Seiten Verschiedenes geschrieben.")
    note(f"Such nach „{'<' * size}“, und lass stehen, was gilt.{_add(name)}")
