"""What came of a publication: what is up, what is not and why, what came down, and what would have leaked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wiq_cli.domain.finding import field_name
from wiq_cli.domain.model_paths import full_path
from wiq_cli.domain.team import Team
from wiq_cli.usecases.publish import Skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.netzwerk import Netzwerk

VORLAGEN = "vorlagen/"
FIRST = ("/index.html", "/profil.md", ".ics")


class Leck(NamedTuple):
    """Something private that would have left: where it stands, what kind of thing it is, where it would have shown."""

    team: str | None
    file: str
    line: int
    field: str
    kind: str
    output: str


Kind = Literal["new", "changed", "same", "gone"]


class Change(NamedTuple):
    """What a publication does to a team's pages, and to which parts of its profile."""

    team: str
    kind: Kind
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one run."""

    published: tuple[str, ...] = ()
    skipped: tuple[Skip, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)  # former names among the removed, each with today's
    taken: tuple[str, ...] = ()  # texts of the network that have lost their leave and came down
    leaks: tuple[Leck, ...] = ()
    refused: tuple[str, ...] = ()  # teams that were left out because of their leaks; without them nothing was published
    changes: tuple[Change, ...] = ()  # of a run that writes nothing
    shared: tuple[tuple[str, Kind], ...] = ()  # pages of no single team that would change
    fresh: bool = False  # whether the site is up to date
    hidden: tuple[tuple[str, int], ...] = ()  # places of meetings that are not shown: file and line


def doubts(netzwerk: Netzwerk) -> Iterator[str]:
    """Say what the pages lack because of the settings."""
    if not (netzwerk.adresse or netzwerk.domain):
        yield (
            "In wiq.yaml fehlt „adresse“. Deshalb fehlen der QR-Code auf dem Aushang, die sitemap.xml und volle Links in den "
            "Feeds. Trag ein, wo die Seiten liegen: „adresse: https://…“."
        )


def sayable(outcome: Outcome, doubts: Iterable[str]) -> dict[str, Any]:
    """Give of a run without a leak what can be said again of the very same network: names of teams and files alone."""
    return {
        "published": outcome.published,
        "skipped": [(one.team, one.reason) for one in outcome.skipped],
        "hidden": outcome.hidden,
        "doubts": list(doubts),
    }


def said_again(said: dict[str, Any], *, dry_run: bool) -> Outcome:
    """Give the outcome of a run that changes nothing."""
    published = tuple(said["published"])
    return Outcome(
        published=published,
        skipped=tuple(Skip(*one) for one in said["skipped"]),
        hidden=tuple((file, line) for file, line in said["hidden"]),
        changes=tuple(Change(one, "same") for one in published) if dry_run else (),
        fresh=dry_run,
    )


def leck(
    team: str | None, file: str, path: DataPath, kind: str, output: str, line_of: Callable[[str, DataPath], int]
) -> Leck:
    """Turn a place in the data into a place in a file."""
    if file.startswith(VORLAGEN):  # a template has lines, not fields
        return Leck(team, file, int(path[0]), "", kind, output)
    if not file:
        return Leck(team, f"teams/{team}.yaml" if team else "", 1 if team else 0, "", kind, output)
    return Leck(
        team,
        file,
        line_of(file, path),
        field_name(full_path(Team, path) if file.startswith("teams/") else path),
        kind,
        output,
    )


def harm(leaks: Iterable[Leck]) -> str:
    """Say in two words what would leave the house."""
    return "etwas Ungeprüftes" if {one.kind for one in leaks} == {"unread"} else "etwas Privates"


def place(one: Leck) -> tuple[str, int, str, str, str]:
    """Give what leaks are sorted by: where they are mended."""
    return one.file, one.line, one.field, one.kind, one.output


def told_once(found: Iterable[Leck]) -> set[Leck]:
    """Name for each place in the files the pages that people read first. The same text stands on many more.

    What no place can be found for, such as a part of a text in a preview or in an address, is told where nothing else of
    its team is: most often it goes with that.
    """
    leaks = list(found)
    placed = {one for one in leaks if one.field or one.file.startswith(VORLAGEN)}
    teams = {one.team for one in placed}
    every = placed | {one for one in leaks if one.team not in teams and (one.team or not placed)}
    first = {one for one in every if one.output.startswith("teams/") and one.output.endswith(FIRST)}
    known = {(one.file, one.line, one.field, one.kind) for one in first}
    return first | {one for one in every if (one.file, one.line, one.field, one.kind) not in known}
