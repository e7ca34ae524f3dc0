"""What a search found, for eyes, pipes and programs (``wiq.find/1``)."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.report.decisions import OUTCOME
from wiq_cli.report.safe import safe
from wiq_cli.report.status_words import STATUS
from wiq_cli.usecases.find import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.formats import teams as formats
    from wiq_cli.usecases.find import Found, Hit

SCHEMA = "wiq.find/1"
HEAD = {
    "team": "Teams", "topic": "Themen", "district": "Stadtteile", "partner": "Partner", "decision": "Beschlüsse", "person": "Personen",
}  # fmt: skip
FEW = 6  # teams that are named


def plain(found: Found) -> str:
    """One line each, the best first: kind, file name or id or kennung, name, teams."""
    rows = ((one.kind, one.key, one.name, ", ".join(one.teams)) for one in found.hits)
    return "".join("\t".join(safe(cell) for cell in row) + "\n" for row in rows)


def full(found: Found, width: int) -> str:
    """Grouped by kind."""
    hits = sorted(found.hits, key=lambda one: KINDS.index(one.kind))
    blocks = []
    for kind, group in groupby(hits, key=lambda one: one.kind):
        lines = [HEAD[kind]]
        for one in group:
            said = safe(" · ".join(filter(None, _words(one))))
            lines += textwrap.wrap(
                f"  {said}", width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _words(one: Hit) -> Iterator[str]:
    yield one.name
    yield one.key
    if one.kind == "team":
        yield STATUS[one.detail][0]
    elif one.kind == "decision":
        yield OUTCOME.get(one.detail, "")
    else:
        more = f" und {len(one.teams) - FEW} weitere" if len(one.teams) > FEW else ""
        yield ", ".join(one.teams[:FEW]) + more


def document(query: str, found: Found) -> str:
    """Write everything as one JSON document."""
    hits: list[formats.FindHit] = [
        {"kind": one.kind, "key": one.key or None, "name": one.name, "teams": list(one.teams)} for one in found.hits
    ]
    data: formats.Find = {
        "schema": SCHEMA,
        "query": query,
        "total": found.total,
        "hits": hits,
        "meant": list(found.meant),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
