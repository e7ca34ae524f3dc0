"""The words that wiq itself puts on pages: there they are no trace of somebody who is called so."""

from __future__ import annotations

import re
from functools import cache

from wiq_cli import resources
from wiq_cli.scan.firstnames import FIRST_NAMES
from wiq_cli.scan.folding import words

SHORTEST = 3
LETTERS = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
OF_FORMATS = "Europe/Berlin commit findings manifest needles released"
"""What libraries and file formats add: the usual time zone, the proof of the publication."""


@cache
def own_words() -> frozenset[str]:
    """Give all words of ``sources``, also of ids, classes, styles and scripts. First names are not among them."""
    text = "\n".join(data.decode() for data in sources())
    written = {*LETTERS.findall(text), *LETTERS.findall(OF_FORMATS)}
    written |= {part for word in written for part in HUMP.split(word)}
    found = {word for form in words(" ".join(written)) for word in form}
    return frozenset(word for word in found if len(word) >= SHORTEST and word.isalpha()) - FIRST_NAMES


def sources() -> list[bytes]:
    """Read the files whose words come onto pages: templates, the rules a network starts with, keys of the data, what draws."""
    templates, code = resources.folder("templates"), resources.PACKAGE
    paths = [*(templates / "site").iterdir(), *(code / "render").glob("*.py"), *(code / "usecases").glob("public*.py")]
    paths += [templates / "netz/regeln.yaml", resources.folder("schemas") / "site.json"]
    return [path.read_bytes() for path in sorted(paths) if path.is_file()]
