"""Look for private values of the network in other texts: which line of which file, and what kind. Never the value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.scan.needles import Needles, collect
from wiq_cli.scan.proof import prove
from wiq_cli.scan.scanner import scan_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.scan.types import Hit, Kind, Scalar

SCISSORS = " >8 "
COMMENT = "#"
SIGNATURE = "Signed-off-by:"  # repeats what git writes down as the author anyway


@dataclass(frozen=True, slots=True, order=True)
class Fund:
    """Something private in a text; line 0 where it stretches over several lines."""

    file: str
    line: int
    kind: Kind


def needles_of(scalars: Iterable[Scalar], heute: date) -> Needles:
    """Collect what to look for. No page is at hand here, so every value counts everywhere. Raises ``CannotScan``."""
    needles = collect(scalars, heute)
    for needle in needles.by_tokens.values():
        needle.everywhere = True
    prove(needles)
    return needles


def audit(needles: Needles, file: str, text: str) -> list[Fund]:
    """Look through one text."""
    rest = scan_text(needles, text, file, None)
    found: set[Fund] = set()
    if rest:
        for number, line in enumerate(text.splitlines(), start=1):
            here = scan_text(needles, line, file, None)
            found |= {Fund(file, number, hit.kind) for hit in here}
            rest -= here
    placed = {one.kind for one in found}
    return sorted(found | {Fund(file, 0, hit.kind) for hit in _unplaced(rest, placed)})


def _unplaced(rest: set[Hit], placed: set[Kind]) -> Iterator[Hit]:
    """Give what only the whole text shows; another spelling of what was placed needs no second line."""
    yield from (hit for hit in rest if hit.kind not in placed)


def commit_message(text: str) -> str:
    """Leave of a commit message what git keeps: without the comments at its end, the diff below them, the signature."""
    lines = text.splitlines()
    cut = next((number for number, line in enumerate(lines) if line.startswith(COMMENT) and SCISSORS in line), None)
    lines = lines[:cut]
    while lines and (not lines[-1].strip() or lines[-1].startswith(COMMENT)):
        lines.pop()
    return "\n".join("" if line.startswith(SIGNATURE) else line for line in lines)
