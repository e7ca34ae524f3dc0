"""What ``wiq publish --look-back`` found: the page first, since that is what must come down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.publication import KINDS
from wiq_cli.report.safe import safe
from wiq_cli.usecases.publication import VORLAGEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.usecases.publication import Leck, Outcome


def as_text(outcome: Outcome) -> str:
    """One line for each page and kind; then the teams that may no longer be shown at all."""
    lines = [f"{safe(one.output)}\t{KINDS[one.kind]}\t{_place(one)}" for one in _by_page(outcome.leaks)]
    lines += [f"teams/{safe(team)}/\talle Seiten\tteams/{safe(team)}.yaml" for team in outcome.removed]
    return "".join(f"{line}\n" for line in dict.fromkeys(lines))


def _by_page(leaks: Iterable[Leck]) -> list[Leck]:
    return sorted(leaks, key=lambda one: (one.output, one.file, one.line, one.kind))


def _place(one: Leck) -> str:
    known = one.field or one.file.startswith(VORLAGEN)
    return f"{safe(one.file)}:{one.line} {safe(one.field)}".rstrip() if known else "steht nur auf der Seite"
