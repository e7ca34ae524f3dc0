"""From a decision file to verdicts: which votes an attempt had, by which rule it is counted, what comes out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import WORDS, Versuch, wording_hash
from wiq_cli.domain.regeln import EINZELN, KEINE, SELBST, Stufe
from wiq_cli.domain.verdict import Lage, Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.regeln import Begriff, Zaehlregel

OBJECTION: Stufe = "schwere_bedenken"  # what a reason without a level stands for where levels are asked
CONSENSUS_WORDS = {"angenommen": "erreicht"}


@dataclass(frozen=True, slots=True)
class Recount:
    """One attempt, counted again."""

    versuch: Versuch
    path: DataPath  # where its result stands in the file
    rule: Zaehlregel | None  # None: decided by one person, or by a procedure nobody wrote down
    lage: Lage
    verdict: Verdict | None
    recorded: str | None
    wording: str

    @property
    def consensus(self) -> bool:
        """Whether levels of agreement were asked."""
        return self.rule is not None and self.rule.is_consensus

    @property
    def majority(self) -> bool:
        """Whether Ja and Nein were counted."""
        return self.rule is not None and not self.rule.is_consensus

    @property
    def adopts(self) -> bool:
        """Whether the record says that this attempt succeeded."""
        return self.recorded in {"erreicht", "angenommen"}

    @property
    def tie(self) -> bool:
        """Whether as many said Ja as Nein."""
        yes = self.lage.stimmen.get("ja", 0)
        rejected = self.verdict is not None and self.verdict.outcome == "abgelehnt"
        return self.majority and yes > 0 and self.lage.stimmen.get("nein") == yes and rejected

    @property
    def hangs_on_one(self) -> bool:
        """Whether one vote more or less would have turned a majority. Where nobody voted, nothing hangs on anybody."""
        voted = self.lage.stimmen.get("ja", 0) + self.lage.stimmen.get("nein", 0)
        return self.majority and voted > 0 and self.verdict is not None and self.verdict.hangs_on_one

    @property
    def without_yes(self) -> bool:
        """Whether votes were recorded and nobody agreed."""
        words: tuple[Stimme, ...] = ("zustimmung", "leichte_bedenken") if self.consensus else ("ja",)
        recorded = [self.lage.stimmen[word] for word in words if word in self.lage.stimmen]
        return self.verdict is not None and bool(recorded) and not any(recorded)

    @property
    def without_no(self) -> bool:
        """Whether a majority of Ja and Nein lacks the Nein votes."""
        basis = (self.rule and self.rule.basis) or "ja_nein"
        return (
            self.majority
            and basis in {"ja_nein", "mit_enthaltung"}
            and "ja" in self.lage.stimmen
            and "nein" not in self.lage.stimmen
        )

    @property
    def failed_consensus(self) -> bool:
        """Whether this is a finished attempt at consensus that did not succeed."""
        consensus = self.rule is not None and self.rule.is_consensus
        return (
            consensus
            and self.recorded == "nicht_erreicht"
            and (self.verdict is None or self.verdict.outcome != "angenommen")
        )


def recount(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> list[Recount]:
    """Count every attempt of a decision again."""
    attempts = list(beschluss.versuche) or _unwritten(beschluss)
    found = []
    for position, versuch in enumerate(attempts):
        last = position == len(attempts) - 1
        rule = rule_for(beschluss, versuch.verfahren, begriffe)
        lage = situation(beschluss, versuch, last=last)
        silent = not lage.stimmen and not last  # an old attempt may be recorded by its result alone
        verdict = None if rule is None or silent else judge(rule, lage)
        path: DataPath = ("versuche", position, "ergebnis") if beschluss.versuche else ("ergebnis", "status")
        recorded = versuch.ergebnis or (_as_attempt(beschluss, rule) if last else None)
        found.append(Recount(versuch, path, rule, lage, verdict, recorded, wording_of(beschluss, versuch)))
    return found


def _unwritten(beschluss: Beschluss) -> list[Versuch]:
    """Give the one attempt of a decision that records its result and no attempt."""
    if beschluss.is_open or beschluss.ergebnis is None:
        return []
    name = beschluss.ergebnis.durch or (beschluss.regel.verfahren if beschluss.regel else SELBST)
    return [Versuch(nr=1, verfahren=name, fassung=beschluss.antrag.fassung, am=beschluss.ergebnis.am)]


def _as_attempt(beschluss: Beschluss, rule: Zaehlregel | None) -> str | None:
    if beschluss.is_open:
        return None
    return attempt_word(beschluss.status, consensus=rule is not None and rule.is_consensus)


def attempt_word(outcome: str, *, consensus: bool) -> str:
    """Give the word that an attempt ends with: a consensus is reached or not, a motion is adopted or rejected."""
    return CONSENSUS_WORDS.get(outcome, outcome) if consensus else outcome


def outcome_word(attempt: str) -> str:
    """Give the outcome of a decision whose last attempt ended with this word."""
    return "angenommen" if attempt == "erreicht" else attempt


def wording_of(beschluss: Beschluss, versuch: Versuch) -> str:
    """Give the fingerprint of the wording an attempt was about."""
    if versuch.wortlaut:
        return versuch.wortlaut
    if versuch.fassung == beschluss.antrag.fassung:
        return wording_hash(beschluss.antrag.wortlaut)
    return f"fassung:{versuch.fassung}"


def rule_for(beschluss: Beschluss, verfahren: str, begriffe: Mapping[str, Begriff]) -> Zaehlregel | None:
    """Give the counting rule of a procedure: as frozen in the decision, else as the network's rules name it."""
    if verfahren == EINZELN:
        return None
    frozen = beschluss.regel
    if frozen is None:
        return begriffe.get(verfahren)
    fallback = None if frozen.sonst == KEINE else frozen.sonst
    if frozen.is_consensus and verfahren == frozen.verfahren:
        return frozen
    if frozen.is_majority and (verfahren == fallback or (verfahren == frozen.verfahren and not frozen.is_consensus)):
        return frozen.model_copy(update={"scheitert_bei": []})
    return begriffe.get(verfahren)


def situation(beschluss: Beschluss, versuch: Versuch, *, last: bool) -> Lage:
    """Give what the file says about the votes of one attempt. The votes by name belong to the last one."""
    named = last and bool(beschluss.stimmen)
    excluded = beschluss.excluded
    reasons = Counter(one.stufe or OBJECTION for one in beschluss.bedenken if one.versuch in {None, versuch.nr})
    present = len(beschluss.anwesend) or beschluss.anwesend_zahl
    present_excluded = len(excluded & set(beschluss.anwesend)) if beschluss.anwesend else len(excluded)
    votes = (
        named_votes(beschluss)
        if named and versuch.zaehlung is None
        else versuch.zaehlung.counted()
        if versuch.zaehlung
        else {}
    )
    if last and beschluss.zaehlart == "subtraktion" and beschluss.anwesend_zahl is not None:
        votes = _subtracted(votes, beschluss.anwesend_zahl - present_excluded)
    return Lage(
        stimmen=votes,
        mitglieder=beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None,
        anwesende=present if last else None,
        ausgeschlossen=len(excluded),
        ausgeschlossen_anwesend=present_excluded,
        begruendet=dict(reasons),
    )


def named_votes(beschluss: Beschluss) -> dict[Stimme, int]:
    """Add up the votes by name; a vote of somebody excluded is void."""
    counted = Counter(vote for person, vote in beschluss.stimmen.items() if person not in beschluss.excluded)
    return {word: counted[word] for word in WORDS}


def _subtracted(votes: dict[Stimme, int], present: int) -> dict[Stimme, int]:
    """Find the Ja (or Nein) that was not counted, from the fixed number of people present."""
    missing: list[Any] = [word for word in ("ja", "nein") if word not in votes]
    if len(missing) != 1 or "enthaltung" not in votes:
        return votes
    rest = present - sum(votes.values())
    return {**votes, missing[0]: rest} if rest >= 0 else votes
