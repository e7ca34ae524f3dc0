"""Where one person is named: the scanner of the second wall, set to the values of this person alone."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.finding import field_name
from wiq_cli.domain.source import scalars_of
from wiq_cli.scan.collecting import NETWORK, collect
from wiq_cli.scan.consent import team_of
from wiq_cli.scan.folding import WORD, folds, tokens
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.types import CannotScan, Hit, Kind, Scalar
from wiq_cli.usecases.person import LISTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source
    from wiq_cli.usecases.person import Mensch, Stelle

AROUND = frozenset({"art", "name", "stadtteile", "themen"})  # tells the scanner what is a name and what is a word
SHORTEST = 3
VALUES: dict[str, Kind] = {"name": "name", "email": "email", "telefon": "phone", "rolle": "role"}


class Spur(NamedTuple):
    """A place that says something about a person. ``value`` is private: for the person's own answer only."""

    file: str
    line: int
    key: str
    value: str


class Traces:
    """Looks for one person in any text."""

    def __init__(self, own: Iterable[Scalar], around: Iterable[Scalar], heute: date) -> None:
        self._own = list(own)
        self._needles = collect([*self._own, *around], heute)
        self._needles.released.clear()  # whoever asks what is known wants to see what is allowed, too
        self._fragments = {word for one in self._own for word in _telling(_key(one.path), one.text)}

    def hits(self, text: str, file: str = "", team: str | None = None) -> list[Hit]:
        """Give what a text says about the person: full names, address, number everywhere; a single name where it can only mean them."""
        if not self.may_hold(text):
            return []
        needles = self._needles
        known = (
            one
            for one in self._scan(text, file, team)
            if one.key in needles.by_tokens or one.key[0] in needles.numbers | self._addresses
        )
        return sorted(known, key=lambda one: (one.kind, one.key))

    def _scan(self, text: str, file: str, team: str | None) -> set[Hit]:
        """Scan a text; one that the scanner gives up on line by line, and a hopeless line for the plain values."""
        try:
            return scan_text(self._needles, text, file, team)
        except CannotScan:
            lines = text.splitlines()
        if len(lines) > 1:
            return {hit for line in lines if self.may_hold(line) for hit in self._scan(line, file, team)}
        plain = " ".join(text.casefold().split())
        values = [(VALUES[_key(one.path)], one.text) for one in self._own if _key(one.path) in VALUES]
        return {Hit(kind, key) for kind, value in values if value.casefold() in plain for key in tokens(value)}

    @property
    def _addresses(self) -> set[str]:
        return {one.text.strip().casefold() for one in self._own if _key(one.path) == "email"}

    def knows(self, value: str) -> bool:
        """Whether this is one of the person's own values, as it stands."""
        return bool(value) and any(" ".join(one.text.split()) == value for one in self._own)

    def may_hold(self, text: str) -> bool:
        """Rule out most texts at no cost."""
        low = unicodedata.normalize("NFC", text).casefold()
        return any(one and one in low for one in self._fragments)


def own_scalars(places: Iterable[Stelle]) -> Iterator[Scalar]:
    """Every text of these entries."""
    for one in places:
        yield from (Scalar(one.file, (*one.path, *path), text) for path, text in scalars_of(one.data))


def traces(mensch: Mensch, sources: Iterable[Source], heute: date, earlier: Iterable[Scalar] = ()) -> Traces:
    """Set the scanner to one person. ``earlier`` are values of this person that stood in older versions of the files."""
    around = (
        Scalar(source.file, path, text)
        for source in sources
        if source.file == NETWORK or team_of(source.file)
        for path, text in source.scalars()
        if source.file == NETWORK or (path and path[0] in AROUND)
    )
    return Traces([*own_scalars(mensch.stellen), *earlier], around, heute)


def held(mensch: Mensch) -> list[Spur]:
    """Every text in the person's own entries."""
    return [
        Spur(one.file, one.source.span((*one.path, *path)).line, field_name((*one.path, *path)), text)
        for one in mensch.stellen
        for path, text in scalars_of(one.data)
    ]


def mentions(looker: Traces, mensch: Mensch, sources: Iterable[Source]) -> list[Spur]:
    """Every other text of the network that names the person."""
    own = {(one.file, one.path) for one in mensch.stellen}
    return [
        Spur(source.file, source.span(path).line, field_name(path), text)
        for source in sources
        for path, text in source.scalars()
        if (source.file, path[:2]) not in own and (source.file, path[:1]) not in own
        if _names(looker, text, source.file, path)
    ]


def _names(looker: Traces, text: str, file: str, path: DataPath) -> bool:
    found = looker.hits(text, "", about(file))
    if path and path[0] in LISTEN:  # a first name in somebody else's entry is somebody else's
        found = [one for one in found if is_certain(one)]
    return any(one.kind != "role" for one in found)


def is_certain(hit: Hit) -> bool:
    """Whether a hit can only mean this person: a single name or a role can be somebody else's."""
    return hit.kind in {"email", "phone"} or (hit.kind == "name" and len(hit.key) > 1)


def by_kennung(mensch: Mensch, sources: Iterable[Source]) -> list[Spur]:
    """Every place outside the own entries that refers to the person by kennung."""
    if not mensch.kennung:
        return []
    word = as_word(mensch.kennung)
    own = {(one.file, one.path) for one in mensch.stellen}
    return [
        Spur(source.file, source.span(path).line, field_name(path), text)
        for source in sources
        for path, text in source.scalars()
        if (source.file, path[:2]) not in own and (word.search(text) or mensch.kennung in path)
    ]


def as_word(kennung: str) -> re.Pattern[str]:
    """Look for a kennung, not for a longer one that holds it."""
    return re.compile(rf"(?<![\w-]){re.escape(kennung)}(?![\w-])")


def about(file: str) -> str | None:
    """Give the team a file belongs to, decisions included."""
    match = re.match(r"(?:beschluesse|site/teams|teams)/([^/]+)/", file)
    return match[1] if match else team_of(file)


def page_of(name: str) -> str | None:
    """Give the team whose page of the site this is."""
    folder, _, rest = name.partition("/")
    return rest.partition("/")[0] if folder == "teams" and "/" in rest else None


def _telling(key: str, text: str) -> Iterator[str]:
    """Give the words without which a text cannot hold a value: no common ones, such as the name of a mail provider."""
    if key == "telefon":
        yield max(re.findall(r"\d+", text), key=len, default="")
    elif key in {"name", "email"}:
        told = text.partition("@")[0] if key == "email" else text
        words = [word for form in (told.casefold(), *folds(told)) for word in WORD.findall(form)]
        yield from [word for word in words if len(word) >= SHORTEST] or words


def _key(path: DataPath) -> str:
    """Give the name of the field; a person written as one text is a name."""
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    return "name" if last in LISTEN else last
