"""What the public sees of one person, taken from the real pages: rendered with the person as things are, with a yes, and without.

A line that is there only because of the person is a line the public sees of the person. Nothing here is guessed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.person import PersonEinwilligung, Zustimmung
from wiq_cli.usecases import profile as profiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.person import Person
    from wiq_cli.domain.public import PublicProfile
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.person import Mensch

    Place = tuple[str, str, str | int]  # team, list, number
    Render = Callable[[PublicProfile], Mapping[str, str]]

BLOCKS = frozenset({
    "p", "li", "h1", "h2", "h3", "h4", "div", "section", "article", "ul", "ol", "dl", "dt", "dd", "title", "summary", "details", "tr", "td", "th",
    "header", "footer", "nav", "main", "body", "br",
})  # fmt: skip


class Zeile(NamedTuple):
    """One line of a page that is there because of the person."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Vorschau:
    """What can be seen on the pages of one team."""

    team: str
    name: str
    closed: str | None  # why the profile is not public at all
    seen: tuple[Zeile, ...]
    with_name: tuple[Zeile, ...]
    in_text: tuple[Zeile, ...]  # lines that name the person, whatever the person says
    is_minor: bool


class Seiten(NamedTuple):
    """The pages of one team, and who is named there by their own wish."""

    lines: list[Zeile]
    names: tuple[str, ...]


def preview(  # what a page is made of
    mensch: Mensch,
    teams: Sequence[tuple[str, Team]],
    rahmen: Rahmen,
    decisions: Sequence[Beschluss],
    render: Render,
    names: Callable[[str, str], bool],
) -> list[Vorschau]:
    """Look at the pages of every team of the person. ``names`` says whether a line of a team's page names the person."""
    places = {(one.team, str(one.path[0]), one.path[1]) for one in mensch.stellen if isinstance(one.path[-1], int)}
    everybody: set[Place] = {(kuerzel, key, number) for kuerzel, team in teams for key, number, _ in team.personen()}

    def pages(change: Callable[[Person], Person | None], whom: set[Place]) -> dict[str, Seiten]:
        world = [(kuerzel, _changed(kuerzel, team, whom, change)) for kuerzel, team in teams]
        withheld = profiles.withheld_names((team for _, team in world), rahmen.heute)
        built = (
            profiles.profile(kuerzel, team, rahmen, withheld, decisions)
            for kuerzel, team in world
            if kuerzel in mensch.teams
        )
        return {one.kuerzel: Seiten(_lines(render(one)), one.beteiligte.namen) for one in built}

    now, agreed = pages(lambda one: one, set()), pages(lambda one: _agrees(one, rahmen.heute), places)
    without, empty = pages(lambda _: None, places), pages(lambda _: None, everybody)
    found = []
    for kuerzel, team in teams:
        if kuerzel not in now:
            continue
        own = [one for key, number, one in team.personen() if (kuerzel, key, number) in places]
        base = without[kuerzel], empty[kuerzel], any(one.member_on(rahmen.heute) for one in own)
        found.append(
            Vorschau(
                team=kuerzel, name=team.name, closed=profiles.closed(team, rahmen.heute),
                seen=_about(now[kuerzel], *base), with_name=_about(agreed[kuerzel], *base),
                in_text=tuple(one for one in dict.fromkeys(without[kuerzel].lines) if names(one.text, kuerzel)),
                is_minor=any(one.minderjaehrig for one in own),
            )
        )  # fmt: skip
    return found


def _about(pages: Seiten, without: Seiten, empty: Seiten, counts: bool) -> tuple[Zeile, ...]:
    """Give the lines that are there because of the person: alone, or as one of those who are counted there."""
    own = _only(pages.lines, without.lines)
    shared = [one for one in _only(pages.lines, empty.lines) if not any(name in one.text for name in pages.names)]
    wanted = {*own, *(shared if counts else ())}
    return tuple(dict.fromkeys(one for one in pages.lines if one in wanted))


def visible(html: str) -> list[str]:
    """Give the lines of a page as a reader sees them."""
    reader = _Reader()
    reader.feed(html)
    return [line for line in (" ".join(one.split()) for one in "".join(reader.pieces).split("\n")) if line]


class _Reader(HTMLParser):
    """Collects text; blocks end a line, code and styles are no text."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style"}
        self._border(tag)
        shown = [value for key, value in attrs if key in {"alt", "title", "content", "aria-label"} and value]
        self.pieces += [f"\n{value}\n" for value in shown]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}
        self._border(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data.replace("\n", " "))

    def _border(self, tag: str) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")


def _lines(pages: Mapping[str, str]) -> list[Zeile]:
    return [
        Zeile(name, line)
        for name, text in pages.items()
        for line in (
            visible(text) if name.endswith(".html") else [one.strip() for one in text.splitlines() if one.strip()]
        )
    ]


def _only(here: Iterable[Zeile], elsewhere: Iterable[Zeile]) -> tuple[Zeile, ...]:
    """Give the lines that stand here and not there."""
    rest = Counter(here)
    rest.subtract(Counter(elsewhere))
    return tuple(dict.fromkeys(one for one in here if rest[one] > 0))


def _changed(kuerzel: str, team: Team, places: set[Place], change: Callable[[Person], Person | None]) -> Team:
    """Give the team as it would be if the person's entries were others, or not there."""
    lists: dict[str, list[Person]] = {"leitung": [], "mitglieder": []}
    for key, number, person in team.personen():
        new = change(person) if (kuerzel, key, number) in places else person
        lists[key] += [new] if new else []
    return team.model_copy(update=lists)


def _agrees(person: Person, heute: date) -> Person:
    answers = person.einwilligung or PersonEinwilligung()
    yes = Zustimmung(antwort="ja", am=heute)
    return person.model_copy(update={"einwilligung": answers.model_copy(update={"name": yes})})
