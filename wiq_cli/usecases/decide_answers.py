"""What the team hears that does not get what it asked for: why, how it goes on, and when somebody looks again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.siegel import is_final
from wiq_cli.domain.unerfuellt import unanswered
from wiq_cli.usecases.decide_edit import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Ablehnung, Beschluss
    from wiq_cli.domain.finding import DataPath

LATER = "Wer nicht bekommt, worum er bittet, soll wissen, warum und wie es weitergeht. Nach dem Siegel kann das niemand nachtragen."
OPTION = {"grund": "--reason", "weiter": "--next"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A wish, or the whole request, that somebody must hear more about."""

    path: DataPath
    wish: str  # empty: the whole request
    refused: bool  # else put off
    missing: tuple[str, ...]


def gaps(beschluss: Beschluss) -> list[Gap]:
    """Give what nobody has answered yet."""
    return [Gap(path, *_wish(beschluss, path), missing) for path, missing in unanswered(beschluss)]


def _wish(beschluss: Beschluss, path: DataPath) -> tuple[str, bool]:
    if path[0] != "leistung":
        return "", beschluss.status != "vertagt"
    found: list[Ablehnung] = getattr(beschluss.leistung, str(path[1]))
    return found[int(path[2])].was, path[1] == "abgelehnt"


def answers(given: Mapping[DataPath, Mapping[str, str]]) -> list[Edit]:
    """Give the edits of what somebody answered, gap by gap."""
    return [Edit((*path, key), text) for path, said in given.items() for key, text in said.items() if text]


def told(
    beschluss: Beschluss, reason: str | None, onward: str | None, review: Mapping[str, Any], heute: date
) -> list[Edit]:
    """Give the edits of what was said with the result. Raises ``WrongCall`` where there is none, or the day is over."""
    texts = {"grund": reason, "weiter": onward}
    said = [key for key, text in texts.items() if text is not None]
    if not beschluss.ergebnis and (said or review):
        option = OPTION[said[0]] if said else "--review"
        raise WrongCall(f"{option}: Noch ist nichts beschlossen. Sag es, wenn das Ergebnis steht.")
    for key in said:
        if not (texts[key] or "").strip():
            raise WrongCall(f"{OPTION[key]}: Hier gehört ein Satz hin.")
    edits = [Edit(("ergebnis", key), " ".join((texts[key] or "").split())) for key in said]
    return [*edits, *look_again(review, heute)]


def look_again(review: Mapping[str, Any], heute: date) -> list[Edit]:
    """Give the edit of the day to look again. Raises ``WrongCall`` for a day that is over, or a question without a day."""
    if not review:
        return []
    if "am" not in review:
        raise WrongCall("--question gehört zu --review. Nenn auch den Tag.")
    if review["am"] <= heute:
        raise WrongCall("--review: Dieser Tag ist schon da oder vorbei. Nenn einen, der noch kommt.")
    return [Edit(("wiedervorlage",), dict(review))]


def insist(beschluss: Beschluss) -> str:
    """Say what is still unanswered where that does no harm; raises ``Refused`` where the seal would fix it for ever."""
    left = gaps(beschluss)
    grave = next((one for one in left if one.refused), None) if is_final(beschluss) else None
    if grave:
        what = f"„{grave.wish}“ ist abgelehnt." if grave.wish else "Der Antrag ist nicht angenommen."
        options = " ".join(f"{OPTION[key]} …" for key in grave.missing)
        raise Refused(f"{what} {LATER} Sag es so: wiq decide close … {options}")
    return "\n".join(_open(left))


def _open(left: list[Gap]) -> Iterator[str]:
    for one in left:
        what = f"„{one.wish}“ bleibt offen." if one.wish else "Der Antrag ist vertagt."
        yield f"{what} Sagt dem Team, wie es weitergeht."
