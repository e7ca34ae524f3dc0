"""Findings for eyes: on a terminal with the line and a caret, in a pipe one line each."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Finding, Level
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiq_cli.usecases.check import Report

WORDS = {Level.ERROR: "Fehler", Level.WARNING: "Warnung", Level.HINT: "Hinweis"}
COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.HINT: "1;36"}
SHORTEST_SHOWN = 20  # columns of a source line, however deep it is indented
BULLET, GAP = "   = ", "   "
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
    columns: int,
    colour: bool,
    limit: int | None = None,
) -> str:
    """Give a block for each finding, the gravest where there are too many.

    ``excerpt`` gives what may be shown of its line: the key and the entry.
    """
    everything = report.findings
    gravest = sorted(everything, key=_gravity)[:limit]  # stable: in each level the first ones
    shown = everything if len(gravest) == len(everything) else sorted(gravest, key=Finding.sort_key)
    blocks = [_block(one, title(one.rule), excerpt(one), columns=columns, colour=colour) for one in shown]
    if len(shown) < len(everything):
        blocks.append(_rest(everything, len(shown), title, columns))
    return "\n".join(blocks)


def _rest(findings: Sequence[Finding], shown: int, title: Callable[[str], str], columns: int) -> str:
    """Say how many findings there are of each rule."""
    counts = Counter((_gravity(one), one.rule) for one in findings)
    words = list(WORDS.values())
    rows = [
        line
        for (level, rule), count in sorted(counts.items())
        for line in _fitted(f"{count:6} × ", f"{words[level]} {rule}: {title(rule)}", columns)
    ]
    intro = f"Das sind die {shown} schwersten von {len(findings)} Befunden. Alle zeigt --all."
    return "\n".join([*_fitted("", intro, columns), *rows]) + "\n"


def _gravity(finding: Finding) -> int:
    return list(Level).index(finding.level)


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


def _block(finding: Finding, title: str, excerpt: tuple[str, str] | None, *, columns: int, colour: bool) -> str:
    head, code = f"{WORDS[finding.level]} {finding.rule}", COLOURS[finding.level]
    first, *rest = _fitted("", f"{head}: {title}", columns)
    lines = [first.replace(head, _paint(head, code, on=colour), 1), *rest, f"  --> {place(finding)}"]
    message, more = safe(finding.message), f"Mehr: wiq explain {finding.rule}"
    if excerpt is None or not excerpt[1].strip():
        lines += _fitted(BULLET, message, columns)
    else:
        number, before = str(finding.span.line), safe(excerpt[0])
        indent = len(number) + 3 + width(before)
        marked = _shortened(safe(excerpt[1].expandtabs(1)), max(columns - indent, SHORTEST_SHOWN))
        caret = "^" * max(width(marked), 1)
        lines.append(f"{number} | {before}{marked}")
        lines.append(f"{' ' * len(number)} | {' ' * width(before)}{_paint(caret, code, on=colour)}")
        if indent + len(caret) + 1 + len(message) <= columns:
            lines[-1] += f" {message}"
        else:
            lines += _fitted(BULLET, message, columns)
    helped = safe(finding.help)
    if helped and len(BULLET) + len(helped) + len(GAP) + len(more) > columns:
        lines += [*_fitted(BULLET, helped, columns), BULLET + more]
    else:
        lines.append(BULLET + (helped + GAP if helped else "") + more)
    return "\n".join(lines) + "\n"


def _fitted(head: str, text: str, columns: int) -> list[str]:
    """Break a text into lines that fit the terminal; what follows stands below the beginning."""
    indent = " " * len(head)
    return textwrap.wrap(
        text, columns, initial_indent=head, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _shortened(text: str, room: int) -> str:
    """Cut a text to the columns there are."""
    if width(text) <= room:
        return text
    while width(text) >= room:
        text = text[:-1]
    return text + "…"


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
