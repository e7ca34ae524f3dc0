"""Editing one team file without YAML: read under the lock, change, check as ``wiq check`` would, show, write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from wiq_cli.cli import ask
from wiq_cli.cli.console import can_ask, note, out
from wiq_cli.cli.network import open_network, today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.finding import DataPath, Finding
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.edit_entries import Edit
    from wiq_cli.usecases.edit_fields import Feld

TeamName = Annotated[str | None, typer.Argument(metavar="[TEAM]", help="Dateiname des Teams ohne .yaml.")]
UNCHANGED = "Genau das steht schon da. Es wurde nichts geändert."
NOTHING_DONE = "Es wurde nichts geändert."
SHOWN = 8


def given_fields(felder: dict[str, Feld], options: dict[str, Any], where: str, heute: date) -> dict[str, Any]:
    """Read the options that fill the fields of an entry. Raises ``WrongCall`` with the option, never with its value."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    found: dict[str, Any] = {}
    for key, given in options.items():
        if key not in felder:
            here = ", ".join(f"--{one}" for one in felder)
            raise WrongCall(f"--{key} gibt es bei {where} nicht. {f'Hier geht: {here}.' if here else 'Lass es weg.'}")
        feld = felder[key]
        texts = [str(one) for one in (given if isinstance(given, tuple) else [given])]
        if len(texts) > 1 and not feld.many:
            raise WrongCall(f"--{key} geht bei {where} nur einmal.")
        for text in texts:
            if sentence := feld.fault(text, heute):
                raise WrongCall(f"--{key}: {sentence}")
        read = [feld.value(text) for text in texts]
        found[key] = read if feld.many else read[0]
    return found


def asked_fields(felder: dict[str, Feld], heute: date) -> dict[str, Any]:
    """Ask for what an entry can hold besides its main text; an empty answer skips."""
    found: dict[str, Any] = {}
    for key, feld in felder.items():
        answer = ask.text(
            f"{key} ({feld.metavar})",
            hint=f"{feld.hint} Leer: weiter.",
            option=f"--{key}",
            fault=_fault_of(feld, heute),
        )
        if answer:
            found[key] = [feld.value(answer)] if feld.many else feld.value(answer)
    return found


def asked(question: str, option: str, *, hint: str = "", fault: Callable[[str], str] = lambda _: "") -> str:
    """Ask for what a call cannot do without. Raises ``WrongCall`` where nobody can answer, ``Abort`` for an empty answer."""
    answer = ask.text(question, hint=hint, option=option, fault=fault)
    if not answer:
        raise typer.Abort
    return answer


def asked_value(feld: Feld, option: str, heute: date, question: str = "Was soll da stehen?") -> str:
    """Ask for the value of a field. Raises as ``asked``."""
    kind = "" if feld.metavar == "TEXT" else f" ({feld.metavar})"
    return asked(question, option, hint=f"{feld.hint}{kind}", fault=_fault_of(feld, heute))


def found_by(look: Callable[[str], object]) -> Callable[[str], str]:
    """Make of what finds something by its name, or says what was meant, a judge of answers."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    def fault(answer: str) -> str:
        try:
            look(answer)
        except WrongCall as error:
            return "\n".join([*getattr(error, "choices", ()), str(error)])
        return ""

    return fault


def _fault_of(feld: Feld, heute: date) -> Callable[[str], str]:
    return lambda text: feld.fault(text, heute)


def chosen(texts: Sequence[str], wanted: str | None, what: str, option: str) -> int:
    """Give the position of the entry that is meant; asks where nobody said which. Raises ``WrongCall``."""
    from wiq_cli.usecases.edit_entries import Several, find, numbered  # noqa: PLC0415  # start-up

    if wanted is None:
        if can_ask() and texts:
            note("\n".join(numbered(texts)))
        question = "Welcher Eintrag? Nenn die Nummer oder einen Teil des Textes."
        wanted = asked(question, option, fault=found_by(lambda answer: find(texts, answer, what)))
    try:
        return find(texts, wanted, what)
    except Several as error:
        if error.choices:
            note("\n".join(error.choices))
        raise


class TeamFile:
    """One team file that is about to change."""

    def __init__(self, kuerzel: str | None) -> None:
        self.ordner: Netzordner = open_network()
        wanted = kuerzel if kuerzel is not None else self._asked_team()
        self.heute: date = today(self.ordner.netzwerk.zeitzone)
        self.path: Path = self._found(wanted)
        self.kuerzel, self.name = self.path.stem, self.ordner.name_of(self.path)
        self._touched: list[DataPath] = []
        self.read()

    def read(self) -> None:
        """Read the file; once more after a question, for others may have changed it meanwhile. Raises ``Unreadable``."""
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
        from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
        from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

        self.text = self.new = read_text(self.path, self.name)
        source = parse(self.text, self.name)
        if source.faults or not isinstance(source.data, dict):
            raise Unreadable(source.faults or read(Team, source).findings)
        self.data: dict[str, Any] = source.data

    def _asked_team(self) -> str:
        known = [path.stem for path in self.ordner.team_paths()]
        more = " …" if len(known) > SHOWN else ""
        return asked("Welches Team?", "TEAM", hint=", ".join(known[:SHOWN]) + more, fault=found_by(self._found))

    def _found(self, word: str) -> Path:
        """Find the team by its name, or by its file."""
        from wiq_cli.cli.teams import team_path  # noqa: PLC0415  # start-up

        return team_path(self.ordner, word.rpartition("/")[2].removesuffix(".yaml"))

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make edits in memory; comments, order and everything else stay. Raises ``Refused``."""
        from wiq_cli.domain.model_paths import model_at  # noqa: PLC0415  # start-up
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.files import edit as files  # noqa: PLC0415  # start-up

        for one in edits:
            self.new = _in_full(self.new, one.path)
            parent = model_at(Team, one.path[:-1])
            order = list(parent.model_fields) if parent else ()
            self._touched.append(one.path)
            match one.how:
                case "set":
                    self.new = files.set_value(self.new, one.path, one.value, order)
                case "append":
                    self.new = files.append_item(self.new, one.path, one.value, order)
                case "remove":
                    self.new = files.remove(self.new, one.path)

    def save(self, done: str, *, dry_run: bool) -> None:
        """Show the change and write it, unless it would make something wrong that was right. Raises ``Refused``."""
        from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
        from wiq_cli.files.disk import replace_text  # noqa: PLC0415  # start-up

        if self.new == self.text:
            note(UNCHANGED)
            return
        self.refuse_new_errors()
        if not dry_run:
            replace_text(self.path, self.name, self.text, self.new)
        out(unified(self.text, self.new, self.name))
        if not dry_run:
            note(done)

    def refuse_new_errors(self) -> None:
        """Check the whole network with the new text in place of the old one. Raises ``Refused`` with what is wrong."""
        from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up
        from wiq_cli.domain.finding import Level  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.edit_check import new_findings  # noqa: PLC0415  # start-up

        after = self._findings(self.new)
        if any(one.level is Level.ERROR for one in after):
            before = self._findings(self.text)
            if errors := new_findings(before, after, Level.ERROR):
                for one in errors:
                    note(f"{one.rule}: {one.message} {one.help}".rstrip())
                more = f"Mehr dazu: wiq explain {errors[0].rule}"
                raise Refused(f"So wäre die Datei nicht in Ordnung. {NOTHING_DONE} {more}")
        for one in after:
            if one.level is Level.WARNING and any(one.path[: len(path)] == path for path in self._touched):
                note(f"Achtung: {one.message} {one.help}".rstrip())

    def _findings(self, text: str) -> Sequence[Finding]:
        from wiq_cli.cli.checking import collect  # noqa: PLC0415  # start-up
        from wiq_cli.files.netz import Netzordner  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.check import Selection  # noqa: PLC0415  # start-up

        ordner = Netzordner(self.ordner.root, self.heute, {self.name: text.encode()})
        selection = Selection(self.name.__eq__)
        return collect(ordner, [], selection).report(ordner.read_again, selection).findings

    def team(self) -> Team:
        """The team as it stands in the file. Raises ``Unreadable`` where it cannot be read as one."""
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

        reading = self.ordner.read(Team, self.path)
        if reading.model is None:
            raise Unreadable(reading.findings)
        return reading.model

    def netz(self) -> Netz:
        """The whole network, as its files stand there now."""
        from wiq_cli.cli.checking import collect  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.check import Selection  # noqa: PLC0415  # start-up

        return collect(self.ordner, [], Selection(lambda _: False)).netz()


def _in_full(text: str, path: DataPath) -> str:
    """Write out the short forms that stand in the way of an edit: ``- Format`` becomes ``- schritt: Format``."""
    from wiq_cli.domain.model_paths import model_at  # noqa: PLC0415  # start-up
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import set_value  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.edit_entries import in_full  # noqa: PLC0415  # start-up

    for depth in range(1, len(path)):
        above, there = path[:depth], value_at(parse(text, "").data, path[:depth])
        if isinstance(path[depth], int):
            full: Any = [there] if isinstance(there, str) else None
        else:
            full = in_full(model_at(Team, above), there) if isinstance(above[-1], int) else None
        text = set_value(text, above, full) if full else text
    return text
