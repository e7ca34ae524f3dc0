"""Open reporting over a period: how much was decided, how, how soon others could read it, and which seats are empty."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.recount import recount, rule_for
from wiq_cli.domain.review import counting
from wiq_cli.domain.unterstuetzung import SUPPORT
from wiq_cli.usecases.decide_due import free_seats

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Begriff, Regeln
    from wiq_cli.domain.team import Team

SCHEMA = "wiq.decisions-report/1"
PUBLIC = "oeffentlich"


@dataclass(frozen=True, slots=True)
class Delay:
    """Days from a decision until it could be read by the network."""

    known: int
    unknown: int
    median: float | None
    longest: int | None


@dataclass(frozen=True, slots=True)
class Seat:
    team: str
    bench: str
    free: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The report. Numbers only: nobody can be recognised in it."""

    begin: date
    end: date
    decided: int
    outcomes: dict[str, int]
    teams: dict[str, int]
    adopted: int
    by_consensus: int
    by_majority: int
    otherwise: int
    on_one_vote: int
    wishes_granted: int
    wishes_refused: int
    wishes_open: int
    without_reason: int  # refused or left open without reason or next step
    not_public: int
    still_open: int
    delay: Delay
    seats: tuple[Seat, ...]

    @property
    def share(self) -> int | None:
        """How many of a hundred adopted decisions were by consensus."""
        return round(100 * self.by_consensus / self.adopted) if self.adopted else None


def figures(
    beschluesse: Sequence[Beschluss],
    teams: Mapping[str, Team],
    regeln: Regeln,
    begin: date,
    end: date,
    readable: Mapping[str, Sequence[date]],
) -> Figures:
    """Count a period, both days included. ``readable``: for each decision the days on which its result went into git."""
    inside = [one for one in beschluesse if not one.is_open and begin <= _day(one) <= end]
    adopted = [one for one in inside if one.status == "angenommen"]
    ways = Counter(_way(one, counting(regeln, one)) for one in adopted)
    said = [one.leistung for one in adopted if one.art == SUPPORT and one.leistung]
    waiting = [each for one in said for each in (*one.abgelehnt, *one.offen)]
    return Figures(
        begin=begin, end=end, decided=len(inside),
        outcomes=dict(sorted(Counter(one.status for one in inside).items())),
        teams=dict(sorted(Counter(one.team for one in inside).items())),
        adopted=len(adopted), by_consensus=ways["consensus"], by_majority=ways["majority"], otherwise=ways["other"],
        on_one_vote=sum(_close(one, counting(regeln, one)) for one in inside),
        wishes_granted=sum(len(one.bewilligt) for one in said),
        wishes_refused=sum(len(one.abgelehnt) for one in said), wishes_open=sum(len(one.offen) for one in said),
        without_reason=sum(not (each.grund and each.weiter) for each in waiting),
        not_public=sum(one.sichtbarkeit.stufe != PUBLIC for one in inside),
        still_open=sum(one.opened <= end and (one.is_open or _day(one) > end) for one in beschluesse),
        delay=_delay(inside, readable),
        seats=tuple(Seat(key, bench, free) for key, team in teams.items() for bench, free, _ in free_seats(team, regeln, end)),
    )  # fmt: skip


def _day(one: Beschluss) -> date:
    return (one.ergebnis and one.ergebnis.am) or one.opened


def _way(one: Beschluss, begriffe: Mapping[str, Begriff]) -> str:
    name = (one.ergebnis and one.ergebnis.durch) or (one.versuche[-1].verfahren if one.versuche else "")
    rule = rule_for(one, name, begriffe) if name else None
    if rule is None:
        return "other"
    return "consensus" if rule.is_consensus else "majority" if rule.is_majority else "other"


def _close(one: Beschluss, begriffe: Mapping[str, Begriff]) -> bool:
    counted = recount(one, begriffe)
    return bool(counted) and counted[-1].hangs_on_one


def _delay(inside: Sequence[Beschluss], readable: Mapping[str, Sequence[date]]) -> Delay:
    """The first day after the decision on which its result was there; what was rewritten later does not count."""
    days = []
    for one in inside:
        there = [day for day in readable.get(one.id, ()) if day >= _day(one)]
        days += [(min(there) - _day(one)).days] if there else []
    middle = float(median(days)) if days else None
    return Delay(len(days), len(inside) - len(days), middle, max(days, default=None))


def figures_document(one: Figures) -> dict[str, Any]:
    """Give the report for programs."""
    data = asdict(one) | {"begin": one.begin.isoformat(), "end": one.end.isoformat(), "consensus_share": one.share}
    return {"schema": SCHEMA, **data}
