"""What came of forgetting somebody: places only, no values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.person_elsewhere import HISTORY, ticks
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.person_history import Verlauf
    from wiq_cli.usecases.person_traces import Spur

UNKNOWN = "Was in der Versionsgeschichte steht, weiß ich nicht."


def as_text(
    changed: Sequence[str],
    left: tuple[Sequence[Spur], Sequence[Spur]],
    verlauf: Verlauf | None,
    stubborn: Sequence[str],
) -> str:
    """One line for each file and place, then git, then what to tick off. ``left``: what names the person, what may."""
    remaining, doubtful = left
    lines = [f"geändert\t{safe(one)}" for one in changed]
    lines += [f"steht noch da\t{safe(one.file)}:{one.line}\t{safe(_what(one))}" for one in remaining]
    lines += [f"bitte ansehen\t{safe(one.file)}:{one.line}\tKommentar über dem Eintrag" for one in doubtful]
    lines += history_lines(verlauf)
    lines += [f"git\tvon Hand, der Plan reicht nicht\t{safe(one)}" for one in stubborn]
    if verlauf and not verlauf.is_clean:
        lines += ["", "Damit es auch aus git verschwindet:", *ticks(HISTORY)]
    return "".join(f"{line}\n" for line in lines)


def history_lines(verlauf: Verlauf | None) -> list[str]:
    """Say what git holds, in columns."""
    if verlauf is None:
        return ["git\tkein Repository"]
    if verlauf.silence:
        return [f"git\tungewiss\t{verlauf.silence} {UNKNOWN}"]
    lines = []
    if verlauf.commits:
        lines.append(f"git\tCommits mit Angaben\t{verlauf.commits}\t{verlauf.first}\t{verlauf.last}")
        lines += [f"git\tDatei\t{safe(one)}" for one in verlauf.files]
    counted = (
        ("Autor*in von Commits", verlauf.authored),
        ("Commit-Nachrichten mit Angaben", verlauf.messages),
        ("Tags mit Angaben", verlauf.tags),
        ("nicht lesbare Fassungen (Bilder, PDF, sehr Großes)", verlauf.unread),
    )
    lines += [f"git\t{name}\t{count}" for name, count in counted if count]
    if verlauf.is_shallow:
        lines.append("git\tdieser Klon ist unvollständig: Ältere Commits fehlen hier")
    return lines or ["git\tnichts gefunden"]


def _what(one: Spur) -> str:
    return {"#": "Kommentar", "": "Text"}.get(one.key, one.key)
