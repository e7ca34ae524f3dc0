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
    agreed = [
        (kuerzel, _changed(kuerzel, team, places, lambda one: _agrees(one, rahmen.heute))) for kuerzel, team in teams
    ]
    gone = [(kuerzel, _changed(kuerzel, team, places, lambda _: None)) for kuerzel, team in teams]
    pages = [
        {
            kuerzel: _lines(render(profiles.profile(kuerzel, team, rahmen, withheld, decisions)))
            for kuerzel, team in world
            if kuerzel in mensch.teams
        }
        for world in (teams, agreed, gone)
        for withheld in [profiles.withheld_names((team for _, team in world), rahmen.heute)]
    ]
    now, with_name, without = pages
    return [
        Vorschau(
            team=kuerzel, name=team.name, closed=profiles.closed(team, rahmen.heute),
            seen=_only(now[kuerzel], without[kuerzel]), with_name=_only(with_name[kuerzel], without[kuerzel]),
            in_text=tuple(one for one in dict.fromkeys(without[kuerzel]) if names(one.text, kuerzel)),
            is_minor=any(one.minderjaehrig for key, number, one in team.personen() if (kuerzel, key, number) in places),
        )
        for kuerzel, team in teams
        if kuerzel in mensch.teams
    ]  # fmt: skip


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
