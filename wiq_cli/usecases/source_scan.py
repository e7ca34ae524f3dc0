"""The search for private values in the files themselves: the same as over the pages, field by field, before anything is published."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.model_paths import full_path, known_part
from wiq_cli.domain.team import Team, Wirkung
from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.stretch import Finder
from wiq_cli.usecases.public_place import hidden_places
from wiq_cli.usecases.release import freed_in_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Kind, Span
    from wiq_cli.usecases.release import Term

NOT_SHOWN = frozenset({"frueher", "art", "status", "verteiler"})  # words of a list, and what has rules of its own
MANY = 10_000  # places: they recur in every file
Text = tuple["DataPath", str]


class Exposed(NamedTuple):
    """Something private in a text that pages show: its place, what kind of thing, where in the text."""

    path: DataPath
    kind: Kind
    text: str
    span: Span


def shown_texts(texts: Iterable[Text], kind: str) -> Iterator[Text]:
    """Give those texts of a file that pages show, judged by their place alone. ``kind``: ``team`` or ``netzwerk``."""
    for path, text in texts:
        if kind != "team" or _shows(path):
            yield path, text
        elif path[:1] == ("wirkung",) and path[-1] not in Wirkung.model_fields:  # an indicator that is its own key
            yield path[:-1], str(path[-1])


@lru_cache(maxsize=MANY)
def _shows(path: DataPath) -> bool:
    """Whether what stands at a place feeds a page. What stands under an unknown key is refused as a whole."""
    keys = tuple(step for step in path if isinstance(step, str))
    return bool(keys) and keys[0] not in NOT_SHOWN and not is_intern(keys) and known_part(Team, keys) == keys


def still_shown(team: Team, path: DataPath) -> bool:
    """Whether a page shows a place of this team, judged by what the team says about its meetings."""
    if path[0] != "treffen":
        return True
    meetings = team.treffen
    if not meetings.oeffentlich or any(path[: len(one)] == one for one in hidden_places(team)):
        return False
    entries = getattr(meetings, str(path[1]), None) if len(path) > 1 else None
    if len(path) > 2 and isinstance(path[2], int) and isinstance(entries, list) and path[2] < len(entries):  # noqa: PLR2004  # treffen.termine[0]
        return getattr(entries[path[2]], "oeffentlich", True) is not False
    return True


class SourceScan:
    """Looks through texts and remembers which exceptions were of use."""

    def __init__(self, needles: Needles, terms: Iterable[Term]) -> None:
        self._needles = needles
        self._terms = tuple(terms)
        self.used: set[int] = set()

    def exposed(self, texts: Iterable[Text], team: str | None) -> Iterator[Exposed]:
        """Give everything private in these texts that no exception frees in its field."""
        finder = Finder()
        for path, text in texts:
            hits = scan_source(self._needles, text, team)
            if not hits:
                continue
            needles = self._needles
            if covering := [term for term in self._terms if term.covers(team, full_path(Team, path) if team else path)]:
                needles = freed_in_field(self._needles, covering, team)
                left = scan_source(needles, text, team)
                self._remember(covering, text, team, len(hits))
                hits = left
            for kind in sorted({hit.kind for hit in hits}):  # each once: a full name is also a first name and a surname
                span = (0, len(text))
                if kind != "unread":
                    span = finder.first_place(needles, text, team, [hit for hit in hits if hit.kind == kind])
                yield Exposed(path, kind, text, span)

    def in_name(self, name: str, team: str) -> bool:
        """Whether the name of a file says who somebody is."""
        return bool(scan_text(self._needles, name, "", team))

    def _remember(self, covering: list[Term], text: str, team: str | None, before: int) -> None:
        for term in covering:
            if len(scan_source(freed_in_field(self._needles, [term], team), text, team)) < before:
                self.used.add(term.number)
