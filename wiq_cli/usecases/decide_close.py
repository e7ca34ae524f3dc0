"""Closing a decision: recount, write down the result, or open the next procedure on the same wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.recount import attempt_word, outcome_word, recount
from wiq_cli.domain.regeln import EINZELN, SELBST
from wiq_cli.usecases.decide_vote import Edit, check_day, fallback, totals_for_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.verdict import Verdict

OUTCOMES = ("angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar", "vertagt")


@dataclass(slots=True)
class Closing:
    """What closing does to the file, and what to say."""

    edits: list[Edit] = field(default_factory=list)
    outcome: str | None = None  # None: the decision goes on with the next procedure
    verdict: Verdict | None = None
    hangs_on_one: bool = False
    next_procedure: str | None = None


def close(
    beschluss: Beschluss, begriffe: Mapping[str, Begriff], day: date, heute: date, outcome: str | None = None
) -> Closing:
    """Recount and write down the result; a failed consensus opens the next procedure on the same wording.

    Raises ``Refused`` where nothing was counted or the count says otherwise, ``WrongCall`` where only people can say.
    """
    if not beschluss.is_open:
        raise Refused("Über diesen Antrag ist schon entschieden.")
    check_day(beschluss.moved, [one.am for one in beschluss.versuche], day, heute)
    if outcome == "vertagt":
        return Closing([Edit(("ergebnis",), {"status": "vertagt", "am": day})], "vertagt")
    counted = recount(beschluss, begriffe)
    last = counted[-1] if counted else None
    procedure = last.versuch.verfahren if last else (beschluss.regel.verfahren if beschluss.regel else "")
    if last is None or last.rule is None:
        return _as_told(beschluss, last, procedure, day, outcome)
    if last.wording != wording_hash(beschluss.antrag.wortlaut):
        raise Refused(
            "Der Wortlaut ist jetzt ein anderer als bei der Abstimmung. Stimmt noch einmal ab: wiq decide vote"
        )
    if not last.lage.stimmen or last.verdict is None:
        raise Refused("Es ist noch nichts gezählt. Trag zuerst die Stimmen ein: wiq decide vote")
    if outcome and outcome != last.verdict.outcome:
        raise Refused(
            f"Nachgezählt heißt das Ergebnis „{last.verdict.outcome}“. {last.verdict.reason} Es wurde nichts geschrieben."
        )
    return _as_counted(beschluss, last, last.verdict, day, ends=outcome is not None)


def _as_told(beschluss: Beschluss, last: Recount | None, procedure: str, day: date, outcome: str | None) -> Closing:
    """Record what people say where there is no rule to count by."""
    if last is None and procedure not in {EINZELN, SELBST}:
        raise Refused("Es ist noch nichts gezählt. Trag zuerst die Stimmen ein: wiq decide vote")
    if outcome is None:
        raise WrongCall("Hier gibt es keine Regel, nach der ich zählen kann. Sag, wie es ausging: --outcome angenommen")
    edits = [Edit(("versuche", len(beschluss.versuche) - 1, "ergebnis"), outcome)] if beschluss.versuche else []
    return Closing([*edits, _result(outcome, procedure, (last and last.versuch.am) or day)], outcome)


def _as_counted(beschluss: Beschluss, last: Recount, verdict: Verdict, day: date, *, ends: bool) -> Closing:
    position, voted_on = len(beschluss.versuche) - 1, last.versuch.am or day
    word = attempt_word(verdict.outcome, consensus=last.consensus)
    edits = [] if last.versuch.ergebnis else [Edit(("versuche", position, "ergebnis"), word)]
    following = fallback(beschluss) if last.consensus and last.versuch.verfahren != fallback(beschluss) else None
    if word == "nicht_erreicht" and following and not ends:
        attempt = {
            "nr": len(beschluss.versuche) + 1,
            "verfahren": following,
            "fassung": last.versuch.fassung,
            "wortlaut": last.wording,
        }
        edits += [*totals_for_names(beschluss, position), Edit(("versuche",), attempt, "append")]
        return Closing(edits, None, verdict, next_procedure=following)
    outcome = outcome_word(word)
    return Closing([*edits, _result(outcome, last.versuch.verfahren, voted_on)], outcome, verdict, last.hangs_on_one)


def _result(outcome: str, procedure: str, day: date) -> Edit:
    result: dict[str, Any] = {"status": outcome, "durch": procedure, "am": day}
    return Edit(("ergebnis",), result | ({"gilt_ab": day} if outcome == "angenommen" else {}))
