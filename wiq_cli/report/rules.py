"""The rules for eyes and for machines: the list, and the page of one rule."""

from __future__ import annotations

import json
import re
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.report.findings_text import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.rules.engine import Rule

FAMILIES = {
    "WIQ0": "Lesen: Ist die Datei in Ordnung?",
    "WIQ1": "Profil: Ist das Konzept ausgefüllt?",
    "WIQ2": "Personen und Datenschutz",
    "WIQ3": "Treffen",
    "WIQ4": "Beschlüsse",
    "WIQ5": "Aufnahme und Teamarten",
    "WIQ9": "Das ganze Netzwerk",
}
ID, LEVEL = 8, 9  # columns
FILE_MARK = re.compile(r"^( *)#: ", re.MULTILINE)  # in the examples: here begins another file


def by_family(rules: Sequence[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """Give the rules under the headings of their families."""
    for family, members in groupby(rules, lambda one: one.id[:4]):
        yield FAMILIES.get(family, family), list(members)


def as_lines(rules: Sequence[Rule]) -> str:
    """One line each, for a pipe."""
    return "".join(f"{one.id}\t{WORDS[one.level]}\t{one.title}\n" for one in rules)


def as_table(rules: Sequence[Rule], width: int) -> str:
    """Under headings, no line longer than the terminal."""
    return "\n".join(
        f"{heading}\n" + "".join(_row(one, width) for one in members) for heading, members in by_family(rules)
    )


def as_json(rules: Sequence[Rule]) -> str:
    """One document."""
    rows = [{"rule": one.id, "name": one.name, "level": str(one.level), "title": one.title} for one in rules]
    return json.dumps({"schema": "wiq.rules/1", "rules": rows}, ensure_ascii=False, indent=2)


def page(rule: Rule, width: int | None = None) -> str:
    """The page of one rule; with a width its sentences fit a terminal. Examples stay as they are."""
    parts = list(paragraphs(rule))
    if width is not None:
        parts = [_fitted(one, width) for one in parts]
    head = f"{rule.id} ({WORDS[rule.level]}): {rule.title}."
    return "\n\n".join([head if width is None else textwrap.fill(head, width), *parts]) + "\n"


def paragraphs(rule: Rule) -> Iterator[str]:
    """Give what stands under the title, piece by piece; an example stays with the word above it."""
    body = FILE_MARK.sub(r"\1# ", rule.page.partition("\n")[2])
    yield from re.split(r"\n\n(?! )", body.strip("\n").rstrip())


def _row(rule: Rule, width: int) -> str:
    head = f"  {rule.id:<{ID}}{WORDS[rule.level]:<{LEVEL}}"
    return (
        textwrap.fill(rule.title, width, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False)
        + "\n"
    )


def _fitted(paragraph: str, width: int) -> str:
    text, gap, example = paragraph.partition("\n\n    ")
    if text.startswith("- "):
        lines = text.split("\n")
        return "\n".join(textwrap.fill(one, width, subsequent_indent="  ", break_on_hyphens=False) for one in lines)
    return textwrap.fill(text, width, break_on_hyphens=False) + gap + example
