"""Look at a site that is up with the eyes of today: which pages show what is private now, and where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.calendar_text import each_once
from wiq_cli.scan.canary import plant_in_file
from wiq_cli.scan.collecting import stays_inside
from wiq_cli.scan.consent import team_of
from wiq_cli.scan.containers.parts import Text
from wiq_cli.scan.containers.unpack import parts
from wiq_cli.scan.scanner import scan_part, scan_text
from wiq_cli.scan.types import CannotScan, Leak

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Hit, Scalar


class Rueckblick(NamedTuple):
    """What must come down, and the pages that could not be read, each with the reason."""

    leaks: tuple[Leak, ...]
    unread: tuple[tuple[str, str], ...]


def look_back(needles: Needles, pages: Iterable[tuple[str, bytes, str | None]], scalars: list[Scalar]) -> Rueckblick:
    """Search pages, each given with its name, its bytes and its team. One that cannot be read stops nothing."""
    found: list[tuple[str, str | None, Hit]] = []
    unread: dict[tuple[str, str], None] = {}
    for output, data, team in each_once(pages):
        hits: set[Hit] = set()
        try:
            plant_in_file(needles, output, data)
        except CannotScan as error:
            unread[output, error.reason] = None
            continue
        for part in (Text((), output.replace("/", " / ")), *parts(output, data)):
            try:
                hits |= scan_part(needles, part, output, team)
            except CannotScan as error:
                unread[output, error.reason] = None
        found += [(output, team, hit) for hit in sorted(hits, key=lambda hit: (hit.kind, hit.key))]
    return Rueckblick(tuple(_traced(needles, found, scalars)), tuple(unread))


def _traced(needles: Needles, found: list[tuple[str, str | None, Hit]], scalars: list[Scalar]) -> list[Leak]:
    """Name for every hit the place it is known from: a text that would show it again, else the private field itself."""
    wanted: dict[str | None, set[Hit]] = {}
    for _, team, hit in found:
        wanted.setdefault(team, set()).add(hit)
    sources = {team: _sources(needles, scalars, team, hits) for team, hits in wanted.items()}
    leaks: dict[Leak, None] = {}
    unplaced: dict[Leak, None] = {}
    for output, team, hit in found:
        places = sources[team].get(hit, [])
        leaks.update((Leak(team or team_of(one.file), one.file, one.path, hit.kind, output), None) for one in places)
        if not places:
            unplaced[Leak(team, "", (), hit.kind, output)] = None
    known = {(one.output, one.kind) for one in leaks}  # the same value in another spelling needs no second line
    return [*leaks, *(one for one in unplaced if (one.output, one.kind) not in known)]


def _sources(needles: Needles, scalars: list[Scalar], team: str | None, hits: set[Hit]) -> dict[Hit, list[Scalar]]:
    """Find the texts that hold these values, the team's own before those of others, public ones before private ones."""
    found: dict[Hit, list[Scalar]] = {}
    ranks: dict[Hit, tuple[bool, bool]] = {}
    for one in scalars:
        rank = (team is not None and team_of(one.file) != team, stays_inside(one.path))
        for hit in scan_text(needles, one.text, "", team) & hits:
            if hit not in ranks or rank < ranks[hit]:
                found[hit], ranks[hit] = [one], rank
            elif rank == ranks[hit]:
                found[hit].append(one)
    return found
