"""Who stands in which team file, and finding somebody by kennung, e-mail, name or place.

Works on the raw texts: somebody in a file with faults has the same rights as everybody else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.naehe import near
from wiq_cli.domain.slug import GERMAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source

LISTEN = ("leitung", "mitglieder")
VALUES = ("name", "email", "telefon", "rolle")  # what a person can be recognised by; a stand-in has none of them
PLACE = re.compile(r"(.+\.ya?ml):([0-9]+)")
SIMILAR = 0.8


@dataclass(frozen=True, slots=True)
class Stelle:
    """One entry of one person in one team file, as it stands there."""

    team: str
    source: Source
    path: DataPath
    data: dict[str, Any]

    @property
    def file(self) -> str:
        return self.source.file

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line of the entry."""
        span = self.source.span(self.path)
        return span.line, span.end_line

    @property
    def place(self) -> str:
        return f"{self.file}:{self.lines[0]}"

    @property
    def is_lead(self) -> bool:
        return self.path[0] == "leitung"

    def get(self, key: str) -> str:
        """Give a text of the entry; empty where there is none."""
        value = self.data.get(key)
        return " ".join(value.split()) if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Mensch:
    """One person with every entry in the network."""

    kennung: str
    stellen: tuple[Stelle, ...]
    has_double: bool = False  # somebody else has the same kennung by mistake

    @property
    def label(self) -> str:
        """What tells this person apart without saying anything private."""
        return self.kennung if self.kennung and not self.has_double else self.stellen[0].place

    @property
    def teams(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.team for one in self.stellen))

    @property
    def name(self) -> str:
        return next((one.get("name") for one in self.stellen if one.get("name")), "")

    @property
    def is_forgotten(self) -> bool:
        """Whether only the kennung is left, as a stand-in for decisions."""
        return bool(self.kennung) and not any(one.get(key) for one in self.stellen for key in VALUES)


def stellen(kuerzel: str, source: Source) -> Iterator[Stelle]:
    """Give every entry of a person in a team file, whatever shape it has."""
    for key in LISTEN:
        value = source.data.get(key) if isinstance(source.data, dict) else None
        entries = enumerate(value) if isinstance(value, list) else [(None, value)]
        for position, entry in entries:
            path: DataPath = (key,) if position is None else (key, position)
            if isinstance(entry, dict):
                yield Stelle(kuerzel, source, path, entry)
            elif isinstance(entry, str):
                yield Stelle(kuerzel, source, path, {"name": entry})


def menschen(found: Iterable[Stelle]) -> list[Mensch]:
    """Put the entries of each person together: by kennung; without one, by name and address at once.

    A name or an address alone does not join: there are namesakes, and families share an address.
    """
    groups: dict[tuple[str, ...], list[Stelle]] = {}
    for one in found:
        key = ("kennung", one.get("kennung")) if one.get("kennung") else _loose_key(one)
        groups.setdefault(key, []).append(one)
    people = []
    for key, group in groups.items():
        apart = _by_name(group) if key[0] == "kennung" else [group]
        kennung = key[1] if key[0] == "kennung" else ""
        people += [Mensch(kennung, tuple(one), has_double=len(apart) > 1) for one in apart]
    return people


def _by_name(group: list[Stelle]) -> list[list[Stelle]]:
    """Tell people apart who were given the same kennung by mistake: their names have no word in common."""
    apart: list[tuple[set[str], list[Stelle]]] = []
    for one in group:
        words = _words(one.get("name"))
        same = next((some for known, some in apart if not words or not known or words & known), None)
        if same is None:
            apart.append((words, [one]))
        else:
            same.append(one)
    return [some for _, some in apart]


def _loose_key(one: Stelle) -> tuple[str, ...]:
    contact = one.get("email").casefold() or re.sub(r"\D", "", one.get("telefon"))
    return ("name", *sorted(_words(one.get("name"))), contact) if contact else ("place", one.place)


def search(wanted: str, people: Iterable[Mensch]) -> list[Mensch]:
    """Give everybody who is meant: by kennung or place, by e-mail, by the whole name, by a part of it; the first that fits."""
    everybody = list(people)
    text, words = " ".join(wanted.split()).casefold(), _words(wanted)
    if not text:
        return []
    ways: tuple[Callable[[Mensch], bool], ...] = (
        lambda one: one.kennung == text,
        lambda one: _stands_at(one, text),
        lambda one: any(place.get("email").casefold() == text for place in one.stellen),
        lambda one: bool(words) and any(_words(place.get("name")) == words for place in one.stellen),
        lambda one: bool(words) and any(words < _words(place.get("name")) for place in one.stellen),
    )
    found = ([one for one in everybody if way(one)] for way in ways)
    return next((some for some in found if some), [])


def similar(wanted: str, people: Iterable[Mensch]) -> list[Mensch]:
    """Give who may have been meant by a misspelt name, address or kennung."""
    return [one for one in people if near(_plain(wanted), _values(one), most=1, at_least=SIMILAR)]


def _values(one: Mensch) -> set[str]:
    texts = {one.kennung, *(place.get(key) for place in one.stellen for key in ("name", "email"))}
    return {_plain(text) for text in texts if text}


def _stands_at(one: Mensch, text: str) -> bool:
    match = PLACE.fullmatch(text)
    return match is not None and any(
        place.file.casefold() == match[1] and place.lines[0] <= int(match[2]) <= place.lines[1] for place in one.stellen
    )


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", _plain(name)))


def _plain(text: str) -> str:
    """Write a name without capitals, marks and umlauts: ``Plümecke`` and ``pluemecke`` are the same."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(GERMAN))
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()
