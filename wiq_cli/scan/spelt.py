"""All ways of writing one private value, as words to look up."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import namekeys, places, wordnames
from wiq_cli.scan.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.lexicon import Value
    from wiq_cli.scan.types import Kind, Tokens

SHORTEST_HANDLE = 5
ROLE_ALONE = 3  # so many words in a row are nobody's topic by chance
SHORT_NAME = 2  # „Bo“
JOINING = frozenset({"und", "oder", "u"})
PARTS_OF_ROLE = re.compile(r"[,;/&]|\bund\b")


class Spelling(NamedTuple):
    """One way of writing a value. ``team``: on whose pages it counts; None: on all. The flags are those of a needle."""

    words: Tokens
    kind: Kind
    team: str | None = None
    word: bool = False
    surname: bool = False
    initial: bool = False


def spellings_of(value: Value, topics: AbstractSet[str]) -> Iterator[Spelling]:
    """Spell out a value. ``topics``: words of several teams and of our own pages; by themselves they are nobody's name."""
    if value.kind == "name":
        yield from _name(value.text, value.team, topics)
    elif value.kind == "role":
        yield from _role(value.text, value.team)
    elif value.kind == "handle":
        for key in tokens(value.text):
            plain = len(key) == 1 and key[0].isalpha()
            yield Spelling(key, "email", word=plain or topics >= set(key))
    elif value.kind == "email":
        for key in _address(value.text):
            yield Spelling(key, "email")
    elif value.kind == "location":
        yield from _place(value.text, value.team)
    else:
        for key in tokens(value.text):
            yield Spelling(key, "link")


def initials_of(name: str, team: str | None) -> Iterator[Spelling]:
    """Give the mere initials of a name: too short to be looked up by their words."""
    for key in namekeys.initials(name):
        yield Spelling(key, "name", team, word=True, initial=True)


def stems_of(value: Value, plain: AbstractSet[str]) -> set[str]:
    """Give words of which every spelling of the value holds one: see ``Lexicon.of``. ``plain``: words that stand everywhere."""
    if value.kind == "name":
        return namekeys.stems(value.text)
    if value.kind == "role":
        parts = [key for part in _parts_of_role(value.text) for key in tokens(part)]
        return {one for key in parts for one in (_rarest(key, plain), "".join(key))}
    if value.kind == "email":
        local = value.text.partition("@")[0].partition("+")[0]
        if not value.text.isascii():
            return {word for key in _address(value.text) for word in key}
        return {_rarest(key, plain) for key in tokens(local) or tokens(value.text)}
    if value.kind == "location":
        streets = {stem for one in places.addresses(value.text) for stem in places.stems(one)}
        return streets | {_rarest(key, plain) for key in places.sayings(value.text)}
    return {_rarest(key, plain) for key in tokens(value.text)}


def is_handle(key: Tokens, plain: AbstractSet[str]) -> bool:
    """Whether the part of an address before the sign tells by itself whose it is."""
    return any(one not in plain for one in key) and sum(map(len, key)) >= SHORTEST_HANDLE


def _rarest(key: Tokens, plain: AbstractSet[str]) -> str:
    return max(key, key=lambda word: (word not in plain, len(word)))


def _name(text: str, team: str | None, topics: AbstractSet[str]) -> Iterator[Spelling]:
    for key in namekeys.keys(text):
        short = SHORT_NAME if key.initial or not key.full else 0
        word = all(
            one in wordnames.WORD_NAMES
            or one in wordnames.PARTICLES
            or len(one) <= short
            or (not key.full and one in topics)
            for one in key.words
        )
        yield Spelling(key.words, "name", None if key.full else team, word, key.surname, key.initial)


def _role(text: str, team: str | None) -> Iterator[Spelling]:
    for part in _parts_of_role(text):
        for key in tokens(part):
            alone = len([word for word in key if word not in JOINING]) >= ROLE_ALONE
            for form in (key, (*key[:-1], key[-1] + "s"), (*key[:-1], key[-1] + "in"), ("".join(key),)):
                yield Spelling(form, "role", None if alone else team, word=not alone)


def _parts_of_role(text: str) -> set[str]:
    return {text, *PARTS_OF_ROLE.split(text)}


def _place(text: str, team: str | None) -> Iterator[Spelling]:
    for address in places.addresses(text):
        for key in places.spellings(address):
            yield Spelling(key, "location")
    for key in places.sayings(text):
        yield Spelling(key, "location", team)


def _address(address: str) -> Iterator[Tokens]:
    """Give an address as it is, in ROT13, backwards, and with its domain as the name servers know it."""
    yield from tokens(address)
    yield from tokens(codecs.encode(address, "rot13"))
    yield from tokens(address[::-1])
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return
    try:
        yield from tokens(f"{local}@{domain.encode('idna').decode()}")
    except UnicodeError:
        return
