"""What a team asks for, and what became of each wish: granted, refused, left open, on the table, or never heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.unterstuetzung import SUPPORT, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Ablehnung, Beschluss
    from wiq_cli.domain.team import Team

Antwort = Literal["bewilligt", "abgelehnt", "offen", "beantragt"]
ENDED = "abgeschlossen"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a decision says to a wish."""

    word: Antwort
    beschluss: Beschluss
    weiter: str | None = None  # what comes next, where it is not granted


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish in the words of the team's own file."""

    was: str
    is_support: bool  # under ``support``; else an open question
    answer: Answer | None

    @property
    def waits(self) -> bool:
        """Whether nobody has granted or refused it yet."""
        return self.answer is None or self.answer.word in {"offen", "beantragt"}


def asked(team: Team) -> list[str]:
    """Give what a team asks for, in its own words."""
    return [*(one.was for one in team.support), *team.offene_fragen]


def wishes(kuerzel: str, team: Team, beschluesse: Iterable[Beschluss]) -> list[Wish]:
    """Give every wish of a team with the latest answer to it."""
    names = {kuerzel, *team.frueher}
    mine = [one for one in beschluesse if one.art == SUPPORT and one.betrifft.lt in names]
    said: dict[str, Answer] = {}
    for one in sorted(mine, key=_decided):
        said |= dict(_answers(one))
    return [
        *(Wish(one.was, is_support=True, answer=said.get(plain(one.was))) for one in team.support),
        *(Wish(one, is_support=False, answer=said.get(plain(one))) for one in team.offene_fragen),
    ]


def _decided(one: Beschluss) -> tuple[bool, date, str]:
    """What is still on the table comes last: it says how things stand now."""
    return one.is_open, (one.ergebnis and one.ergebnis.am) or one.opened, one.id


def _answers(one: Beschluss) -> Iterator[tuple[str, Answer]]:
    if not one.leistung:
        return
    granted: Antwort = "beantragt" if one.is_open else "bewilligt" if one.status == "angenommen" else "abgelehnt"
    refused: Antwort = "beantragt" if one.is_open else "abgelehnt"
    still_open: Antwort = "beantragt" if one.is_open else "offen"
    lists: tuple[tuple[Antwort, list[Ablehnung]], ...] = (
        (refused, one.leistung.abgelehnt), (still_open, one.leistung.offen),
    )  # fmt: skip
    for word, answers in lists:
        yield from ((plain(answer.was), Answer(word, one, answer.weiter)) for answer in answers)
    yield from ((plain(was), Answer(granted, one)) for was in one.leistung.bewilligt)
