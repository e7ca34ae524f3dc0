"""From a decision file to verdicts: which votes an attempt had, by which rule it is counted, what comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import Versuch, wording_hash
from wiq_cli.domain.regeln import EINZELN, KEINE, SELBST
from wiq_cli.domain.situation import absent_voters, named_votes, situation
from wiq_cli.domain.verdict import ONLY_MAJORITY, Lage, Verdict, judge, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.regeln import Begriff, Stufe, Verfahren, Zaehlregel

__all__ = (
    "Recount", "attempt_word", "named_votes", "outcome_word", "recount", "rule_for", "situation", "wording_of",
)  # fmt: skip
CONSENSUS_WORDS = {"angenommen": "erreicht"}
GRAVE: tuple[Stufe, ...] = ("schwere_bedenken", "veto")  # these need a reason, whether or not they hold it up


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
    void: frozenset[str] = frozenset()  # who stands among the votes and had none

    @property
    def consensus(self) -> bool:
        """Whether levels of agreement were asked."""
        return self.rule is not None and self.rule.is_consensus

    @property
    def majority(self) -> bool:
        """Whether Ja and Nein were counted."""
        return self.rule is not None and self.rule.is_majority

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
    def said(self) -> str | None:
        """The outcome in the record. A majority that was not reached is a motion that was rejected."""
        missed = self.majority and self.versuch.ergebnis == "nicht_erreicht"
        if missed and self.verdict is not None and self.verdict.outcome == "abgelehnt":
            return "abgelehnt"
        return outcome_word(self.recorded) if self.recorded else None

    @property
    def confirmed(self) -> bool:
        """Whether a result was recorded and counting again gives the same."""
        return self.verdict is not None and self.said == self.verdict.outcome

    @property
    def hangs_on_one(self) -> bool:
        """Whether a single vote decided a majority or an election."""
        return self.verdict is not None and self.verdict.hangs_on_one

    @property
    def reasons_missing(self) -> list[Stufe]:
        """The levels that hold a consensus up, or weigh as much, which somebody chose and nobody gave a reason for."""
        if self.rule is None or not self.rule.is_consensus:
            return []
        needing = dict.fromkeys((*self.rule.scheitert_bei, *GRAVE))
        return [one for one in needing if self.lage.stimmen.get(one) and not self.lage.begruendet.get(one)]

    @property
    def without_yes(self) -> bool:
        """Whether votes were recorded and nobody agreed."""
        if self.rule is None or self.rule.is_silent or self.rule.is_choice:
            return False
        words: tuple[Stimme, ...] = ("zustimmung", "leichte_bedenken") if self.consensus else ("ja",)
        recorded = [self.lage.stimmen[word] for word in words if word in self.lage.stimmen]
        said = bool(recorded) or (self.consensus and self.lage.complete)
        return self.verdict is not None and said and not any(recorded)

    @property
    def without_no(self) -> bool:
        """Whether a majority of Ja and Nein lacks the Nein votes."""
        basis = (self.rule and self.rule.basis) or "ja_nein"
        return (
            self.majority
            and basis in {"ja_nein", "mit_enthaltung"}
            and ("ja" in self.lage.stimmen or bool(self.lage.optionen))
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


def recount(
    beschluss: Beschluss,
    begriffe: Mapping[str, Begriff],
    due: Verfahren | None = None,
    mitglieder: int | None = None,
    outside: Collection[str] = (),
) -> list[Recount]:
    """Count every attempt of a decision again. A vote without a right to it does not count; the rest stands.

    ``due`` and ``mitglieder`` say which procedure was due and how many could vote, where the record does not say it;
    ``outside`` who voted and was no member.
    """
    attempts = list(beschluss.versuche) or _unwritten(beschluss, due)
    found = []
    for position, versuch in enumerate(attempts):
        last = position == len(attempts) - 1
        rule = rule_for(beschluss, versuch.verfahren, begriffe)
        lage = situation(beschluss, versuch, rule, last=last, mitglieder=mitglieder, outside=outside)
        void = {*beschluss.excluded, *beschluss.late, *outside} & beschluss.stimmen.keys() if last else set()
        silent = (
            not lage.stimmen and not lage.optionen and not last
        )  # an old attempt may be recorded by its result alone
        verdict = None if rule is None or silent else judge(rule, lage)
        if (
            rule
            and last
            and (absent := absent_voters(beschluss) - void)
            and lage.stimmen == named_votes(beschluss, void=void)
        ):
            lage, verdict = _with_or_without(rule, lage, named_votes(beschluss, void=void | absent))
        path: DataPath = ("versuche", position, "ergebnis") if beschluss.versuche else ("ergebnis", "status")
        recorded = versuch.ergebnis or (_as_attempt(beschluss, rule) if last else None)
        wording = wording_of(beschluss, versuch)
        found.append(Recount(versuch, path, rule, lage, verdict, recorded, wording, frozenset(void)))
    return found


def _with_or_without(rule: Zaehlregel, lage: Lage, present: Mapping[Stimme, int]) -> tuple[Lage, Verdict]:
    """Count where the list of those present and the votes contradict each other: a result stands that both give."""
    fewer = replace(lage, stimmen=present)
    verdict = judge(rule, fewer)
    if judge(rule, replace(lage, anwesende=None)).outcome == verdict.outcome:
        return fewer, verdict
    return fewer, unknown("Das Ergebnis hängt an Stimmen von Personen, die nach „anwesend“ nicht da waren.")


def _unwritten(beschluss: Beschluss, due: Verfahren | None) -> list[Versuch]:
    """Give the one attempt of a decision that records its result and no attempt."""
    if beschluss.is_open or beschluss.ergebnis is None:
        return []
    frozen = beschluss.regel
    first = frozen.verfahren if frozen else due.art if due else SELBST
    second = (None if frozen.sonst == KEINE else frozen.sonst) if frozen else due.fallback if due else None
    yes_and_no = any(vote in ONLY_MAJORITY for vote in beschluss.stimmen.values())
    name = beschluss.ergebnis.durch or (second if second and yes_and_no else first)
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
    if (frozen.is_consensus or frozen.is_choice) and verfahren == frozen.verfahren:
        return frozen.model_copy(update={"mehr_als": None, "mindestens": None})
    share_of = frozen.sonst or (None if frozen.is_consensus else frozen.verfahren)  # the procedure that the share is of
    if frozen.is_majority and verfahren == share_of:
        return frozen.model_copy(update={"scheitert_bei": [], "auswahl": None})
    return begriffe.get(verfahren)
