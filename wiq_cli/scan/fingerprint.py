"""In one short name: all that a verdict on a page hangs on besides the page. With another name an earlier verdict counts for nothing.

Nothing can be read out of it: it is one digest of all values together, and of the scanner.
"""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from wiq_cli.scan.lexicon import Lexicon
from wiq_cli.scan.own_words import sources
from wiq_cli.scan.private_texts import PrivateTexts

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

HERE = Path(__file__).parent


def fingerprint(needles: Needles) -> str:
    """Name what is looked for, what is public, what is released and who looks. Ask before the first search: that spells values out."""
    data = f"{_plain(needles)}\0{sys.version}\0{unicodedata.unidata_version}"
    return blake2b(data.encode("utf-8", "surrogatepass") + _scanner(), digest_size=16).hexdigest()


def _plain(value: object) -> str:
    """Write a value so that equal ones look alike in every run: sets have no order of their own. Raises for what is unknown."""
    match value:
        case None | str() | int() | tuple():  # tuples hold nothing but these
            text = repr(value)
        case list():
            text = f"[{','.join(map(_plain, value))}]"
        case set() | frozenset():
            text = f"{{{','.join(sorted(map(_plain, value)))}}}"
        case dict():
            text = f"{{{','.join(sorted(f'{_plain(key)}:{_plain(one)}' for key, one in value.items()))}}}"
        case Lexicon():  # its stems follow from the values
            text = _plain(set(value.values()))
        case PrivateTexts():
            text = _plain(value.added)
        case _ if is_dataclass(value):  # what is kept out of its repr was only met on the way
            text = _plain({one.name: getattr(value, one.name) for one in fields(value) if one.repr})
        case _:
            raise TypeError(type(value).__name__)
    return text


@cache
def _scanner() -> bytes:
    """Name this very scanner: its code and words, and the files whose own words it passes over."""
    total = blake2b(digest_size=16)
    for data in [*(path.read_bytes() for path in sorted(HERE.rglob("*.py"))), *sources()]:
        total.update(b"%d\0" % len(data) + data)
    return total.digest()
