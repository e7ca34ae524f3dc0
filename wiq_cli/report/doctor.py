"""What ``wiq doctor`` saw, for eyes and for machines."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.doctor import Answer

WORDS = {"ok": "gut", "note": "Hinweis", "mend": "zu tun"}
STATE = 9  # columns


def as_table(answers: Sequence[Answer], width: int) -> str:
    """For a terminal: how it stands and what is, and under it the command that mends it."""
    lines = []
    for one in answers:
        wrapper = textwrap.TextWrapper(width, subsequent_indent=" " * STATE, break_on_hyphens=False)
        lines.append(wrapper.fill(f"{WORDS[one.state]:<{STATE}}{safe(one.message)}"))
        if one.command:
            lines.append(f"{' ' * STATE}→ {safe(one.command)}")
    return "\n".join(lines) + "\n"


def as_lines(answers: Sequence[Answer]) -> str:
    """One line each: how it stands, what is, and the command that mends it."""
    rows = ([WORDS[one.state], one.message, *([one.command] if one.command else [])] for one in answers)
    return "".join("\t".join(map(safe, row)) + "\n" for row in rows)


def as_json(answers: Sequence[Answer]) -> str:
    """One document."""
    checks = [
        {"check": one.check, "state": str(one.state), "message": one.message, "command": one.command or None}
        for one in answers
    ]
    summary = {"checks": len(checks), "mend": sum(one["state"] == "mend" for one in checks)}
    return json.dumps({"schema": "wiq.doctor/1", "checks": checks, "summary": summary}, ensure_ascii=False, indent=2)
