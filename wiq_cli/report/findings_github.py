"""Findings as annotations of a GitHub or Forgejo run.

Only the first ten errors and warnings of a step are shown beside the code, so the gravest come first. The log hides
the place of an annotation, so the text repeats it. Source: GitHub's workflow commands and the runner's escaping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Finding, Level
from wiq_cli.report.findings_text import place
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from wiq_cli.usecases.check import Report

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "notice"}
ORDER = list(COMMANDS)


def document(report: Report) -> str:
    """Write the report; nothing for nothing."""
    ordered = sorted(report.findings, key=lambda one: (ORDER.index(one.level), one.sort_key()))
    return "".join(_line(one) for one in ordered)


def _line(one: Finding) -> str:
    properties = {
        "file": one.file,
        "line": one.span.line,
        "col": one.span.column,
        "endLine": one.span.end_line,
        "endColumn": one.span.end_column,
        "title": one.rule,
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{COMMANDS[one.level]} {written}::{_data(f'{place(one)}: {one.message} {one.help}'.rstrip())}\n"


def _data(text: str) -> str:
    return safe(text, keep_lines=True).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
