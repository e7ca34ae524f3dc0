"""All wishes and open questions of all teams, with kind, age and what became of them. One place for every list of them.

The words are those of the team's own file, where names may hide: what is listed here is for the house.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wiq_cli.usecases.decide_wishes import ENDED, Wish, wishes
from wiq_cli.usecases.wish_age import QUESTION, SUPPORT, Wanted, standing_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.unterstuetzung import Answer
    from wiq_cli.usecases.wish_age import Past

Said = Literal["unheard", "open", "expired", "on_agenda", "refused", "granted"]
SAID: dict[str, Said] = {
    "offen": "open", "ausgelaufen": "expired", "beantragt": "on_agenda", "abgelehnt": "refused", "bewilligt": "granted",
}  # fmt: skip
ORDER: tuple[Said, ...] = ("unheard", "expired", "open", "on_agenda", "refused", "granted")
FRAGE = "frage"  # the kind of an open question


@dataclass(frozen=True, slots=True)
class Need:
    """One wish or question of a team. ``since``: it has stood there at least that long, as git knows."""

    kuerzel: str
    team: Team
    wish: Wish
    art: str
    since: date | None

    @property
    def said(self) -> Said:
        """What became of it."""
        return said_to(self.wish.answer)

    def sort_key(self) -> tuple[int, bool, str, str]:
        """Order: what nobody has heard first, and the oldest first."""
        return ORDER.index(self.said), self.since is None, self.since.isoformat() if self.since else "", self.kuerzel


def said_to(answer: Answer | None) -> Said:
    """Say in a word for programs what was answered."""
    return SAID[answer.word] if answer else "unheard"


def needs(teams: Iterable[tuple[str, Team]], beschluesse: Sequence[Beschluss], past: Past, heute: date) -> list[Need]:
    """Give every wish and question of the teams that have not ended."""
    about = About(beschluesse)
    found = [
        (kuerzel, team, wish)
        for kuerzel, team in teams
        if team.status != ENDED
        for wish in wishes(kuerzel, team, about.of((kuerzel, *team.frueher)), heute)
    ]
    wanted: dict[str, list[Wanted]] = defaultdict(list)
    for kuerzel, _, wish in found:
        wanted[kuerzel].append(_wanted(wish))
    ages = standing_since(wanted, past)
    return [_need(kuerzel, team, wish, ages.get((kuerzel, *_wanted(wish))), heute) for kuerzel, team, wish in found]


def _need(kuerzel: str, team: Team, wish: Wish, since: date | None, heute: date) -> Need:
    art = next((one.art for one in team.support if one.was == wish.was), "sonstiges") if wish.is_support else FRAGE
    return Need(kuerzel, team, wish, art, since if since and since <= heute else None)


def _wanted(wish: Wish) -> Wanted:
    return SUPPORT if wish.is_support else QUESTION, wish.was


class About:
    """The decisions that can say something about a team's wishes: those about it, and those that replace others."""

    def __init__(self, beschluesse: Iterable[Beschluss]) -> None:
        self._of_team: dict[str, list[Beschluss]] = defaultdict(list)
        self._replacing: list[Beschluss] = []
        for one in beschluesse:
            if one.betrifft.lt:
                self._of_team[one.betrifft.lt].append(one)
            elif one.verweise.ersetzt:
                self._replacing.append(one)

    def of(self, names: Iterable[str]) -> list[Beschluss]:
        """Give those of one team, under every name it has had."""
        return [*(one for name in names for one in self._of_team.get(name, ())), *self._replacing]
