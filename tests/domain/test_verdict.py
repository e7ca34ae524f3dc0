"""The arithmetic of decisions: a table of named cases, and properties that hold for every vote."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.regeln import STUFEN, Begriff, Zaehlregel
from wiq_cli.domain.verdict import Lage, Verdict, at_least, judge, more_than

EINFACH = Begriff.model_validate({"basis": "ja_nein", "mehr_als": "1/2"})
ZWEI_DRITTEL = Begriff.model_validate({"basis": "ja_nein", "mindestens": "2/3"})
MIT_ENTHALTUNG = Begriff.model_validate({"basis": "mit_enthaltung", "mehr_als": "1/2"})
ANWESENDE = Begriff.model_validate({"basis": "anwesende", "mehr_als": "1/2"})
MITGLIEDER = Begriff.model_validate({"basis": "mitglieder", "mehr_als": "1/2"})
EINSTIMMIG = Begriff.model_validate({"basis": "anwesende", "mindestens": "1/1"})
OHNE_GEGENSTIMME = Begriff.model_validate({"basis": "ja_nein", "mindestens": "1/1"})
BESCHLUSSFAEHIG = Begriff.model_validate({"mehr_als": "1/2", "beschlussfaehigkeit": {"mehr_als": "1/2"}})
FUENF_DA = Begriff.model_validate({"mehr_als": "1/2", "beschlussfaehigkeit": "5"})
KONSENS = Begriff.model_validate({"scheitert_bei": ["veto"], "mindestens_zustimmung": "1"})
STRENG = Begriff.model_validate({"scheitert_bei": ["schwere_bedenken", "veto"]})
KONSENT = Begriff.model_validate({"scheitert_bei": ["veto"], "nur_begruendet": "ja"})

ANGENOMMEN, ABGELEHNT, NICHT_ERREICHT, UNKLAR = "angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar"


def lage(stimmen: dict[Any, int], mitglieder: int | None = 8, **more: Any) -> Lage:
    return Lage(stimmen, mitglieder, **more)


CASES: list[tuple[str, Zaehlregel, Lage, str]] = [
    # The simple majority: more Ja than Nein, and nothing else (BGH II ZR 164/81)
    ("more yes than no", EINFACH, lage({"ja": 4, "nein": 3, "enthaltung": 1}), ANGENOMMEN),
    ("a tie rejects", EINFACH, lage({"ja": 4, "nein": 4}), ABGELEHNT),
    ("less yes than no", EINFACH, lage({"ja": 3, "nein": 4}), ABGELEHNT),
    ("abstentions do not act as no", EINFACH, lage({"ja": 1, "nein": 0, "enthaltung": 7}), ANGENOMMEN),
    ("invalid votes do not count", EINFACH, lage({"ja": 2, "nein": 1, "ungueltig": 5}), ANGENOMMEN),
    ("everybody abstains", EINFACH, lage({"ja": 0, "nein": 0, "enthaltung": 8}), ABGELEHNT),
    ("nobody says anything", EINFACH, lage({"ja": 0, "nein": 0}), ABGELEHNT),
    ("the no votes were not recorded", EINFACH, lage({"ja": 5}), UNKLAR),  # KG 22 W 61/19
    ("the yes votes were not recorded", EINFACH, lage({"nein": 2, "enthaltung": 1}), UNKLAR),
    ("no votes at all", EINFACH, lage({}), UNKLAR),
    ("levels instead of yes and no", EINFACH, lage({"zustimmung": 5, "veto": 1}), UNKLAR),
    ("more votes than people", EINFACH, lage({"ja": 6, "nein": 3}), UNKLAR),
    ("more votes than those present", EINFACH, lage({"ja": 4, "nein": 1}, anwesende=4), UNKLAR),
    ("electorate not recorded, result clear", EINFACH, lage({"ja": 4, "nein": 1}, None), ANGENOMMEN),
    # Qualified majorities, exact
    ("two thirds exactly", ZWEI_DRITTEL, lage({"ja": 4, "nein": 2}), ANGENOMMEN),
    ("two thirds missed by one", ZWEI_DRITTEL, lage({"ja": 4, "nein": 3}), ABGELEHNT),
    ("two thirds of nothing is nothing", ZWEI_DRITTEL, lage({"ja": 0, "nein": 0, "enthaltung": 8}), ABGELEHNT),
    ("without a single no", OHNE_GEGENSTIMME, lage({"ja": 2, "nein": 0, "enthaltung": 6}), ANGENOMMEN),
    ("one no spoils it", OHNE_GEGENSTIMME, lage({"ja": 7, "nein": 1}), ABGELEHNT),
    # Other bases, only where the rule names them (BGH II ZR 152/86)
    ("abstentions act as no by rule", MIT_ENTHALTUNG, lage({"ja": 3, "nein": 2, "enthaltung": 1}), ABGELEHNT),
    ("abstentions not recorded", MIT_ENTHALTUNG, lage({"ja": 3, "nein": 2}), UNKLAR),
    ("majority of those present", ANWESENDE, lage({"ja": 4, "nein": 1}, anwesende=8), ABGELEHNT),
    ("nobody knows who was there", ANWESENDE, lage({"ja": 4, "nein": 1}), UNKLAR),
    ("more than half of all members", MITGLIEDER, lage({"ja": 5, "nein": 0}), ANGENOMMEN),
    ("half of all members is not more", MITGLIEDER, lage({"ja": 4, "nein": 0}), ABGELEHNT),
    ("nobody knows how many members", MITGLIEDER, lage({"ja": 4, "nein": 0}, None), UNKLAR),
    ("unanimous", EINSTIMMIG, lage({"ja": 5, "nein": 0, "enthaltung": 0}, anwesende=5), ANGENOMMEN),
    ("one abstention spoils unanimity", EINSTIMMIG, lage({"ja": 4, "nein": 0, "enthaltung": 1}, anwesende=5), ABGELEHNT),
    # Recusal shrinks the denominator, abstention does not (NixOS/org#184)
    ("recused from all members", MITGLIEDER, lage({"ja": 4, "nein": 3}, ausgeschlossen=1), ANGENOMMEN),
    ("abstained from all members", MITGLIEDER, lage({"ja": 4, "nein": 3, "enthaltung": 1}), ABGELEHNT),
    ("recused and voted all the same", EINFACH, lage({"ja": 5, "nein": 3}, ausgeschlossen=1), UNKLAR),
    ("recused and present", EINSTIMMIG, lage({"ja": 4}, anwesende=5, ausgeschlossen=1, ausgeschlossen_anwesend=1), ANGENOMMEN),
    # A quorum only where the rule names one
    ("one of eight decides without a quorum", EINFACH, lage({"ja": 1, "nein": 0}, anwesende=1), ANGENOMMEN),
    ("half is not more than half", BESCHLUSSFAEHIG, lage({"ja": 4, "nein": 0}, anwesende=4), NICHT_ERREICHT),
    ("enough are there", BESCHLUSSFAEHIG, lage({"ja": 4, "nein": 0}, anwesende=5), ANGENOMMEN),
    ("five are there", FUENF_DA, lage({"ja": 1, "nein": 0}, anwesende=5), ANGENOMMEN),
    ("nobody counted who is there", FUENF_DA, lage({"ja": 5, "nein": 0}), UNKLAR),
    # Consensus in levels
    ("all agree", KONSENS, lage({"zustimmung": 8}), ANGENOMMEN),
    ("a veto blocks", KONSENS, lage({"zustimmung": 7, "veto": 1}), NICHT_ERREICHT),
    ("standing aside does not block", KONSENS, lage({"zustimmung": 1, "beiseite": 7}), ANGENOMMEN),
    ("grave concerns pass by default", KONSENS, lage({"zustimmung": 5, "schwere_bedenken": 3, "veto": 0}), ANGENOMMEN),
    ("grave concerns block the strict form", STRENG, lage({"zustimmung": 5, "schwere_bedenken": 3, "veto": 0}), NICHT_ERREICHT),
    ("slight concerns agree", KONSENS, lage({"leichte_bedenken": 1, "enthaltung": 7, "veto": 0}), ANGENOMMEN),
    ("all abstain", KONSENS, lage({"zustimmung": 0, "leichte_bedenken": 0, "enthaltung": 8}), NICHT_ERREICHT),
    ("absent members are no veto", KONSENS, lage({"zustimmung": 3, "veto": 0}), ANGENOMMEN),
    ("nobody recorded whether there was a veto", KONSENS, lage({"zustimmung": 5}), UNKLAR),
    ("all present agreed, so there was no veto", KONSENS, lage({"zustimmung": 5}, anwesende=5), ANGENOMMEN),
    ("a veto that stands only as an objection", KONSENS, lage({"zustimmung": 5}, begruendet={"veto": 1}), NICHT_ERREICHT),
    ("yes and no instead of levels", KONSENS, lage({"ja": 8, "nein": 0}), UNKLAR),
    ("agreement not recorded", KONSENS, lage({"veto": 0, "enthaltung": 2}), UNKLAR),
    # Consent: only a reasoned objection blocks
    ("an objection without a reason", KONSENT, lage({"zustimmung": 7, "veto": 1}), ANGENOMMEN),
    ("an objection with a reason", KONSENT, lage({"zustimmung": 7, "veto": 1}, begruendet={"veto": 1}), NICHT_ERREICHT),
    ("concerns do not block", KONSENT, lage({"zustimmung": 5, "schwere_bedenken": 3}, begruendet={"schwere_bedenken": 3}), ANGENOMMEN),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "votes", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_named_cases(rule: Zaehlregel, votes: Lage, outcome: str) -> None:
    verdict = judge(rule, votes)
    assert verdict.outcome == outcome
    assert verdict.reason.endswith(".")


COUNT = st.integers(min_value=0, max_value=40)
SHARE = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=100)


def majority(yes: int, no: int, abstained: int = 0, rule: Zaehlregel = EINFACH) -> Verdict:
    return judge(rule, Lage({"ja": yes, "nein": no, "enthaltung": abstained}))


@given(COUNT, COUNT, COUNT)
def test_a_simple_majority_is_more_yes_than_no_and_nothing_else(yes: int, no: int, abstained: int) -> None:
    assert (majority(yes, no, abstained).outcome == ANGENOMMEN) == (yes > no)


@given(COUNT, COUNT, COUNT, SHARE)
def test_one_more_yes_never_turns_adoption_into_rejection(yes: int, no: int, abstained: int, share: Fraction) -> None:
    for key in ("mehr_als", "mindestens"):
        for basis in ("ja_nein", "mit_enthaltung"):
            rule = Zaehlregel.model_validate({key: share, "basis": basis})
            if majority(yes, no, abstained, rule).outcome == ANGENOMMEN:
                assert majority(yes + 1, no, abstained, rule).outcome == ANGENOMMEN


@given(COUNT, COUNT, SHARE)
def test_without_a_yes_nothing_is_adopted(no: int, abstained: int, share: Fraction) -> None:
    rule = Zaehlregel.model_validate({"mindestens": share})
    assert majority(0, no, abstained, rule).outcome == ABGELEHNT


@given(COUNT, st.integers(min_value=1, max_value=40), SHARE)
def test_shares_are_exact(part: int, whole: int, share: Fraction) -> None:
    assert (part >= at_least(share, whole)) == (Fraction(part, whole) >= share)
    assert (part >= more_than(share, whole)) == (Fraction(part, whole) > share)


@given(COUNT, COUNT, SHARE)
def test_the_margin_says_how_many_votes_the_other_way_turn_it(yes: int, no: int, share: Fraction) -> None:
    rule = Zaehlregel.model_validate({"mehr_als": share})
    verdict = majority(yes, no, 0, rule)
    assert verdict.margin is not None
    if verdict.margin >= 0:
        turned = verdict.margin + 1
        assert majority(yes - turned, no + turned, 0, rule).outcome == ABGELEHNT
        assert majority(yes - verdict.margin, no + verdict.margin, 0, rule).outcome == ANGENOMMEN
    elif no >= -verdict.margin:
        assert majority(yes - verdict.margin, no + verdict.margin, 0, rule).outcome == ANGENOMMEN


VOTES = st.fixed_dictionaries({stufe: st.integers(min_value=0, max_value=9) for stufe in STUFEN})


@given(VOTES)
def test_a_veto_always_blocks_and_nothing_else_does(votes: dict[Any, int]) -> None:
    reached = votes["veto"] == 0 and votes["zustimmung"] + votes["leichte_bedenken"] > 0
    assert (judge(KONSENS, Lage(votes)).outcome == ANGENOMMEN) == reached
    assert (judge(STRENG, Lage(votes)).outcome == ANGENOMMEN) == (reached and votes["schwere_bedenken"] == 0)


@given(
    st.dictionaries(st.sampled_from(["ja", "nein", "enthaltung", "ungueltig", *STUFEN]), COUNT),
    COUNT | st.none(),
    COUNT | st.none(),
)
def test_nothing_is_guessed_and_nothing_breaks(
    stimmen: dict[Any, int], members: int | None, present: int | None
) -> None:
    for rule in (
        EINFACH,
        ZWEI_DRITTEL,
        MIT_ENTHALTUNG,
        ANWESENDE,
        MITGLIEDER,
        BESCHLUSSFAEHIG,
        KONSENS,
        STRENG,
        KONSENT,
    ):
        verdict = judge(rule, Lage(stimmen, members, present))
        agreed = stimmen.get("ja", 0) + stimmen.get("zustimmung", 0) + stimmen.get("leichte_bedenken", 0)
        assert verdict.outcome != ANGENOMMEN or agreed > 0
        assert (verdict.margin is not None) or verdict.outcome in (UNKLAR, NICHT_ERREICHT)


def test_one_vote_that_decides_is_named() -> None:
    assert majority(4, 3).hangs_on_one
    assert majority(4, 4).hangs_on_one
    assert not majority(6, 2).hangs_on_one
    assert judge(KONSENS, lage({"zustimmung": 7, "veto": 1})).hangs_on_one
