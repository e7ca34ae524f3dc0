"""The answer to somebody who asks what is known about them, for reading. It holds private values on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.decisions import columns
from wiq_cli.report.person import WORDS
from wiq_cli.report.person_forget import history_lines
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.person_show import Auskunft
    from wiq_cli.usecases.person_traces import Spur

NOTHING = "Nichts."


def as_text(one: Auskunft, *, terminal: bool) -> str:
    """Give the whole answer; columns are aligned only where a person reads along."""
    lines = [f"Auskunft nach Art. 15 DSGVO: {safe(one.label)}", f"{safe(one.network)}, Stand {one.day:%d.%m.%Y}"]
    lines.append(f"Verantwortlich: {safe(one.controller)}" if one.controller else "Verantwortlich: (bitte ergänzen)")
    if one.unread:
        lines += [
            "",
            "Diese Auskunft ist unvollständig. Nicht lesbar sind:",
            *(f"  {safe(file)}" for file in one.unread),
        ]
    sections: list[tuple[str, list[str]]] = [
        ("1. Was über dich gespeichert ist", _places(one.own, terminal=terminal)),
        ("2. Andere Stellen, die dich nennen", _places(one.named, terminal=terminal)),
        ("3. Wo nur deine Kennung steht (Beschlüsse und Ähnliches)", _places(one.referred, terminal=terminal)),
        ("4. Wozu du ja oder nein gesagt hast", _consent(one)),
        ("5. Was davon heute öffentlich ist", _public(one, terminal=terminal)),
        ("6. Was die Versionsgeschichte (git) noch enthält", history_lines(one.verlauf)),
        ("7. Wozu, auf welcher Grundlage, wer es bekommt, wie lange", _activities(one)),
        ("8. Deine Rechte", [f"- {text}" for text in one.rights]),
    ]
    for heading, body in sections:
        lines += ["", heading, *(body or [NOTHING])]
    lines += ["", "Woher die Angaben stammen: von dir, oder von der Leitung deines Teams."]
    lines.append("Es gibt keine automatischen Entscheidungen über dich und kein Profiling.")
    return "\n".join(lines) + "\n"


def _places(found: Sequence[Spur], *, terminal: bool) -> list[str]:
    rows = [[f"{one.file}:{one.line}", "Kommentar" if one.key == "#" else one.key, one.value] for one in found]
    return columns(rows, aligned=terminal).split("\n") if rows else []


def _consent(one: Auskunft) -> list[str]:
    return [
        f"{safe(row.team)}: " + ", ".join(f"{zweck} {WORDS[state]}" for zweck, state in row.consent.items())
        + (" (minderjährig: Name und Foto erscheinen nie)" if row.is_minor else "")
        for row in one.consent
    ]  # fmt: skip


def _public(one: Auskunft, *, terminal: bool) -> list[str]:
    if one.public is None:
        return ["Hier liegt keine veröffentlichte Seite (Ordner site). Was im Internet steht, weiß wiq nicht."]
    return _places(one.public, terminal=terminal)


def _activities(one: Auskunft) -> list[str]:
    return [
        f"- {activity.name}: {activity.zweck} {activity.grundlage}. Empfänger: {'; '.join(activity.empfaenger)}. {activity.frist}"
        for activity in one.activities
    ]
