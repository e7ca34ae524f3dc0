"""The ways a reader, a browser or a program can see a text. Each is searched, and so is what it turns into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan import blobs, markup
from wiq_cli.scan.escapes import decoded, unescaped
from wiq_cli.scan.folding import clean
from wiq_cli.scan.spellings import BACKSLASH, guesses, spellings
from wiq_cli.scan.types import CannotScan

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYERS = 8
MOST = 400


def views(text: str, name: str) -> list[str]:
    """Give every view of a text, each only once. Raises ``CannotScan`` where there is no end to them."""
    found: dict[str, None] = {}
    text = BACKSLASH.sub(r"\1", text) if name.endswith(".md") else text
    seen = {text}
    layer = [text]
    for _ in range(LAYERS):
        following: list[str] = []
        for raw in layer:
            base = clean(decoded(raw))
            found[base] = None
            for one in _further(raw, base, name):
                if one and one not in seen and not one.isspace():
                    seen.add(one)
                    following.append(one)
        layer = following
        if len(found) + len(layer) > MOST:
            raise CannotScan("size", name)
        if not layer:
            break
    else:
        if any(clean(decoded(raw)) not in found for raw in layer):
            raise CannotScan("size", name)
    return list(found)


def guessed(found: list[str]) -> list[str]:
    """Give what these views may mean besides. Only what is known counts there."""
    return [guess for one in found for guess in guesses(one)]


def _further(raw: str, base: str, name: str) -> Iterator[str]:
    source = raw if name.endswith(markup.SUFFIXES) else base
    if "<" in source and markup.MARKED_UP.search(source):
        yield from markup.bare(source)
    if base != raw:
        yield base
    else:
        yield from unescaped(base)
        yield from blobs.texts(base)
        yield from spellings(base, name)
