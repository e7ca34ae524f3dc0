"""What came of a publication: what is up, what is not and why, what came down, and what would have leaked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiq_cli.domain.finding import field_name
from wiq_cli.domain.model_paths import full_path
from wiq_cli.domain.team import Team
from wiq_cli.render.site import team_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.usecases.publish import Skip

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


class Change(NamedTuple):
    """What a publication does to a team's pages."""

    team: str
    kind: Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one run."""

    published: tuple[str, ...] = ()
    skipped: tuple[Skip, ...] = ()
    removed: tuple[str, ...] = ()
    leaks: tuple[Leck, ...] = ()
    changes: tuple[Change, ...] = ()
    hidden: tuple[tuple[str, int], ...] = ()  # places of meetings that are not shown: file and line


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


def told_once(leaks: Iterable[Leck]) -> set[Leck]:
    """Name for each place in the files the pages that people read first. The same text stands on many more."""
    every = set(leaks)
    first = {one for one in every if one.output.startswith("teams/") and one.output.endswith(FIRST)}
    known = {(one.file, one.line, one.field, one.kind) for one in first}
    return first | {one for one in every if (one.file, one.line, one.field, one.kind) not in known}


def changes(teams: Iterable[str], before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Compare the pages of each team by their hashes."""
    old, new = _by_folder(before), _by_folder(after)
    return tuple(Change(team, _change(old.get(team_folder(team)), new.get(team_folder(team)))) for team in teams)


def _by_folder(files: Mapping[str, str]) -> dict[str, dict[str, str]]:
    folders: dict[str, dict[str, str]] = {}
    for name, value in files.items():
        folder, slash, page = name.rpartition("/")
        folders.setdefault(folder + slash, {})[page] = value
    return folders


def _change(before: dict[str, str] | None, after: dict[str, str] | None) -> Literal["new", "changed", "same"]:
    return "new" if before is None else "same" if before == after else "changed"
