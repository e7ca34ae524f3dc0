"""The proof for a whole site: the scanner is alive, every file was looked through, and every hit has its place in the sources."""

from __future__ import annotations

import unicodedata
from functools import cache, partial
from math import inf
from typing import TYPE_CHECKING, cast

from wiq_cli.scan.calendar_text import each_once
from wiq_cli.scan.canary import plant, plant_in_file
from wiq_cli.scan.collecting import stays_inside
from wiq_cli.scan.consent import team_of
from wiq_cli.scan.containers.parts import Text
from wiq_cli.scan.fields import scan_source, unread
from wiq_cli.scan.places import private_places
from wiq_cli.scan.scanner import READABLE, opened, scan_file, scan_part
from wiq_cli.scan.spelt import spellings_of
from wiq_cli.scan.types import CannotScan, Hit, Leak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiq_cli.scan.containers.parts import Part, Reason
    from wiq_cli.scan.lexicon import Value
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Kind, Scalar, Tokens

KINDS: tuple[Kind, ...] = ("email", "name", "link", "location")
TOGETHER = 1 << 21  # bytes of pages whose lines are judged at once
LONG = 1 << 14  # bytes of a page
ENOUGH, TIMES = 600_000, 1
"""Letters to read on all pages of a team, of any and of each of its longest page: what is more has no end."""
HANDLES = {"email": "handle"}
DATA = "data:"
NO_END = Hit("unread", ("size",))


def prove(needles: Needles) -> None:
    """Plant real private values in a page that is never written, and find them. Raises ``CannotScan``."""
    if needles.people and not needles.count:
        raise CannotScan("empty")
    for kind in KINDS:
        if key := _telling(needles, kind):
            _find(needles, kind, _disguised(key))
    if needles.numbers:
        digits = min(needles.numbers)
        kind = "link" if digits in needles.meetings else "phone"  # there may be no other number in the network
        _find(needles, kind, f"Ruf an: {'&nbsp;'.join(digits)} bis bald")
    plant(needles)


def _telling(needles: Needles, kind: Kind) -> Tokens | None:
    """Give the words of a value that count wherever they stand, if there is one of this kind."""
    for value in needles.lexicon.values():
        keys = [key for key in _spelt_out(needles, value, kind) if len(key) > 1 or kind != "name"]
        if keys:
            return min(keys)
    return None


def _spelt_out(needles: Needles, value: Value, kind: Kind) -> Iterator[Tokens]:
    if value.kind in {kind, HANDLES.get(kind)}:
        for one in spellings_of(value, needles.common):
            if one.team is None and not one.initial and (kind == "name" or not one.word):
                yield one.words


def _find(needles: Needles, kind: str, text: str) -> None:
    page = f'<p title="">Guten Tag, <b>{text}</b>, schön.</p>'.encode()
    if not any(hit.kind == kind for hit in scan_file(needles, "canary.html", page, None)):
        raise CannotScan("blind")


def _disguised(key: tuple[str, ...]) -> str:
    """Write words as a careless page would: a tag inside, letters as entities, accents apart."""
    shown = [unicodedata.normalize("NFD", word.title()) for word in key]
    shown[0] = shown[0][:1] + "<i></i>" + "".join(f"&#x{ord(one):x};" for one in shown[0][1:])
    return " ".join(shown)


def scan_site(
    needles: Needles,
    files: Iterable[tuple[str, bytes, str | None]],
    share: tuple[int, int] = (0, 1),
    is_proven: Callable[[str, bytes], bool] = lambda _output, _data: False,
) -> list[tuple[str, str | None, Hit]]:
    """Look through all files of a site, each given with its name, its bytes and the team whose page it is.

    ``share``: which part of how many this process looks through; another one does the rest. ``is_proven`` says of a name
    and its bytes whether this very search found nothing there before. Where a long page of a team holds anything, or has no end, its
    other long pages, and those of all, are taken to hold the same: they show the same texts, and none of them goes out.
    Where the pages of a team have no end, those that come behind are taken to have none.
    """
    found: list[tuple[str, str | None, Hit]] = []
    held: dict[str | None, tuple[str | None, list[Hit]]] = {}
    left: dict[str | None, float] = {None: inf}  # letters
    mine = (one for number, one in enumerate(each_once(files)) if number % share[1] == share[0])
    new = (one for one in mine if not is_proven(one[0], one[1]))
    for output, data, team, inside in _together(needles, new):
        is_long = len(data) > LONG and output.endswith(READABLE)
        whose, hits = held.get(team, (team, []))
        if not hits or not (is_long or NO_END in hits):
            whose = team
            plant_in_file(needles, output, data)
            before = needles.memory.letters
            room = left.setdefault(team, ENOUGH + TIMES * len(data))
            hits = sorted(hits_in(needles, output, inside, team, room), key=lambda one: (one.kind, one.key))
            left[team] = room - (needles.memory.letters - before)
        if hits and (is_long or NO_END in hits):
            held[team] = held[None] = (whose, hits)
        found += [(output, whose, hit) for hit in hits]
    return found


def hits_in(needles: Needles, output: str, inside: Iterable[Part], team: str | None, most: float) -> set[Hit]:
    """Look through a file; what nobody can look into is a hit too: it has its place in the sources. ``most``: letters to read."""
    hits: set[Hit] = set()
    needles.memory.most = needles.memory.letters + most
    for part in inside:
        try:
            hits |= scan_part(needles, part, output, team)
        except CannotScan as error:
            hits.add(Hit("unread", (error.reason,)))
    needles.memory.most = inf
    return hits


def _together(
    needles: Needles, files: Iterable[tuple[str, bytes, str | None]]
) -> Iterator[tuple[str, bytes, str | None, Iterable[Part]]]:
    """Open the files, and have the lines of many pages judged at once: most stand on all of them."""
    pages: list[tuple[str, bytes, str | None, Iterable[Part]]] = []
    size = 0
    for output, data, team in files:
        if not output.endswith(READABLE):
            yield output, data, team, opened(output, data)
            continue
        pages.append((output, data, team, list(opened(output, data))))
        size += len(data)
        if size > TOGETHER:
            yield from _judged(needles, pages)
            pages, size = [], 0
    yield from _judged(needles, pages)


def _judged(
    needles: Needles, pages: list[tuple[str, bytes, str | None, Iterable[Part]]]
) -> list[tuple[str, bytes, str | None, Iterable[Part]]]:
    needles.screen.learn([(one.text, one.form) for page in pages for one in page[3] if isinstance(one, Text)])
    teams = {page[2]: number for number, page in enumerate(pages)}
    # what holds nothing for a team holds nothing for all either; the longest page shows most of what the others show
    return sorted(pages, key=lambda page: (page[2] is None, teams[page[2]], -len(page[1])))


def trace(needles: Needles, found: Iterable[tuple[str, str | None, Hit]], scalars: Iterable[Scalar]) -> list[Leak]:
    """Find for every hit the texts of the sources that carry it onto the page, the team's own file first.

    Raises ``CannotScan`` for a file of all that nobody can look through when no text of the sources is why.
    """
    scalars, found = list(scalars), list(found)
    private = set(private_places(scalars))
    everything = [one for one in scalars if not stays_inside(one.path) and one not in private]
    search = cache(partial(_search, needles))
    searched = {team for _, team, hit in found if hit.kind != "unread"}
    by_team: dict[str | None, dict[Hit, list[Scalar]]] = {}
    placed: dict[Leak, None] = {}
    unplaced: dict[Leak, None] = {}
    for output, team, hit in found:
        if team not in by_team:
            by_team[team] = _sources(needles, everything, team, search if team in searched else _unread)
        carriers = by_team[team].get(hit, [])
        own = [one for one in carriers if team is not None and team_of(one.file) == team] or carriers
        for one in own:
            placed[Leak(team_of(one.file) or team, one.file, one.path, hit.kind, output)] = None
        if not own and team is None and hit.kind == "unread":
            raise CannotScan(cast("Reason", hit.key[0]), output)
        if not own:
            unplaced[Leak(team, "", (), hit.kind, output)] = None
    known = {(one.output, one.kind) for one in placed}  # the same value in another spelling needs no second line
    return [*placed, *(one for one in unplaced if (one.output, one.kind) not in known)]


def _sources(
    needles: Needles, scalars: list[Scalar], team: str | None, search: Callable[[str, str | None], set[Hit]]
) -> dict[Hit, list[Scalar]]:
    """Search the texts that can reach the pages of a team: in its own file, or in one that is about no team."""
    found: dict[Hit, list[Scalar]] = {}
    for one in scalars:
        about = team_of(one.file)
        if team is None or about is None or about == team:
            # once for the pages of its own team and for those of all, unless less counts on its own
            for hit in search(one.text, team if about is None or needles.released.get(about) else about):
                found.setdefault(hit, []).append(one)
    return found


def _search(needles: Needles, text: str, team: str | None) -> set[Hit]:
    return scan_source(needles, text, team) | _unread_in_lists(text)


def _unread(text: str, _team: str | None) -> set[Hit]:
    return unread(text) | _unread_in_lists(text)


def _unread_in_lists(text: str) -> set[Hit]:
    """Look through a text in small letters: so lists to search in hold names."""
    return unread(lowered) if DATA in (lowered := text.casefold()) else set()
