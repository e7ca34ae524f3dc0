"""What the three generated pages of the handbook share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GENERATED = "<!-- Diese Seite ist erzeugt. Neu schreiben: pytest --bless tests/test_docs.py -->\n"
SPECIAL = re.compile(r"([\\*_`\[\]|])")


def text(words: str) -> str:
    """Write a text so that nothing in it means something to Markdown."""
    return SPECIAL.sub(r"\\\1", words).replace("<", "&lt;")


def code(words: str) -> str:
    words = words.replace("|", r"\|")  # a table would end its cell there
    return f"`{words}`" if words else ""


def anchor(name: str) -> str:
    return f'<a id="{name}"></a>\n'


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table; its cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
