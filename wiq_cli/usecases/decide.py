"""Looking at decisions: which there are, and how each of them stands today."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.geltung import Geltung, ends, since

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.verdict import Outcome

SCHEMA_LIST = "wiq.decisions/1"
WIDERRUF = "widerruf"
STATUS = {
    "angenommen": "angenommen",
    "abgelehnt": "abgelehnt",
    "vertagt": "vertagt",
    "nicht_erreicht": "kein Konsens, kein Beschluss",
    "nicht_feststellbar": "nicht feststellbar",
    "offen": "offen",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of ``wiq decide list``."""

    id: str
    team: str
    title: str
    procedure: str
    outcome: str
    date: str
    visibility: str


@dataclass(frozen=True, slots=True)
class State:
    """How a decision stands on a day. Nobody ever writes that down."""

    word: str
    said: str


def entry(beschluss: Beschluss) -> Entry:
    """Give a decision in one line."""
    result = beschluss.ergebnis
    frozen = beschluss.regel.verfahren if beschluss.regel else ""
    return Entry(
        id=beschluss.id,
        team=beschluss.team,
        title=beschluss.titel,
        procedure=(result and result.durch) or (beschluss.versuche[-1].verfahren if beschluss.versuche else frozen),
        outcome=beschluss.status,
        date=((result and result.am) or beschluss.opened).isoformat(),
        visibility=beschluss.sichtbarkeit.stufe,
    )


def entries(
    beschluesse: Iterable[Beschluss],
    *,
    team: str | None = None,
    lt: str | None = None,
    not_before: date | None = None,
    in_force_on: date | None = None,
) -> list[Entry]:
    """Give the decisions that fit, oldest first."""
    everything = list(beschluesse)
    wanted = everything if in_force_on is None else in_force(everything, in_force_on)
    lines = [
        entry(one)
        for one in wanted
        if (team is None or one.team == team) and (lt is None or lt in {one.betrifft.lt, one.team})
    ]
    fitting = (line for line in lines if not_before is None or line.date >= not_before.isoformat())
    return sorted(fitting, key=lambda line: (line.date, line.id))


def in_force(beschluesse: Iterable[Beschluss], day: date) -> list[Beschluss]:
    """Give the decisions that hold on a day: adopted, begun, not over, not replaced by another that holds."""
    everything = list(beschluesse)
    geltung = Geltung(everything)
    return [one for one in everything if one.art != WIDERRUF and geltung.holds(one, day)]


def state(one: Beschluss, beschluesse: Iterable[Beschluss], day: date) -> State:
    """Derive how a decision stands on a day, from it and from those that came after it."""
    everything = list(beschluesse)
    word = Geltung(everything).stand(one, day)
    match word:
        case "offen" | "abgelehnt":
            return State(one.status, STATUS[one.status])
        case "ersetzt":
            return _replaced(one, everything, day)
        case "abgelaufen":
            return State(word, f"abgelaufen am {ends(one):%d.%m.%Y}")
        case "kuenftig":
            return State(word, f"gilt ab {since(one):%d.%m.%Y}")
    until = f" bis {end:%d.%m.%Y}" if (end := ends(one)) else ""
    return State(word, f"in Kraft seit {since(one):%d.%m.%Y}{until}")


def _replaced(one: Beschluss, everything: Iterable[Beschluss], day: date) -> State:
    later = (
        two for two in everything if one.id in two.verweise.ersetzt and two.status == "angenommen" and since(two) <= day
    )
    first = min(later, key=lambda two: (since(two), two.id))
    word = "widerrufen" if first.art == WIDERRUF else "ersetzt"
    return State(word, f"{word} durch {first.id} seit {since(first):%d.%m.%Y}")


def another_result(beschluss: Beschluss, counted: Sequence[Recount]) -> Outcome | None:
    """Give what counting again makes of a decision, where its record does not carry the result that it names."""
    verdict = counted[-1].verdict if counted else None
    if beschluss.is_open or beschluss.regel is None or verdict is None:
        return None  # without a rule of its own a team says itself how it went
    return None if verdict.outcome == beschluss.status else verdict.outcome


def list_document(lines: Iterable[Entry], doubtful: Mapping[str, str]) -> dict[str, Any]:
    """Give the list for programs. ``doubtful``: what comes out otherwise when it is counted again; it is said there alone."""
    rows = [asdict(line) | ({"recounted": doubtful[line.id]} if line.id in doubtful else {}) for line in lines]
    return {"schema": SCHEMA_LIST, "decisions": rows}
