"""The ways a reader, a browser or a program can see a text. Each is searched, and so is what it turns into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan import blobs, markup
from wiq_cli.scan.escapes import BACKSLASH, decoded, unescaped
from wiq_cli.scan.folding import clean
from wiq_cli.scan.spellings import spellings
from wiq_cli.scan.types import CannotScan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.seen import Seen

NO_BREAK = "\u00a0"  # stands in every date; whatever else is to be cleaned is so behind the tags
LAYERS = 10
MOST = 600
ENOUGH, TIMES = 500_000, 10  # letters of all views, of any text and of each of its own: what is more has no end
COMPARED = 3  # what is only compared with what is known
SPELT = 2  # one way of spelling may hide another; what comes out of two is only compared


def views(text: str, name: str, seen: Seen | None = None) -> Iterator[tuple[str, bool]]:
    """Give every view of a text, each only once, and of each what was not ``seen``; and whether that is all there is.

    Raises ``CannotScan`` where there is no end to them.
    """
    first = (BACKSLASH.sub(r"\1", text) if name.endswith(".md") else text).replace(NO_BREAK, " ")
    known, count, room = {first}, 0, ENOUGH + TIMES * len(first)
    layer = [(first, 0, True)]
    for _ in range(LAYERS):
        following: list[tuple[str, int, bool]] = []
        for raw, spelt, whole in layer:
            if (room := room - len(raw)) < 0:
                raise CannotScan("size", name)
            is_whole = whole
            if (base := clean(decoded(raw))) != raw:
                more = _undone(raw, base, name)
            else:
                view = seen.fresh(raw, name, spelt) if seen else raw
                is_whole = whole and view == raw
                count += 1
                yield view, is_whole
                more = _further(view, name, spelt)
            for one, steps in more:
                if one and one not in known and not one.isspace():
                    known.add(one)
                    following.append((one, spelt + steps, is_whole))
        layer = following
        if not layer:
            return
        if count + len(layer) > MOST:
            break
    raise CannotScan("size", name)


def _undone(raw: str, base: str, name: str) -> Iterator[tuple[str, int]]:
    """Give a text with its entities undone. A page has its tags before that, any other text behind it."""
    yield from _without_tags(raw if name.endswith(markup.SUFFIXES) else base)
    yield base, 0


def _further(view: str, name: str, spelt: int) -> Iterator[tuple[str, int]]:
    """Give what a view turns into, and whether that is a matter of spelling."""
    yield from _without_tags(view)
    yield from ((one, 0) for one in unescaped(view))
    yield from ((one, 0) for one in blobs.texts(view))
    if spelt < SPELT:
        yield from ((one, 1) for one in spellings(view, name))


def _without_tags(text: str) -> Iterator[tuple[str, int]]:
    if "<" in text and markup.MARKED_UP.search(text):
        yield from ((one, 0) for one in markup.bare(text))
