"""Exceptions in a file: ``# wiq: erlaubt WIQ103, weil der Verein vier Ziele beschlossen hat``.

Behind a line or above it, the comment covers the entry that begins there with everything in it. Above the first entry
of the file it covers the whole file. Rules of reading (0xx) and of privacy (2xx) know no exceptions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Finding, Level, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.source import Source

FORM = re.compile(
    r"#\s*wiq:\s*erlaubt\s+(?P<rules>WIQ[0-9]{3}(?:\s*(?:,|und)\s*WIQ[0-9]{3})*)\s*,?\s*(?:weil\s+(?P<reason>\S.*))?$"
)
WITHOUT_EXCEPTION = ("WIQ0", "WIQ2")
EXAMPLE = "Schreib es so: # wiq: erlaubt WIQ103, weil …"


@dataclass(frozen=True, slots=True)
class Ausnahme:
    """One exception: for which rule, where it stands, which lines it covers."""

    rule: str
    file: str
    span: Span
    first: int
    last: int


def exceptions(source: Source, known: frozenset[str]) -> Iterator[Ausnahme | Finding]:
    """Give the exceptions of a file, and a finding for each that does not hold."""
    covered = source.coverage()
    for line, column, text in source.remarks:
        span = Span(line, column, line, column + len(text))
        match = FORM.fullmatch(text.rstrip())
        if match is None or not match["reason"]:
            yield Finding(
                source.file, span, "WIQ040", Level.ERROR, (), "Diese Ausnahme ist nicht vollständig.", EXAMPLE
            )
            continue
        first, last = covered(line, column)
        for rule in re.findall(r"WIQ[0-9]{3}", match["rules"]):
            if rule not in known:
                yield Finding(
                    source.file,
                    span,
                    "WIQ040",
                    Level.ERROR,
                    (),
                    "Diese Regel gibt es nicht.",
                    "Alle Regeln zeigt „wiq rules“.",
                )
            elif rule.startswith(WITHOUT_EXCEPTION):
                yield Finding(
                    source.file, span, "WIQ040", Level.ERROR, (),
                    "Von dieser Regel gibt es keine Ausnahme.", "Sie schützt die Datei oder die Leute darin. Lösch die Ausnahme.",
                )  # fmt: skip
            else:
                yield Ausnahme(rule, source.file, span, first, last)


def unused(ausnahme: Ausnahme) -> Finding:
    """Say that an exception allows nothing any more."""
    return Finding(
        ausnahme.file, ausnahme.span, "WIQ041", Level.WARNING, (),
        f"Hier gibt es nichts mehr, was {ausnahme.rule} stört.", "Lösch die Ausnahme.",
    )  # fmt: skip
