"""Findings as a GitLab Code Quality report.

The fingerprint tells whether two runs speak of the same finding: it holds rule, file and place in the data, not the
line, which moves with every edit above. Source: GitLab's Code Quality report format.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.usecases.check import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.finding import Finding
    from wiq_cli.usecases.check import Report

SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.HINT: "info"}


def document(report: Report) -> str:
    """Write the whole report as one JSON list."""
    prints = fingerprints(report.findings)
    rows = [
        {
            "description": f"{one.message} {one.help}".rstrip(),
            "check_name": one.rule,
            "fingerprint": mark,
            "severity": SEVERITIES[one.level],
            "location": {"path": one.file, "lines": {"begin": one.span.line, "end": one.span.end_line}},
        }
        for one, mark in zip(report.findings, prints, strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Give each finding a mark of its own that does not move with the lines."""
    texts = ("\0".join(map(str, mark)) for mark in marks(findings))
    return [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]  # a file has any name
