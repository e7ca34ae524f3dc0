"""People whom a comment or a note names, where no key says that a name follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan.firstnames import FIRST_NAMES
from wiq_cli.scan.folding import clean, folds
from wiq_cli.scan.persons import persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.types import Scalar

NAME_ASIDE = re.compile(r"(?:-\s*)?(?:\{\s*)?name\s*:\s*([^#,}]+)")
SOMEBODY = re.compile(
    r"\b(?:Frau|Herrn?|Hrn?\.|Fr\.|Familie)\s+(?:Dr\.\s+|Prof\.\s+)*([A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)*)"
)
FULL_NAME = re.compile(  # the second word may begin a name itself: „Frag Udo Übermut“
    r"(?<![\w-])(?=([^\W\d_a-zäöüß][^\W\d_]+(?:-[^\W\d_]+)?) ((?:(?:von|van|de|der|zu|zum) ){0,2}[^\W\d_a-zäöüß][^\W\d_]{2,}(?:-[^\W\d_]+)*)(?![\w-]))"
)
NO_SURNAME = frozenset(
    {"Straße", "Platz", "Park", "Schule", "Haus", "Weg", "Allee", "Ring", "Hof", "Stiftung", "Verein", "Team"}
)
NOBODYS = (("kooperationspartner",), ("name",), ("traeger",))  # keys under which a name is no person's


def named_aside(one: Scalar) -> Iterator[str]:
    """Give the people in a comment or a note: an entry put aside, a surname behind its title, a first name with the noun behind it."""
    match = NAME_ASIDE.match(one.text)
    if match and one.path[2:3] in NOBODYS:
        return
    if match and not match[1].rstrip().endswith("."):  # a sentence explains the field: „name: Vor- und Nachname.“
        yield from persons(clean(match[1]), is_name=True)
    yield from SOMEBODY.findall(one.text)
    for first, name in FULL_NAME.findall(one.text):
        if not FIRST_NAMES.isdisjoint(folds(first)) and name.rpartition(" ")[2] not in NO_SURNAME:
            yield f"{first} {name}"
