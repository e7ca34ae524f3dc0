"""The ways a reader, a browser or a program can see a text. Each is searched, and so is what it turns into."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wiq_cli.scan import blobs, markup
from wiq_cli.scan.escapes import decoded, unescaped
from wiq_cli.scan.folding import clean
from wiq_cli.scan.spellings import BACKSLASH, guesses, spellings
from wiq_cli.scan.types import CannotScan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LAYERS = 10
MOST = 600
SPELT = 2  # one way of spelling may hide another; what comes out of two is only compared


@lru_cache(maxsize=1)
def views(text: str, name: str) -> tuple[str, ...]:
    """Give every view of a text, each only once. Raises ``CannotScan`` where there is no end to them."""
    found: dict[str, None] = {}
    text = BACKSLASH.sub(r"\1", text) if name.endswith(".md") else text
    seen = {text}
    layer = [(text, 0)]
    for _ in range(LAYERS):
        following: list[tuple[str, int]] = []
        for raw, spelt in layer:
            base = clean(decoded(raw))
            found[base] = None
            for one, more in _further(raw, base, name, spelt):
                if one and one not in seen and not one.isspace():
                    seen.add(one)
                    following.append((one, spelt + more))
        layer = following
        if not layer:
            return tuple(found)
        if len(found) + len(layer) > MOST:
            break
    raise CannotScan("size", name)


def _further(raw: str, base: str, name: str, spelt: int) -> Iterator[tuple[str, int]]:
    """Give what a text turns into, and whether that is a matter of spelling."""
    source = raw if name.endswith(markup.SUFFIXES) else base
    if "<" in source and markup.MARKED_UP.search(source):
        yield from ((one, 0) for one in markup.bare(source))
    if base != raw:
        yield base, 0
        return
    yield from ((one, 0) for one in unescaped(base))
    yield from ((one, 0) for one in blobs.texts(base))
    if spelt < SPELT:
        yield from ((one, 1) for one in spellings(base, name))


def guessed(found: Iterable[str]) -> list[str]:
    """Give what these views may mean besides. Only what is known counts there."""
    return [guess for one in found for guess in guesses(one)]
