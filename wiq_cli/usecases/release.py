"""Let the search for private values know what a network has declared public in ``freigaben.yaml``."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.seen import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.freigaben import Freigabe, Freigaben
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Scalar

INDEX = ""  # pages of no team; the scanner knows them by None
# What pages of no team show of a team, besides its decisions.
ON_THE_INDEX = frozenset({
    "name", "untertitel", "stadtteile", "themen", "ziele", "wirkung", "support", "kooperationspartner", "treffen", "offene_fragen", "chronik",
})  # fmt: skip


class Term(NamedTuple):
    """An exception that holds today, with its place in the list."""

    number: int
    freigabe: Freigabe

    def covers(self, team: str | None, path: DataPath) -> bool:
        return self.freigabe.team == team and self.freigabe.covers(path)


def terms(freigaben: Freigaben | None, scalars: Iterable[Scalar], heute: date) -> tuple[Term, ...]:
    """Give the exceptions that hold today."""
    if freigaben is None or not freigaben.freigaben:
        return ()
    lists = team_lists((one.path, one.text) for one in scalars)
    return tuple(Term(number, one) for number, one in enumerate(freigaben.freigaben) if one.holds(heute, lists))


def team_lists(texts: Iterable[tuple[DataPath, str]]) -> frozenset[str]:
    """Give the addresses that teams declare as their own and that are nobody's."""
    lists, personal = set(), set()
    for path, text in texts:
        if path == ("verteiler",):
            lists.add(text.strip().casefold())
        elif path[-1:] == ("email",):
            personal.add(text.strip().casefold())
    return frozenset(lists - personal)


def wordings(found: Iterable[Term]) -> dict[str, frozenset[str]]:
    """Give what the exceptions free on the pages of each team."""
    by_team: dict[str, set[str]] = {}
    for term in found:
        by_team.setdefault(term.freigabe.team or INDEX, set()).add(" ".join((term.freigabe.begriff or "").split()))
    return {team: frozenset(texts) for team, texts in by_team.items()}


def freed_on_pages(needles: Needles, found: Iterable[Term], teams: Iterable[str]) -> Needles:
    """Let the pages show these wordings: those of the exception's team, and the list of all teams where the field shows there."""
    freed = _copy(needles)
    for term in found:
        one = term.freigabe
        if one.team is None:
            pages: list[str] = [INDEX, *teams]
        else:
            field = (one.feld or "").partition("[")[0].partition(".")[0]
            pages = [one.team, INDEX] if field in ON_THE_INDEX else [one.team]
        _free(freed, pages, one.begriff or "")
    return freed


def freed_in_field(needles: Needles, found: Iterable[Term], team: str | None) -> Needles:
    """Let one field hold the wordings of the exceptions for it."""
    freed = _copy(needles)
    for term in found:
        _free(freed, [team or INDEX], term.freigabe.begriff or "")
    return freed


def _copy(needles: Needles) -> Needles:
    """Share everything but what is public, and the texts in which nothing else was found: what is looked for stays the same."""
    freed = copy(needles)
    freed.memory = Memory()
    freed.released = {team: set(forms) for team, forms in needles.released.items()}
    freed.public_emails = set(needles.public_emails)
    return freed


def _free(needles: Needles, pages: Iterable[str], begriff: str) -> None:
    if "@" in begriff:  # only the list of a team gets as far as here
        needles.public_emails.add(begriff.casefold())
    else:
        for page in pages:
            needles.free(page, begriff)
