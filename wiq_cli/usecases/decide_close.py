"""Closing a decision: recount, write down the result and seal it, or open the next procedure on the same wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.abstimmung import Versuch
from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.recount import attempt_word, outcome_word, recount, rule_for
from wiq_cli.domain.regeln import EINZELN, SELBST
from wiq_cli.domain.siegel import is_final, seal
from wiq_cli.usecases.decide_attempt import fallback, named_totals, totals_for_names
from wiq_cli.usecases.decide_counted import check_day
from wiq_cli.usecases.decide_edit import Edit
from wiq_cli.usecases.decide_vote import missing_answers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.verdict import Verdict

REWORDED = "Der Wortlaut ist jetzt ein anderer als bei der Abstimmung. Stimmt noch einmal ab: wiq decide vote"


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

    A decision that ended and has no seal yet is recounted only. Raises ``Refused`` where nothing was counted or the count
    says otherwise, ``WrongCall`` where only people can say.
    """
    if not beschluss.is_open:
        return _late(beschluss, begriffe, outcome)
    check_day(beschluss.moved, [one.am for one in beschluss.versuche], day, heute)
    if outcome == "vertagt":
        return Closing([Edit(("ergebnis",), {"status": "vertagt", "am": day})], "vertagt")
    silence = _silence(beschluss, begriffe, day)
    beschluss, moved = _still_silent(beschluss, begriffe, day)
    counted = recount(silence or beschluss, begriffe)
    last = counted[-1] if counted else None
    procedure = last.versuch.verfahren if last else (beschluss.regel.verfahren if beschluss.regel else "")
    if last is None or last.rule is None:
        return _as_told(beschluss, last, procedure, day, outcome)
    if last.wording != wording_hash(beschluss.antrag.wortlaut):
        raise Refused(REWORDED)
    if last.verdict is None or not (last.lage.stimmen or last.lage.optionen or silence):
        raise Refused("Es ist noch nichts gezählt. Trag zuerst die Stimmen ein: wiq decide vote")
    _time_is_over(beschluss, last, last.verdict, day)
    if outcome and outcome != last.verdict.outcome:
        raise Refused(
            f"Nachgezählt heißt das Ergebnis „{last.verdict.outcome}“. {last.verdict.reason} Es wurde nichts geschrieben."
        )
    closing = _as_counted(
        silence or beschluss, last, last.verdict, day, ends=outcome is not None, unwritten=bool(silence)
    )
    closing.edits[:0] = moved
    return closing


def _time_is_over(beschluss: Beschluss, last: Recount, verdict: Verdict, day: date) -> None:
    """Refuse to close while somebody may still object or answer; raises ``Refused`` with what to wait for."""
    until = beschluss.form.frist
    if last.lage.frist_vorbei is False and verdict.outcome != "nicht_erreicht":
        when = f" bis {until:%d.%m.%Y}" if until else ""
        raise Refused(f"Wer widersprechen will, hat noch{when} Zeit. Schließ den Beschluss danach.")
    silent = missing_answers(beschluss, last)
    if silent and until and day <= until and not last.lage.stimmen.get("veto"):
        raise Refused(
            f"{anzahl(silent, '1 Person hat', '{} haben')} noch nicht geantwortet, und der Umlauf läuft bis {until:%d.%m.%Y}. "
            "Schließ den Beschluss danach, oder wenn alle geantwortet haben."
        )


def _silence(beschluss: Beschluss, begriffe: Mapping[str, Begriff], day: date) -> Beschluss | None:
    """Give the decision with the one attempt of a procedure by which nobody has to say anything; None for any other."""
    rule = rule_for(beschluss, beschluss.regel.verfahren, begriffe) if beschluss.regel else None
    if beschluss.regel is None or rule is None or not rule.is_silent or beschluss.versuche:
        return None
    wording = wording_hash(beschluss.antrag.wortlaut)
    attempt = Versuch(
        nr=1, verfahren=beschluss.regel.verfahren, fassung=beschluss.antrag.fassung, wortlaut=wording, am=day
    )
    return beschluss.model_copy(update={"versuche": [attempt]})


def _still_silent(beschluss: Beschluss, begriffe: Mapping[str, Begriff], day: date) -> tuple[Beschluss, list[Edit]]:
    """Let what somebody said early, in a procedure where silence is consent, count on the day when it is closed."""
    last = beschluss.versuche[-1] if beschluss.versuche else None
    rule = rule_for(beschluss, last.verfahren, begriffe) if last else None
    if last is None or last.ergebnis or rule is None or not rule.is_silent:
        return beschluss, []
    attempts = [*beschluss.versuche[:-1], last.model_copy(update={"am": day})]
    return beschluss.model_copy(update={"versuche": attempts}), [Edit(("versuche", len(attempts) - 1, "am"), day)]


def _as_told(beschluss: Beschluss, last: Recount | None, procedure: str, day: date, outcome: str | None) -> Closing:
    """Record what people say where there is no rule to count by."""
    if last is None and procedure not in {EINZELN, SELBST}:
        raise Refused("Es ist noch nichts gezählt. Trag zuerst die Stimmen ein: wiq decide vote")
    if outcome is None:
        raise WrongCall("Hier gibt es keine Regel, nach der ich zählen kann. Sag, wie es ausging: --outcome angenommen")
    edits = [Edit(("versuche", len(beschluss.versuche) - 1, "ergebnis"), outcome)] if beschluss.versuche else []
    return Closing([*edits, _result(outcome, procedure, (last and last.versuch.am) or day)], outcome)


def _as_counted(
    beschluss: Beschluss, last: Recount, verdict: Verdict, day: date, *, ends: bool, unwritten: bool
) -> Closing:
    position, voted_on = len(beschluss.versuche) - 1, last.versuch.am or day
    if last.rule and last.rule.nachfrist_tage is not None:
        voted_on = day  # until then the absent could still object
    word = attempt_word(verdict.outcome, consensus=last.consensus)
    edits = [] if last.versuch.ergebnis else [Edit(("versuche", position, "ergebnis"), word)]
    if unwritten:
        written = last.versuch.model_dump(exclude_none=True, exclude={"optionen"})
        edits = [Edit(("versuche",), {**written, "ergebnis": word}, "append")]
    following = fallback(beschluss) if last.consensus and last.versuch.verfahren != fallback(beschluss) else None
    if word == "nicht_erreicht" and following and not ends:
        attempt = {
            "nr": len(beschluss.versuche) + 1,
            "verfahren": following,
            "fassung": last.versuch.fassung,
            "wortlaut": last.wording,
        }
        edits += [*totals_for_names(beschluss, position, consensus=True), Edit(("versuche",), attempt, "append")]
        return Closing(edits, None, verdict, next_procedure=following)
    outcome = outcome_word(word)
    result = _result(outcome, last.versuch.verfahren, voted_on, verdict.winner)
    return Closing([*edits, result], outcome, verdict, last.hangs_on_one)


def _late(beschluss: Beschluss, begriffe: Mapping[str, Begriff], outcome: str | None) -> Closing:
    """Look once more at a decision that somebody closed by hand or long ago, before it is sealed."""
    if beschluss.siegel:
        raise Refused(
            "Über diesen Antrag ist schon entschieden, und der Beschluss ist versiegelt. "
            "Was sich später ergibt, ist ein Nachtrag: wiq decide note"
        )
    if outcome not in {None, beschluss.status}:
        raise Refused("Über diesen Antrag ist schon entschieden. Ein anderes Ergebnis braucht einen neuen Beschluss.")
    last = _confirmed(beschluss, begriffe)
    return Closing([], beschluss.status, last.verdict if last else None, bool(last and last.hangs_on_one))


def _confirmed(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> Recount | None:
    """Recount a decision that has ended; raises ``Refused`` where the count says otherwise."""
    counted = recount(beschluss, begriffe)
    last = counted[-1] if counted else None
    if last and beschluss.versuche and last.rule and last.wording != wording_hash(beschluss.antrag.wortlaut):
        raise Refused(REWORDED)
    if last and last.verdict and last.verdict.outcome != beschluss.status:
        raise Refused(
            f"Nachgezählt heißt das Ergebnis „{last.verdict.outcome}“. {last.verdict.reason} Es wurde nichts geschrieben."
        )
    return last


def sealing(closed: Beschluss, begriffe: Mapping[str, Begriff], salz: str) -> list[Edit]:
    """Seal a decision that has just been closed; nothing for one that goes on or was put off.

    What is written is recounted once more: raises ``Refused`` where it does not carry its result.
    """
    if not is_final(closed):
        return []
    _confirmed(closed, begriffe)
    return [Edit(("siegel",), seal(closed, salz).model_dump())]


def totals(closed: Beschluss, begriffe: Mapping[str, Begriff]) -> list[Edit]:
    """Write the votes by name down as totals too: they stay when somebody has to be forgotten."""
    position = len(closed.versuche) - 1
    if not is_final(closed) or not closed.stimmen or position < 0 or closed.versuche[position].zaehlung:
        return []
    counted = named_totals(closed, consensus=recount(closed, begriffe)[-1].consensus)
    return [Edit(("versuche", position, "zaehlung"), counted)]


def _result(outcome: str, procedure: str, day: date, winner: str | None = None) -> Edit:
    result: dict[str, Any] = {"status": outcome, "durch": procedure, "am": day}
    if outcome == "angenommen":
        result |= {"gilt_ab": day} | ({"gewaehlt": winner} if winner else {})
    return Edit(("ergebnis",), result)
