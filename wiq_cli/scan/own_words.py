"""The words that the shipped templates and rules put on pages: on a page they are no trace of somebody who is called so."""

from __future__ import annotations

import re
from functools import cache

from wiq_cli import resources
from wiq_cli.scan.firstnames import FIRST_NAMES
from wiq_cli.scan.folding import words

SHORTEST = 3
HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


@cache
def own_words() -> frozenset[str]:
    """Give all words of the templates, also of their ids, classes, styles and scripts. First names are not among them.

    The rules that a network starts with are on its pages, too.
    """
    folder = resources.folder("templates")
    paths = [*sorted((folder / "site").iterdir()), folder / "netz" / "regeln.yaml"]
    text = "\n".join(path.read_text("utf-8") for path in paths if path.is_file())
    found = {word for form in words(HUMP.sub(" ", text)) for word in form}
    return frozenset(word for word in found if len(word) >= SHORTEST and word.isalpha()) - FIRST_NAMES
