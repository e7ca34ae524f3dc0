"""Findings for programs: ``wiq.check/1``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.finding import Level

if TYPE_CHECKING:
    from wiq_cli.domain.finding import Finding
    from wiq_cli.usecases.check import Report


def row(one: Finding) -> dict[str, Any]:
    """Write one finding."""
    return {
        "rule": one.rule,
        "level": str(one.level),
        "file": one.file,
        "line": one.span.line,
        "column": one.span.column,
        "path": list(one.path),
        "message": one.message,
        "help": one.help,
    }


def document(report: Report) -> str:
    """Write the whole report as one JSON document."""
    findings = [row(one) for one in report.findings]
    summary = {
        "files": report.files,
        "errors": report.count(Level.ERROR),
        "warnings": report.count(Level.WARNING),
        "hints": report.count(Level.HINT),
    }
    return json.dumps({"schema": "wiq.check/1", "findings": findings, "summary": summary}, ensure_ascii=False, indent=2)
