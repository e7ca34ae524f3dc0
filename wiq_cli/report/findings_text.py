"""Findings for eyes: on a terminal with the line and a caret, in a pipe one line each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Finding, Level
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.usecases.check import Report

WORDS = {Level.ERROR: "Fehler", Level.WARNING: "Warnung", Level.HINT: "Hinweis"}
COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.HINT: "1;36"}
LONGEST_SHOWN = 100
MORE = {Level.ERROR: "Fehler", Level.WARNING: "Warnungen", Level.HINT: "Hinweise"}


def plain(report: Report) -> str:
    """One line for each finding: place, level, rule, what, what to do."""
    return "".join(
        f"{place(one)}: {WORDS[one.level]} {one.rule}: {safe(f'{one.message} {one.help}'.rstrip())}\n"
        for one in report.findings
    )


def full(
    report: Report,
    title: Callable[[str], str],
    excerpt: Callable[[Finding], tuple[str, str] | None],
    *,
    colour: bool,
    limit: int | None = None,
) -> str:
    """Give a block for each finding. ``excerpt`` gives what may be shown of its line: the key and the entry."""
    shown = report.findings[:limit]
    blocks = [_block(one, title(one.rule), excerpt(one), colour=colour) for one in shown]
    if len(shown) < len(report.findings):
        counts = Counter(one.rule for one in report.findings)
        rows = "".join(f"{count:6} × {rule} {title(rule)}\n" for rule, count in sorted(counts.items()))
        blocks.append(f"Das sind die ersten {len(shown)} von {len(report.findings)}. Alle zeigt --all.\n{rows}")
    return "\n".join(blocks)


def summary(report: Report) -> str:
    """One line about everything."""
    files = "1 Datei" if report.files == 1 else f"{report.files} Dateien"
    counts = [
        f"{count} {WORDS[level] if count == 1 else MORE[level]}" for level in Level if (count := report.count(level))
    ]
    known = f" {report.known} bekannte Befunde sind weggelassen." if report.known else ""
    return f"{files} geprüft: " + (", ".join(counts) if counts else "alles in Ordnung") + "." + known


def place(finding: Finding) -> str:
    """Write the place as editors read it."""
    return f"{safe(finding.file)}:{finding.span.line}:{finding.span.column}"


def _block(finding: Finding, title: str, excerpt: tuple[str, str] | None, *, colour: bool) -> str:
    head = f"{WORDS[finding.level]} {finding.rule}"
    lines = [f"{_paint(head, COLOURS[finding.level], on=colour)}: {title}", f"  --> {place(finding)}"]
    if excerpt is None:
        lines.append(f"   = {safe(finding.message)}")
    else:
        before, marked = safe(excerpt[0]), _shortened(safe(excerpt[1].expandtabs(1)))
        number = str(finding.span.line)
        caret = " " * width(before) + _paint("^" * max(width(marked), 1), COLOURS[finding.level], on=colour)
        lines.append(f"{number} | {before}{marked}")
        lines.append(f"{' ' * len(number)} | {caret} {safe(finding.message)}")
    help_line = f"{safe(finding.help)}   " if finding.help else ""
    lines.append(f"   = {help_line}Mehr: wiq explain {finding.rule}")
    return "\n".join(lines) + "\n"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def width(text: str) -> int:
    """Columns a text takes on a terminal: wide characters two, combining ones none."""
    return sum(
        0
        if unicodedata.combining(one) or unicodedata.category(one) == "Cf"
        else 2
        if unicodedata.east_asian_width(one) in "WF"
        else 1
        for one in text
    )


def _paint(text: str, code: str, *, on: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if on else text
