"""Look for every private value in a text: an index of words, no list of patterns that grows with the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import context, shapes
from wiq_cli.scan.folding import WORD, folds
from wiq_cli.scan.types import CannotScan, Hit
from wiq_cli.scan.views import views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.needles import Needle, Needles
    from wiq_cli.scan.types import Tokens

READABLE = (".html", ".md", ".css", ".json", ".txt", ".xml", ".svg", ".ics", ".atom", ".csv", ".webmanifest")
LARGEST = 16 * 1024 * 1024


class Found(NamedTuple):
    """A needle in a view: the numbers of its first word and of the word behind its last, and where that is in the text."""

    key: Tokens
    needle: Needle
    first: int
    behind: int
    start: int
    end: int


def scan_file(needles: Needles, output: str, data: bytes, team: str | None) -> set[Hit]:
    """Look through one file and its name. ``team``: whose page it is. Raises ``CannotScan``: what it cannot read it does not pass."""
    if not output.endswith(READABLE) or b"\0" in data:
        raise CannotScan("binary", output)
    if len(data) > LARGEST:
        raise CannotScan("size", output)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotScan("encoding", output) from None
    return scan_text(needles, text, output, team) | scan_text(needles, output.replace("/", " / "), "", team)


def scan_text(needles: Needles, text: str, name: str, team: str | None) -> set[Hit]:
    """Look through a text in all its views."""
    hits: set[Hit] = set()
    for view in views(text, name):
        hits.update(_shaped(needles, view))
        for way, fold in enumerate(folds(view)):
            if not needles.by_first.keys().isdisjoint(WORD.findall(fold)):
                hits.update(_worded(needles, view, way, team))
    return hits


def _shaped(needles: Needles, view: str) -> Iterator[Hit]:
    for address in shapes.emails(view):
        if address not in needles.public_emails:
            yield Hit("email", (address,))
    for url in shapes.join_links(view):
        yield Hit("link", (url,))
    for digits in shapes.phones(view):
        if digits not in needles.public_numbers:
            yield Hit("phone", (digits,))
    if needles.numbers:
        for groups in shapes.numbers(view):
            yield from (Hit("phone", (digits,)) for digits in _known_numbers(needles, groups))


def _known_numbers(needles: Needles, groups: list[str]) -> Iterator[str]:
    """Find known numbers that begin and end where a group does."""
    for first in range(len(groups)):
        digits = ""
        for group in groups[first:]:
            digits += group
            if len(digits) > shapes.LONGEST + 4:
                break
            if (known := shapes.national(digits)) in needles.numbers or (known := digits) in needles.numbers:
                yield known


def _worded(needles: Needles, view: str, way: int, team: str | None) -> Iterator[Hit]:
    places = [match.span() for match in WORD.finditer(view)]
    words = [_folded(view[start:end], way) for start, end in places]
    found = [one for one in _lookup(needles, words, places) if one.needle.everywhere or team in one.needle.teams]
    free = _released(needles.released.get(team or "", set()), words)
    addresses = [match.span() for match in shapes.EMAIL.finditer(view)]
    named = [one for one in found if one.needle.kind == "name"]
    for one in found:
        if one.needle.kind == "name" and _is_inside_address(view, one, addresses, needles):
            continue
        if one.needle.kind == "name":
            if not free.issuperset(range(one.first, one.behind)) and _is_name(view, words, one):
                yield Hit("name", one.key)
        elif one.needle.kind != "role" or not one.needle.word:
            if not _is_public_email(needles, view, one):
                yield Hit(one.needle.kind, one.key)
        else:
            line = context.line_of(view, one.start, one.end)
            beside = any(
                other.start >= 0 and view[other.start : other.end] in line and _is_name(view, words, other)
                for other in named
            )
            if context.is_role_of_somebody(line, one.key, named=beside):
                yield Hit("role", one.key)


def _lookup(needles: Needles, words: list[str], places: list[tuple[int, int]]) -> Iterator[Found]:
    """Look up whole runs of words; a list of needles per first word would be quadratic."""
    for first, word in enumerate(words):
        for length in needles.by_first.get(word, ()):
            key = tuple(words[first : first + length])
            if len(key) == length and (needle := needles.by_tokens.get(key)):
                behind = first + length
                yield Found(key, needle, first, behind, places[first][0], places[behind - 1][1])


def _is_name(view: str, words: list[str], one: Found) -> bool:
    if context.is_place(view, one.end) or context.is_abbreviation(view, one.start, one.end):
        return False
    if not one.needle.word:
        return True
    if len(one.key) > 1:  # a full name made of words
        return view[one.start].isupper() and view[view.rfind(" ", 0, one.end) + 1].isupper()
    return context.is_used_as_name(view, one.start, one.end, words[max(0, one.first - 2) : one.first])


def _is_inside_address(view: str, one: Found, addresses: list[tuple[int, int]], needles: Needles) -> bool:
    """Whether an address holds the name: then the address is the finding, or a public list is called after somebody."""
    around = next((span for span in addresses if span[0] <= one.start and one.end <= span[1]), None)
    if around is None:
        return False
    return len(one.key) == 1 or not needles.public_emails.issuperset(shapes.emails(view[slice(*around)]))


def _released(released: set[Tokens], words: list[str]) -> set[int]:
    """Give the numbers of the words that a released full name covers, and no others."""
    firsts = {key[0] for key in released if key}
    return {
        number
        for position, word in enumerate(words)
        if word in firsts
        for key in released
        if tuple(words[position : position + len(key)]) == key
        for number in range(position, position + len(key))
    }


def _is_public_email(needles: Needles, view: str, one: Found) -> bool:
    """Whether the words of a private address are part of a longer public one."""
    around = view[max(0, one.start - 64) : one.end + 64]
    return one.needle.kind == "email" and any(
        address in needles.public_emails and all(word in address for word in one.key)
        for address in shapes.emails(around)
    )


def _folded(word: str, way: int) -> str:
    ways = folds(word)
    return ways[way] if way < len(ways) else ways[0]
