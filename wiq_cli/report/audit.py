"""What ``wiq audit`` found, for eyes and for machines: file, line and kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.report.publication import KINDS
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.audit import Fund


def as_text(found: Sequence[Fund]) -> str:
    """One line for each place."""
    return "".join(f"{safe(one.file)}:{one.line or 1}\t{KINDS[one.kind]}\n" for one in found)


def as_json(found: Sequence[Fund], files: int) -> str:
    """One document, also for nothing."""
    hits = [{"file": one.file, "line": one.line or 1, "kind": one.kind} for one in found]
    document = {"schema": "wiq.audit/1", "hits": hits, "summary": {"files": files, "hits": len(hits)}}
    return json.dumps(document, ensure_ascii=False, indent=2)
