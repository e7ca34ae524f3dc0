"""Findings for programs that read line by line: each line one finding as in ``wiq.check/1``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.report.findings_json import row

if TYPE_CHECKING:
    from wiq_cli.usecases.check import Report


def document(report: Report) -> str:
    """Write the report; nothing for nothing."""
    return "".join(json.dumps(row(one), ensure_ascii=False) + "\n" for one in report.findings)
