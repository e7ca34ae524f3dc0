"""What must not stand in a decision: names, addresses, numbers. Looked for as on the pages, but no consent frees a name here.

A decision stays for ever and a consent does not: people stand in it by their ``kennung`` alone. First names count for the
team that decides, for the teams concerned, and for everybody in the teams that all others know.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from wiq_cli.scan.consent import team_of
from wiq_cli.scan.fields import scan_source
from wiq_cli.usecases.release import freed_on_pages
from wiq_cli.usecases.rewording import INSTEAD
from wiq_cli.usecases.source_scan import SourceScan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Kind, Scalar
    from wiq_cli.usecases.release import Term
    from wiq_cli.usecases.source_scan import Exposed, Text

KINDS: tuple[Kind, ...] = ("email", "phone", "name", "unread")  # what is said of a text, the gravest first
SAID: dict[Kind, str] = {
    "name": "ein Name",
    "email": "eine E-Mail-Adresse",
    "phone": "eine Telefonnummer",
    "unread": "etwas, das ich nicht durchsuchen kann",
}
BY_KENNUNG = "Schreib „die Person“. Wer gemeint ist, steht nur als Kennung unter „betrifft“."
ABOUT = (("team",), ("betrifft", "lt"), ("betrifft", "team"))
ABOUT_MANY = ("betrifft", "teams")
SEAL = "siegel"


class Wache:
    """Knows everybody in a network, and whom a text of a decision names."""

    def __init__(self, needles: Needles, terms: Iterable[Term], scalars: Iterable[Scalar]) -> None:
        strict = copy(needles)
        strict.released = {}
        self._teams = {team for one in scalars if (team := team_of(one.file))}
        self._needles = freed_on_pages(strict, terms, self._teams)
        self._scan = SourceScan(self._needles, ())

    def kind(self, text: str, teams: Iterable[str]) -> Kind | None:
        """Say what kind of private value stands in a text about some teams, if one does."""
        found = {hit.kind for team in self._with_a_file(teams) for hit in scan_source(self._needles, text, team)}
        return next((kind for kind in KINDS if kind in found), None)

    def exposed(self, texts: Iterable[Text], teams: Iterable[str]) -> Iterator[Exposed]:
        """Give each kind once for each text of a decision."""
        texts = list(texts)
        every = (one for team in self._with_a_file(teams) for one in self._scan.exposed(texts, team))
        found = [one for one in every if one.kind in KINDS]
        yield from {(one.path, one.kind): one for one in reversed(found)}.values()

    def _with_a_file(self, teams: Iterable[str]) -> list[str] | list[None]:
        """Give the teams of these that there are. For all others the same counts: no first name."""
        return [one for one in teams if one in self._teams] or [None]


def remedy(kind: Kind) -> str:
    """Say what to write instead."""
    return INSTEAD[kind] if kind == "unread" else BY_KENNUNG


def written(texts: Iterable[Text]) -> Iterator[Text]:
    """Give what people wrote in a decision file; the seal is nobody's text."""
    return ((path, text) for path, text in texts if path[:1] != (SEAL,))


def about(texts: Iterable[Text]) -> tuple[str, ...]:
    """Give the teams that a decision file is about, judged by its raw texts."""
    found = (text.strip() for path, text in texts if path in ABOUT or path[:2] == ABOUT_MANY)
    return tuple(dict.fromkeys(found))


def concerned(beschluss: Beschluss) -> tuple[str, ...]:
    """Give the teams that a decision is about."""
    named = beschluss.betrifft
    return tuple(dict.fromkeys(one for one in (beschluss.team, named.lt, named.team, *named.teams) if one))
