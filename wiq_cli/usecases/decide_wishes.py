"""What a team asks for, and what became of each wish: granted, refused, left open, on the table, or never heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.domain.geltung import Geltung
from wiq_cli.domain.unterstuetzung import SUPPORT, Answer, answered, plain

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team

ENDED = "abgeschlossen"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish in the words of the team's own file."""

    was: str
    is_support: bool  # under ``support``; else an open question
    answer: Answer | None

    @property
    def waits(self) -> bool:
        """Whether nobody has granted or refused it yet, or what was granted is over."""
        return waits(self.answer)


def waits(answer: Answer | None) -> bool:
    """Whether a wish with this answer is still open."""
    return answer is None or answer.word in {"offen", "beantragt", "ausgelaufen"}


def asked(team: Team) -> list[str]:
    """Give what a team asks for, in its own words."""
    return [*(one.was for one in team.support), *team.offene_fragen]


def wishes(kuerzel: str, team: Team, beschluesse: Collection[Beschluss], heute: date) -> list[Wish]:
    """Give every wish of a team with the latest answer to it."""
    said = answers({kuerzel, *team.frueher}, beschluesse, heute)
    return [
        *(Wish(one.was, is_support=True, answer=said.get(plain(one.was))) for one in team.support),
        *(Wish(one, is_support=False, answer=said.get(plain(one))) for one in team.offene_fragen),
    ]


def answers(names: Collection[str], beschluesse: Collection[Beschluss], heute: date) -> dict[str, Answer]:
    """Give the latest answer to each wish of a team that a decision speaks of, by its plain words."""
    mine = [one for one in beschluesse if one.art == SUPPORT and one.betrifft.lt in names]
    return answered(mine, Geltung(beschluesse), heute) if mine else {}
