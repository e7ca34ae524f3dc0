"""One line for each finding: place, level, rule, what is the matter, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.findings_text import plain

if TYPE_CHECKING:
    from wiq_cli.usecases.check import Report


def document(report: Report) -> str:
    """Write the report; nothing for nothing."""
    return plain(report)
