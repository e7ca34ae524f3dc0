"""Findings as SARIF 2.1.0, for GitHub's code scanning and other viewers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from wiq_cli import __version__
from wiq_cli.domain.finding import Finding, Level
from wiq_cli.report.findings_gitlab import fingerprints
from wiq_cli.rules.engine import rule

if TYPE_CHECKING:
    from wiq_cli.usecases.check import Report

LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "note"}


def document(report: Report) -> str:
    """Write the whole report as one SARIF log."""
    ids = sorted({one.rule for one in report.findings})
    marks = fingerprints(report.findings)
    run = {
        "tool": {"driver": {"name": "wiq", "version": __version__, "rules": [_rule(one) for one in ids]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, ids, mark) for one, mark in zip(report.findings, marks, strict=True)],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule_id: str) -> dict[str, Any]:
    found = rule(rule_id)
    return {
        "id": found.id,
        "name": found.name,
        "shortDescription": {"text": found.title},
        "help": {"text": found.page.strip()},
        "defaultConfiguration": {"level": LEVELS[found.level]},
    }


def _result(one: Finding, ids: list[str], mark: str) -> dict[str, Any]:
    region = {"startLine": one.span.line, "startColumn": one.span.column}
    if one.span.end_line > one.span.line or one.span.end_column > one.span.column:
        region |= {"endLine": one.span.end_line, "endColumn": one.span.end_column}
    location = {"artifactLocation": {"uri": quote(one.file, errors="surrogateescape")}, "region": region}
    return {
        "ruleId": one.rule,
        "ruleIndex": ids.index(one.rule),
        "level": LEVELS[one.level],
        "message": {"text": f"{one.message} {one.help}".rstrip()},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"wiq/v1": mark},
    }
