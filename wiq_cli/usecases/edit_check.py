"""What an edit would break: the errors and warnings of a whole check that were not there before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.domain.finding import Finding, Level


def new_findings(before: Iterable[Finding], after: Iterable[Finding], level: Level) -> list[Finding]:
    """Give the findings of a level that a change brings, and nothing that was there already."""
    known = Counter((one.rule, one.level, one.message) for one in before)
    fresh = []
    for one in after:
        mark = (one.rule, one.level, one.message)
        if one.level is level and not known[mark]:
            fresh.append(one)
        known[mark] -= known[mark] > 0
    return fresh
