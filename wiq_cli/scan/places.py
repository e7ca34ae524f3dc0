"""Where people meet who do not want strangers to come: streets with their numbers, places that only a team knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.folding import clean, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.scan.types import Scalar, Tokens

MEETINGS, OPENNESS, PLACE, PARTNERS, NETWORK = "treffen", "oeffentlich", "ort", "kooperationspartner", "wiq.yaml"
LISTS = frozenset({"termine", "verlegt", "rhythmus"})
PARTS = re.compile(r"[,;/()]")
ASIDE = re.compile(r"\(([^()]*)\)")  # in a short form the place stands in brackets
ADDRESS = re.compile(
    r"(?<![^\W\d_])((?:[^\W\d_]+\.?[ -]){0,4}[^\W\d_]{2,}\.?)\s*(?:nr\.?\s*)?(\d{1,3}\s?[a-z]?)(?![\w:/]|[.-]\d|\.\s?\d|\s*uhr\b)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"[^\W\d_]{2}\.?\s*\d")  # without this there is no address
STREETS = (
    "strasse", "str", "platz", "allee", "ring", "weg", "gasse", "ufer", "damm", "steig", "stieg", "chaussee", "promenade", "hof", "markt", "winkel",
)  # fmt: skip
IN_FRONT = frozenset(
    [
        "am",
        "an",
        "im",
        "in",
        "auf",
        "zum",
        "zur",
        "unter",
        "hinter",
        "alte",
        "alter",
        "neue",
        "neuer",
        "grosse",
        "grosser",
        "kleine",
        "kleiner",
        "obere",
        "untere",
    ]
)
BETWEEN = frozenset(["der", "dem", "den", "die", "das"])
INDOORS = frozenset(
    [
        "raum",
        "saal",
        "zimmer",
        "haus",
        "halle",
        "etage",
        "stock",
        "stockwerk",
        "og",
        "eg",
        "ug",
        "gleis",
        "tor",
        "block",
        "teil",
        "gruppe",
        "buero",
        "buro",
        "werkstatt",
        "atelier",
        "eingang",
        "treffpunkt",
        "haltestelle",
        "linie",
        "trakt",
        "uhr",
    ]
)
FEWEST_WORDS, FEWEST_LETTERS = 4, 12


class Address(NamedTuple):
    """A street and a number, in folded words."""

    street: Tokens
    number: str


def is_openness(path: tuple[str | int, ...]) -> bool:
    """Whether a place of a file says if meetings are public."""
    return path[:1] == (MEETINGS,) and path[-1] == OPENNESS


def private_places(scalars: Iterable[Scalar]) -> Iterator[Scalar]:
    """Give the texts with places of meetings that are not public: of the whole team, of a rhythm, of one day."""
    by_file: dict[str, list[Scalar]] = {}
    for one in scalars:
        if one.path[:1] == (MEETINGS,):
            by_file.setdefault(one.file, []).append(one)
    for meetings in by_file.values():
        closed = [one.path[:-1] for one in meetings if is_openness(one.path) and one.text.strip() != "ja"]
        for one in meetings if closed else ():
            if one.path[-1] != OPENNESS and any(one.path[: len(above)] == above for above in closed):
                yield one


def noted(scalars: list[Scalar], inside: Iterable[Scalar]) -> Iterator[tuple[str, str]]:
    """Give the file and the street of every address that stands only in notes and comments: ``inside``."""
    found = {(one.file, each) for one in inside for each in addresses(one.text) if each.street[-1].endswith(STREETS)}
    if not found:
        return
    private = set(private_places(scalars))
    open_ones = [_place(one) for one in scalars if one.path[:1] == (MEETINGS,) and one not in private]
    streets = _streets_in([*_known(scalars), *open_ones])
    for file, one in sorted(found):
        if streets.isdisjoint(spellings(one)):
            yield file, f"{' '.join(one.street)} {one.number}"


def _known(scalars: Iterable[Scalar]) -> list[str]:
    """Give the texts in which the network itself makes places known."""
    return [one.text for one in scalars if one.file == NETWORK or one.path[:1] == (PARTNERS,)]


def _streets_in(texts: Iterable[str]) -> set[Tokens]:
    return {key for text in texts for one in addresses(text) for key in spellings(one)}


def hidden(scalars: list[Scalar]) -> Iterator[tuple[str, str]]:
    """Give the file and the place of every meeting that is not public, without what the network itself makes known."""
    private = set(private_places(scalars))
    if not private:
        return
    known = _known(scalars)
    streets = _streets_in(known)
    said = {key for text in known for key in sayings(text)}
    open_ones = [one for one in scalars if one.path[:1] == (MEETINGS,) and one not in private]
    own = {(one.file, key) for one in open_ones for key in sayings(_place(one))}
    for one in sorted(private):
        for part in PARTS.split(_place(one)):
            if not streets.isdisjoint(key for it in addresses(part) for key in spellings(it)):
                continue
            if not any(key in said or (one.file, key) in own for key in sayings(part)):
                yield one.file, part


def _place(one: Scalar) -> str:
    """Give the place out of a text about a meeting; empty where there is none."""
    if one.path[-1] == PLACE:
        return one.text
    return " ; ".join(ASIDE.findall(one.text)) if isinstance(one.path[-1], int) or one.path[-1] in LISTS else ""


def addresses(text: str) -> Iterator[Address]:
    """Give every street with a number that stands in a text."""
    text = clean(text)
    for match in ADDRESS.finditer(text) if NUMBERED.search(text) else ():
        for street in {tuple(form) for form in words(match[1])}:
            if address := _address(street, "".join(match[2].split()).casefold()):
                yield address


def _address(written: Tokens, number: str) -> Address | None:
    """Leave of the words in front of a number those that name a street."""
    last = written[-1]
    if last in INDOORS:
        return None
    ending = next((one for one in STREETS if last.endswith(one)), "")
    if ending and last != ending:
        start = len(written) - 1
    elif ending and len(written) > 1:  # Karl-Heine-Straße, Lindenauer Markt
        start = max(0, len(written) - 3)
    else:
        start = len(written) - 1
        while start and written[start - 1] in BETWEEN:
            start -= 1
        if not start or written[start - 1] not in IN_FRONT:
            return None
        start -= 1
    return Address(tuple(written[start:]), number)


def sayings(text: str) -> Iterator[Tokens]:
    """Give the parts of a place that say where it is without a street: only its own team would write them."""
    for part in PARTS.split(ADDRESS.sub(",", clean(text))):
        for form in words(part):
            if len(form) >= FEWEST_WORDS and sum(map(len, form)) >= FEWEST_LETTERS:
                yield tuple(form)


def spellings(address: Address) -> Iterator[Tokens]:
    """Give the ways of writing an address: the street short and long, in one word or in several, „Nr.“ before the number."""
    for street in _streets(address.street):
        for number in _numbers(address.number):
            yield (*street, *number)
            yield (*street, "nr", *number)
            yield (*street, "hausnummer", *number)


def _streets(street: Tokens) -> set[Tokens]:
    *front, last = street
    found = {street}
    for long, short in (("strasse", "str"), ("platz", "pl")):
        for one in (long, short):
            if last.endswith(one):
                stem = last.removesuffix(one)
                found |= {(*front, stem + other) for other in (long, short)}
                found |= {(*front, stem, other) for other in (long, short) if stem}
    glued = {("".join(one),) for one in found if len(one) > 1 and not set(one) & IN_FRONT}
    shorter = {one[-2:] for one in found if len(one) > 2}  # noqa: PLR2004  # „Heine-Straße“
    return found | glued | {one for one in shorter if len(one[0]) > 2 and one[0] not in BETWEEN}  # noqa: PLR2004


def _numbers(number: str) -> set[Tokens]:
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return {(number,), (digits, number.removeprefix(digits))} if digits != number else {(number,)}


def stems(address: Address) -> set[str]:
    """Give words of which every spelling of an address holds one."""
    found = set()
    for one in _streets(address.street):
        found.add(max(one, key=lambda word: (word not in STREETS and word not in IN_FRONT, len(word))))
    return found
