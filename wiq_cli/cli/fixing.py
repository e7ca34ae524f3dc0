"""What ``wiq fmt`` and ``wiq check --fix`` share: take each file, bring it into form, write it or show what would change."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.cli.console import note, out
from wiq_cli.domain.errors import ExitCode, Unreadable, WiqError, WrongCall

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.files.netz import Netzordner


@dataclass(slots=True)
class Outcome:
    """What came of one file: its text before and after, or why it stays as it is."""

    path: Path
    name: str
    old: str = ""
    new: str = ""
    repairs: list[str] = field(default_factory=list)
    error: WiqError | None = None

    @property
    def changes(self) -> bool:
        return self.error is None and self.new != self.old

    def write(self) -> None:
        """Put the new text in place of the old one; remember why that does not work."""
        from wiq_cli.files.disk import replace_text  # noqa: PLC0415  # start-up

        try:
            replace_text(self.path, self.name, self.old, self.new)
        except WiqError as error:
            self.error = error

    def diff(self) -> str:
        from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up

        return unified(self.old, self.new, self.name)


def format_file(ordner: Netzordner, path: Path, *, repair: bool = False) -> Outcome:
    """Bring one file into form, in memory."""
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up
    from wiq_cli.files.format import formatted  # noqa: PLC0415  # start-up
    from wiq_cli.files.format_repair import repaired  # noqa: PLC0415  # start-up
    from wiq_cli.files.netz import model_for  # noqa: PLC0415  # start-up

    outcome = Outcome(path, ordner.name_of(path))
    try:
        outcome.old = read_text(path, outcome.name)
        model, text = model_for(outcome.name), outcome.old
        if repair:
            text, outcome.repairs = repaired(text, model, outcome.name)
        outcome.new = formatted(text, model, outcome.name)
    except WiqError as error:
        outcome.error = error
    return outcome


def say(error: WiqError) -> None:
    """Say why a file stays as it is."""
    if isinstance(error, Unreadable):
        for one in error.findings:
            note(f"{one.file}:{one.span.line}:{one.span.column}: {one.message} {one.help}".rstrip())
    else:
        note(str(error))


def fix_before_check(
    ordner: Netzordner, only: Callable[[str], bool], extra: list[Path], *, fix: bool, dry_run: bool
) -> ExitCode:
    """Mend what is safe to mend in the files that were asked for. What cannot be mended, the check will name."""
    if not fix:
        raise WrongCall("--dry-run gehört zu --fix. Schreib: wiq check --fix --dry-run")
    if ordner.instead:
        raise WrongCall("--fix ändert Dateien, keine Standardeingabe. Dafür gibt es: wiq fmt -")
    changed = failed = 0
    for path in [*(one for one in ordner.all_paths() if only(ordner.name_of(one))), *extra]:
        outcome = format_file(ordner, path, repair=True)
        if outcome.changes and dry_run:
            out(outcome.diff())
        elif outcome.changes:
            outcome.write()
        if outcome.error is not None:
            failed += 1
            if dry_run or not isinstance(outcome.error, Unreadable):
                say(outcome.error)
        elif outcome.changes:
            changed += 1
            if outcome.repairs:
                note(f"{outcome.name}: Jetzt richtig geschrieben: {', '.join(sorted(outcome.repairs))}.")
    note(f"{counted(changed)} {'würde ich ändern' if dry_run else 'geändert'}.")
    return ExitCode.FINDINGS if failed else ExitCode.FINE


def counted(number: int) -> str:
    """Write ``1 Datei`` or ``3 Dateien``."""
    return "Eine Datei" if number == 1 else f"{number or 'Keine'} {'Dateien' if number else 'Datei'}"
