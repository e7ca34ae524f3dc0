"""One decision in full: every attempt counted again, and the same votes under every other procedure."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.verdict import ONLY_CONSENSUS, Verdict, judge
from wiq_cli.usecases.decide import another_result, entry, state

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff, Zaehlregel
    from wiq_cli.domain.verdict import Lage

SCHEMA = "wiq.decision/1"
AS_YES_OR_NO: Mapping[Stimme, Stimme] = {
    "zustimmung": "ja",
    "leichte_bedenken": "ja",
    "beiseite": "enthaltung",
    "schwere_bedenken": "nein",
    "veto": "nein",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one procedure makes of the votes. ``translated``: levels were read as Ja and Nein."""

    procedure: str
    verdict: Verdict
    translated: bool
    used: bool


def compare(counted: Recount, begriffe: Mapping[str, Begriff]) -> list[Comparison]:
    """Count the votes of one attempt by every procedure that the network knows."""
    rules: dict[str, Zaehlregel] = {
        name: rule for name, rule in begriffe.items() if rule.is_majority or rule.is_consensus
    }  # who chose between options, or said nothing, did not say how they would have voted otherwise
    if counted.rule is not None and counted.rule.is_choice:
        rules = {}
    if counted.rule is not None:
        rules = {counted.versuch.verfahren: counted.rule} | {
            name: rule for name, rule in rules.items() if name != counted.versuch.verfahren
        }
    return [_compared(name, rule, counted) for name, rule in rules.items()]


def _compared(name: str, rule: Zaehlregel, counted: Recount) -> Comparison:
    translated = rule.is_majority and any(word in counted.lage.stimmen for word in ONLY_CONSENSUS)
    lage = _as_yes_or_no(counted.lage) if translated else counted.lage
    verdict = judge(rule, lage)
    return Comparison(name, verdict, translated, name == counted.versuch.verfahren)


def _as_yes_or_no(lage: Lage) -> Lage:
    """Read levels as Ja and Nein. Where nobody wrote down how many objected, the Nein stays unknown."""
    votes: dict[Stimme, int] = {"ja": 0, "nein": 0, "enthaltung": 0}
    for word, number in lage.stimmen.items():
        target = AS_YES_OR_NO.get(word, word)
        votes[target] = votes.get(target, 0) + number
    everybody = lage.cast in {lage.voters, lage.voters_present}
    if not everybody and not {"schwere_bedenken", "veto"} <= lage.stimmen.keys():
        del votes["nein"]
    return replace(lage, stimmen=votes)


def show_document(
    beschluss: Beschluss,
    counted: Sequence[Recount],
    begriffe: Mapping[str, Begriff],
    everything: Sequence[Beschluss],
    day: date,
    *,
    side_by_side: bool,
) -> dict[str, Any]:
    """Give one decision for programs, each attempt with its recount."""
    attempts = [_attempt(one) | ({"compared": _rows(one, begriffe)} if side_by_side else {}) for one in counted]
    return {
        "schema": SCHEMA,
        "decision": {
            **asdict(entry(beschluss)),
            **({"recounted": doubt} if (doubt := another_result(beschluss, counted)) else {}),
            "state": state(beschluss, everything, day).word,
            "kind": beschluss.art,
            "wording": beschluss.antrag.wortlaut,
            "version": beschluss.antrag.fassung,
            "concerns": beschluss.betrifft.model_dump(exclude_defaults=True),
            "electorate": beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None,
            "attempts": attempts,
            "replaces": list(beschluss.verweise.ersetzt),
            "replaced_by": list(beschluss.ersetzt_durch),
        },
    }


def _rows(counted: Recount, begriffe: Mapping[str, Begriff]) -> list[dict[str, Any]]:
    return [
        {
            "procedure": one.procedure,
            "outcome": one.verdict.outcome,
            "margin": one.verdict.margin,
            "reason": one.verdict.reason,
            "hangs_on_one": one.verdict.hangs_on_one,
            "levels_read_as_yes_or_no": one.translated,
        }
        for one in compare(counted, begriffe)
    ]


def _attempt(one: Recount) -> dict[str, Any]:
    return {
        "number": one.versuch.nr,
        "procedure": one.versuch.verfahren,
        "date": one.versuch.am.isoformat() if one.versuch.am else None,
        "votes": dict(one.lage.stimmen),
        "recorded": one.said,
        "recounted": one.verdict.outcome if one.verdict else None,
        "margin": one.verdict.margin if one.verdict else None,
        "hangs_on_one": one.hangs_on_one,
        "reason": one.verdict.reason if one.verdict else None,
    }
